import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { Changed } from '../../../shared/words/change.ts';
import type { LedgerLine } from '../../store/port/ledgers.ts';
import { joinCells, splitCells } from './cell.ts';
import type { Flag, Note } from './flag.ts';
import type { Planned } from './plan.ts';
import type { Outcome } from './run.ts';

/** What a clerk says to a row that asked. */
export type Answer =
  /** It is a station of its own, whatever stands near it. */
  | { readonly kind: 'separate' }
  /** It is the station of this code. */
  | { readonly kind: 'same'; readonly code: string }
  /** Nobody has been there: the county's middle for now, unpublished. */
  | { readonly kind: 'centre' }
  /** These fields stay as they are registered. */
  | { readonly kind: 'keep'; readonly fields: readonly string[] }
  | { readonly kind: 'skip' };

/**
 * A row's plan as it is kept: only what cannot be read from its cells again. `rev` and `changes`: what the clerk was shown of a
 * station that is registered already; null where nobody looks before the commit.
 */
export type Staged =
  | {
      readonly kind: 'known' | 'fresh';
      readonly id: StationId;
      readonly union: UnionId;
      readonly region: RegionCode;
      readonly flags: readonly Flag[];
      readonly notes: readonly Note[];
      readonly waiting: boolean;
      readonly rev: number | null;
      readonly changes: readonly Changed[];
      readonly refusal: Refusal | null;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'repeat'; readonly flag: Flag; readonly alike: boolean }
  | { readonly kind: 'skipped' };

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
