import type { DropReason } from '../../../shared/feed/feed.ts';
import type { ExitReason } from '../../../shared/station/command.ts';

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

/** Why a union gave it up, as the end of one sentence. */
const EXIT_SAYS: { readonly [reason in ExitReason]: string } = {
  NOT_OPEN: '长期没有开门',
  FACILITY_UNREPAIRED: '东西坏了一直没修好',
  SUPPLY_SHORT: '长期缺水缺东西',
  COMPLAINT_UNRESOLVED: '有投诉一直没解决',
  SAFETY: '有安全问题',
  LOW_USE: '来的人太少',
  HOST_LEFT: '办站的场所搬走了',
  MISUSE_OR_CHARGE: '挪作他用，或者收了钱',
  FALSE_DATA: '登记的信息不属实',
  MERGE: '并到别的站点了',
  TERM_END: '本来就是临时的，到期了',
  OTHER: '别的原因，想知道可以问工会',
};

export function exitSentence(reason: ExitReason): string {
  return `退出原因：${EXIT_SAYS[reason]}。`;
}

/** The phone knows nothing of the code, and the server is being asked. */
export const BEING_ASKED = '手机里没有它，正在问是不是退出了。';
/** The server knows nothing of it either. */
export const NEVER_ISSUED = '这个编码没有登记过站点，标牌可能还没启用。拿不准就问工会。';
/** Asked for: it stands in the register and is on its way to the phone. */
export const ON_THE_LIST = '名单上有它，正在下载。';

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
