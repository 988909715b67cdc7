import type { LedgerLine } from '../../store/port/ledgers.ts';
import type { Answer, Staged } from './answer.ts';
import { joinCells, splitCells } from './cell.ts';
import type { Planned } from './plan.ts';
import type { Outcome } from './run.ts';

/** What the dry decision adds to a plan for the preview. */
export type Shown = Pick<Extract<Staged, { kind: 'known' | 'fresh' }>, 'rev' | 'changes' | 'refusal' | 'notes'>;

export function stagedOf(planned: Planned, shown: Shown | null): Staged {
  if (planned.kind === 'refused') return { kind: 'refused', refusal: planned.refusal };
  if (planned.kind === 'repeat') return { kind: 'repeat', flag: planned.flag, alike: planned.alike };
  if (planned.kind === 'skipped') return { kind: 'skipped' };
  const { kind, id, flags, waiting, stated } = planned;
  const { rev, changes, refusal, notes } = shown ?? { rev: null, changes: [], refusal: null, notes: stated.notes };
  const { union, region } = stated.facts;
  return { kind, id, union, region, flags, notes, waiting, rev, changes, refusal };
}

/** The plan of a line; throws on one that has none: it is read only when planning has ended. */
export function planOf({ plan, number }: LedgerLine): Staged {
  if (plan === null) throw new Error(`row ${number} of a ledger has no plan`);
  const staged: Staged = JSON.parse(plan);
  return staged;
}

export function answerOf({ answer }: LedgerLine): Answer | null {
  if (answer === null) return null;
  const said: Answer = JSON.parse(answer);
  return said;
}

/** What became of a line, as it is kept. */
export type Ended = Pick<Outcome, 'code' | 'flags' | 'notes' | 'refusal'>;

export function endedOf({ outcome }: LedgerLine): Ended | null {
  if (outcome === null) return null;
  const ended: Ended = JSON.parse(outcome);
  return ended;
}

export type Typed = { readonly cells: readonly string[]; readonly formulas: readonly number[] };

/** A row as it was typed: a list of cells; of one with formulas also the columns they stand in. */
export function typedText({ cells, formulas }: Typed): string {
  return formulas.length === 0 ? joinCells(cells) : JSON.stringify({ cells, formulas });
}

export function typedOf(text: string): Typed {
  if (text.startsWith('[')) return { cells: splitCells(text), formulas: [] };
  const typed: Typed = JSON.parse(text);
  return typed;
}
