import { addDays, type DateText, type Day, dateText, dayOf, type Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { StationChange } from './change.ts';
import { codeType } from './code.ts';
import type { CommandOf } from './command.ts';
import type { Role, Step } from './lifecycle.ts';
import type { Settings } from './settings.ts';
import type { Station } from './station.ts';
import type { Trail } from './trail.ts';

/** All a decision may know beside the record: no clock, no database. */
export type Context = {
  /** `may` was asked before: functions are looked at here only where the facts decide what they are good for. */
  readonly actor: { readonly id: string; readonly functions: readonly Role[] };
  readonly at: Instant;
  readonly settings: Settings;
  /** Earlier steps on this station; empty for a new one. */
  readonly trail: Trail;
  /** Codes (or names) of similar stations nearby, found by whoever asks; only `submit` looks. */
  readonly similar: readonly string[];
  /** The record `merge` names; null otherwise. */
  readonly successor: Station | null;
  /** Who wrote a revision that waits for an approver; null when the actor writes it now. */
  readonly proposedBy: string | null;
};

export type Decided = Result<readonly StationChange[]>;
export type Decision<S extends Step> = (station: Station, command: CommandOf<S>, context: Context) => Decided;

const TEXT_MAX = 500;

export function dayIn(context: Context): Day {
  return dayOf(context.at);
}

export function today(context: Context): DateText {
  return dateText(dayOf(context.at));
}

export function inDays(context: Context, days: number): DateText {
  return dateText(addDays(dayOf(context.at), days));
}

/** What a step writes, and what history keeps of why. */
export type Written = { readonly step: Step; readonly fields: Partial<Station>; readonly reason: string | null };

/** The next revision of an existing record, without a new code. */
export function revision(station: Station, written: Written, context: Context): StationChange {
  return {
    step: written.step,
    before: station,
    after: { ...station, ...written.fields, rev: station.rev + 1 },
    issue: null,
    successorFrom: null,
    reason: written.reason,
    effectiveOn: today(context),
  };
}

/** One revision and nothing else, as most steps decide. */
export function revised(station: Station, written: Written, context: Context): Decided {
  return ok([revision(station, written, context)]);
}

/** Asks the store for a code, unless the station already has one. */
export function withCode(change: StationChange): StationChange {
  const { code, region, kind, origin } = change.after;
  return code === null ? { ...change, issue: { region, type: codeType(kind, origin) } } : change;
}

/** The refusal of a text that must say something, or null. */
export function unsaid(field: string, text: string): Refusal | null {
  if (text.trim() === '') return { kind: 'field-required', field };
  return text.length > TEXT_MAX ? { kind: 'field-length', field, max: TEXT_MAX } : null;
}

/** The refusal of a date that is already past, or null. `YYYY-MM-DD` sorts as text. */
export function past(field: string, date: DateText | null, context: Context): Refusal | null {
  if (date === null || date >= today(context)) return null;
  return { kind: 'field-date-early', field, notBefore: today(context) };
}
