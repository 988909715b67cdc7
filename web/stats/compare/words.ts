import type { Reply } from '../../platform/ask.ts';

export type Difference = Reply<'figureDifference'>;
export type Reason = Difference['reasons'][number]['reason'];

/** Why a station counts differently on two sides. */
export const REASON_WORDS: { readonly [R in Reason]: string } = {
  new: '新增',
  reinstated: '恢复登记',
  'moved-in': '移入',
  retired: '退出',
  merged: '合并到别的站点',
  'moved-out': '移出',
  changed: '资料变了',
  'recorded-later': '补记更正',
  definition: '口径变了',
};

export const REASON_MEANINGS: { readonly [R in Reason]: string } = {
  new: '两期之间验收或导入的',
  reinstated: '退出后又恢复的',
  'moved-in': '从别的工会、区划或类别转来的，含迁址',
  retired: '两期之间退出的',
  merged: '两期之间并入别的站点的',
  'moved-out': '转到别的工会、区划或类别的，含迁址',
  changed: '站点没变，登记的资料变了',
  'recorded-later': '前一期的事，前一期截至以后才记下来',
  definition: '站点和资料都没变，数法变了',
};

export const SIDE_WORDS: { readonly [S in Difference['stations'][number]['side']]: string } = {
  came: '来了',
  went: '走了',
  changed: '变了',
};
