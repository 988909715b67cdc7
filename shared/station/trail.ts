import { type DateText, type Instant, parseDate } from '../kernel/instant.ts';
import { isStep, type Step } from './lifecycle.ts';
import { STATUSES, type Status, type StatusNote } from './station.ts';

/** One earlier step on the station, as its history tells it. */
export type TrailEntry = {
  readonly step: Step;
  readonly actor: string;
  readonly at: Instant;
  readonly from: Status | null;
  readonly to: Status;
  readonly note: StatusNote | null;
  readonly reason: string | null;
};

/** Every earlier step, oldest first: what four eyes, notices and the way back are decided by. */
export type Trail = readonly TrailEntry[];

/** The part of a history row a trail is made of; `after` holds changed fields only, the first row all of them. */
export type TrailRow = {
  readonly step: string;
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string | null;
  readonly after: { readonly [field: string]: unknown };
};

/** Rows of one station in the order of their seq. Throws on a row the life cycle does not know: history is ours. */
export function trailOf(rows: readonly TrailRow[]): Trail {
  const trail: TrailEntry[] = [];
  let status: Status | null = null;
  let note: StatusNote | null = null;
  for (const { step, actor, at, reason, after } of rows) {
    const to: Status | null = 'status' in after ? statusOf(after.status) : status;
    if (!isStep(step) || to === null) throw new Error(`history names the step ${step} without a status`);
    if ('statusNote' in after) note = noteOf(after.statusNote);
    trail.push({ step, actor, at, from: status, to, note, reason });
    status = to;
  }
  return trail;
}

export function lastOf(trail: Trail, step: Step): TrailEntry | null {
  for (let i = trail.length - 1; i >= 0; i--) {
    const entry = trail[i];
    if (entry?.step === step) return entry;
  }
  return null;
}

/** Everyone who wrote the draft counts as its author; of other steps only whoever took it last. */
export function tookPart(trail: Trail, steps: readonly Step[], actor: string): boolean {
  return steps.some((step) =>
    step === 'draft'
      ? trail.some((entry) => entry.step === step && entry.actor === actor)
      : lastOf(trail, step)?.actor === actor,
  );
}

export type Rest = { readonly status: Status; readonly note: StatusNote | null };

/**
 * Where a case that ends leads back to, with the note shown then. Cases nest (suspended while rectifying), so
 * each one remembers what it interrupted and ending it forgets that. Null when the trail opens no case.
 */
export function backOf(trail: Trail): Rest | null {
  const interrupted: Rest[] = [];
  let now: Rest | null = null;
  for (const entry of trail) {
    if (now !== null && OPENS.includes(entry.step)) interrupted.push(now);
    else if (ENDS.includes(entry.step)) interrupted.pop();
    else if (RESETS.includes(entry.step)) interrupted.length = 0;
    if (entry.step === 'uphold-objection' && entry.to === 'rectifying')
      interrupted.push({ status: 'active', note: null });
    now = { status: entry.to, note: entry.note };
  }
  return interrupted[interrupted.length - 1] ?? null;
}

const OPENS: readonly Step[] = ['suspend', 'rectify', 'propose-exit'];
const ENDS: readonly Step[] = ['resume', 'pass-recheck', 'reject-exit'];
/** Steps that close every open case at once. */
const RESETS: readonly Step[] = ['uphold-objection', 'retire', 'end-term', 'merge', 'reinstate'];

/** Objections to the notice now open that nobody has answered. */
export function openObjections(trail: Trail): number {
  let open = 0;
  for (const { step } of trail) {
    if (step === 'open-notice' || step === 'uphold-objection') open = 0;
    else if (step === 'record-objection') open += 1;
    else if (step === 'dismiss-objection') open = Math.max(0, open - 1);
  }
  return open;
}

function statusOf(value: unknown): Status | null {
  return STATUSES.find((status) => status === value) ?? null;
}

function noteOf(value: unknown): StatusNote | null {
  if (typeof value !== 'object' || value === null) return null;
  const { reason, since, until }: { reason?: unknown; since?: unknown; until?: unknown } = value;
  if (typeof reason !== 'string' || !isDateText(since)) return null;
  return { reason, since, until: isDateText(until) ? until : null };
}

function isDateText(value: unknown): value is DateText {
  return typeof value === 'string' && parseDate(value) !== null;
}
