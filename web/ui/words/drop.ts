import type { DropReason } from '../../../shared/feed/feed.ts';

/** Why a station left the list, as its lintel and one sentence. */
export const DROP_WORDS: {
  readonly [reason in DropReason]: { readonly title: string; readonly head: string; readonly say: string };
} = {
  retired: { title: '已退出', head: '这个站点不再开放了', say: '别白跑，去下面这几个。' },
  merged: { title: '已合并', head: '这个站点并到别处了', say: '原来的地方不再开放。' },
  relocated: { title: '已迁走', head: '这个站点搬走了', say: '原来的地方不再开放，编码也换了。' },
  moved: { title: '换了区划', head: '这个站点划到别的城市了', say: '手机里没存那座城市，存了就能看。' },
  withdrawn: { title: '已撤下', head: '这个站点的信息撤下来了', say: '先别去，问问工会再说。' },
};

/** The code names a county, and its city is on the way. */
export const BEING_FETCHED = '正在下载它那座城市的名单，下好了就显示。';

/** Why a code leads nowhere, and what to do. */
export function noSuchSentence(kind: 'unknown' | 'not-a-code' | 'mistyped', offline: boolean): string {
  switch (kind) {
    case 'mistyped':
      return '多半有一位数字抄错了。对照标牌上的 15 位编码再看一遍。';
    case 'not-a-code':
      return '站点编码是 15 位数字，印在标牌的下面。';
    case 'unknown':
      return offline
        ? '可能在没存的城市，可能刚登记，也可能早就退出了。连上网再看。'
        : '可能在没存的城市，可能刚登记，也可能早就退出了。';
  }
}
