import { LISTING_STATES } from '../../../shared/station/entry.ts';
import { entryFieldName, LISTING_STATE_WORDS } from '../../../shared/words/entry.ts';
import type { EntryField } from '../import/columns.ts';
import { FREE, type TemplateColumn, wordsOf } from './template-column.ts';

const STATES = wordsOf(LISTING_STATES, LISTING_STATE_WORDS);
const BESIDE = '记到工作台账，不改站点资料；空着就不记，再导入一次不重复记。';

function column(field: EntryField, about: string, examples: readonly [string, string]): TemplateColumn {
  return {
    ...FREE,
    title: entryFieldName(field),
    width: 16,
    about: `${about}${BESIDE}`,
    cell: () => '',
    examples,
  };
}

function listing(field: EntryField, examples: readonly [string, string]): TemplateColumn {
  return { ...column(field, '导入当天在这家地图上看到的，从列表里选。', examples), list: STATES, strict: true };
}

/** What becomes entries of the station's (工作台账); every one may stay empty. */
export const ENTRY_COLUMNS: readonly TemplateColumn[] = [
  column('inspectedOn', '最近一次到站巡查的日期，像 2026-11-20。', ['2026-11-20', '']),
  column('foundCount', '那次巡查发现几个问题，没有就填 0；填了它就要填巡查日期。', ['0', '']),
  column('visitsLastMonth', '导入那天的上一个月一共服务多少人次，按整月算，不分职业。', ['320', '']),
  column('yuanThisYear', '导入那天所在的年份到现在一共投入多少元，不分来源。', ['3000', '']),
  listing('amapListing', [LISTING_STATE_WORDS.online, '']),
  listing('baiduListing', [LISTING_STATE_WORDS.mismatch, '']),
  listing('tencentListing', [LISTING_STATE_WORDS.missing, '']),
  column('honoured', '评上的最美站点，写级别和年份，像 省级/2025；有几个就用顿号隔开。', ['市级/2025', '']),
];
