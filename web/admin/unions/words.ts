import type { UnionKind } from '../../../shared/actor/union-edit.ts';
import type { Tone } from '../../desk/parts/Tag.tsx';
import type { Reply } from '../../platform/ask.ts';

export type UnionItem = Reply<'unions'>['items'][number];

export const KIND_WORDS: { readonly [K in UnionKind]: string } = {
  region: '行政区划',
  town: '乡镇街道',
  industry: '行业',
};
export const KIND_TONES: { readonly [K in UnionKind]: Tone } = { region: 'calm', town: 'ok', industry: 'info' };

/** What can be done to a union; `add` puts one below it. */
export type Doing = 'add' | 'rename' | 'move' | 'close' | 'reopen';

export type Act = (doing: Doing, union: UnionItem) => void;

export const DOING_WORDS: { readonly [D in Doing]: string } = {
  add: '新增下级',
  rename: '改名',
  move: '移动',
  close: '撤销',
  reopen: '恢复',
};

/** What the screen offers for a union; the server decides again. */
export function doingsFor({ kind, level, closedOn, parent }: UnionItem): readonly Doing[] {
  if (closedOn !== null) return ['reopen'];
  const own: readonly Doing[] = kind === 'region' || parent === null ? ['rename'] : ['rename', 'move', 'close'];
  return level === 'town' ? own : ['add', ...own];
}
