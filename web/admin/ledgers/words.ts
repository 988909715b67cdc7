import { LEDGER_KIND_WORDS } from '../../../shared/words/ledger.ts';
import { DATUM_WORDS } from '../../../shared/words/station.ts';
import type { Tone } from '../../desk/parts/Tag.tsx';
import type { Reply } from '../../platform/ask.ts';

export type Ledger = Reply<'ledger'>;
export type LedgerRow = Reply<'ledgerRows'>['items'][number];
export type Kind = LedgerRow['kind'];
export type Datum = NonNullable<Ledger['datum']['read']>;

/** As the five counts stand beside each other. */
export const KIND_ORDER: readonly Kind[] = ['new', 'changed', 'same', 'flagged', 'refused'];
export const KIND_TONES: { readonly [K in Kind]: Tone } = {
  new: 'ok',
  changed: 'info',
  same: 'calm',
  flagged: 'soon',
  refused: 'late',
};
/** What the count asks for. */
export const KIND_COUNTS: { readonly [K in Kind]: string } = {
  ...LEDGER_KIND_WORDS,
  flagged: '有疑点，要看一眼',
  refused: '拒收，要改',
};

export const DATUMS: readonly Datum[] = ['gcj02', 'bd09', 'wgs84'];

export function datumText({ read, told }: Ledger['datum']): string {
  const word = DATUM_WORDS[read ?? 'gcj02'];
  return told ? `按“${word}”读。` : `看不出是哪种坐标，先按“${word}”读。`;
}

/** Rows that a commit writes: new, changed, and flagged ones that go in unpublished. */
export function writtenBy({ counts }: Ledger): number {
  return counts === null ? 0 : counts.new + counts.changed;
}

export const ANSWER_WORDS: { readonly [A in LedgerRow['answers'][number]]: string } = {
  separate: '是另一个站点，照此入册',
  same: '就是它',
  centre: '先记在区县中心，不公开',
  keep: '有几项不改',
  skip: '不导入这一行',
};
