import type { Reply } from '../../platform/ask.ts';

type Under = Reply<'figureFileAsk'>['under'];

const DOING_WORDS = { waiting: '排队', reading: '在读变更记录', counting: '在数站点', writing: '在写文件' } as const;

/** `在数站点 93,000 / 186,100`. */
export function underText(under: Under): string {
  if (under === null) return '';
  const { doing, done, of } = under;
  const words = DOING_WORDS[doing];
  return of === 0 ? words : `${words} ${done.toLocaleString('zh-CN')} / ${of.toLocaleString('zh-CN')}`;
}

/** How much of what is being done is done. */
export function underPercent(under: Under): number {
  return under === null || under.of === 0 ? 0 : Math.floor((under.done / under.of) * 100);
}
