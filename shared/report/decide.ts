import { type Instant, instant } from '../kernel/instant.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { StationId, UnionId } from '../station/station.ts';
import type { Lookup } from './lookup.ts';
import { MOST, type Report, type ReportId, type ReportState, type Saying } from './report.ts';

/**
 * Beyond this many in an hour reports are held back, not refused: a crowd at one locked door says nothing new, and a
 * flood must not bury the other reports. A whole carrier may stand behind one address, so that limit is the looser.
 */
export const HOUR_LIMIT = { station: 10, address: 40 } as const;
export const HOUR_MS = 3_600_000;

/** What the register knows when a report arrives. */
export type Filing = {
  readonly lookup: Lookup;
  readonly stationId: StationId | null;
  readonly union: UnionId;
  readonly photo: string | null;
  /** What the posted hours said of the moment it was seen: `Report.inHours`. */
  readonly inHours: boolean | null;
  readonly at: Instant;
  /** Reports of the same station that came before the union within the last hour; 0 for a place that is no station. */
  readonly recent: number;
  /** Whether the address it came from has sent its share for this hour. */
  readonly isCrowded: boolean;
};

export function fileReport(saying: Saying, filing: Filing): Report {
  const { lookup, stationId, union, photo, inHours, at, recent, isCrowded } = filing;
  const isHeld = isCrowded || recent >= HOUR_LIMIT.station;
  return {
    ...saying,
    // A clock that runs ahead must not date a report after its arrival.
    seenAt: instant(Math.min(saying.seenAt, at)),
    lookup,
    stationId,
    union,
    photo,
    inHours,
    state: isHeld ? 'queued' : 'received',
    at,
    openAt: isHeld ? null : at,
    answer: null,
    answeredAt: null,
    erasedAt: null,
  };
}

export const REPORT_STEPS = ['release', 'accept', 'resolve', 'dismiss'] as const;
export type ReportStep =
  | { readonly kind: 'release' | 'accept' }
  | { readonly kind: 'resolve' | 'dismiss'; readonly answer: string };

type StepRule = { readonly from: readonly ReportState[]; readonly to: ReportState };

/** Nobody has to wait for the queue: a union may take up, or dismiss, what is still held back. */
const RULES: { readonly [K in ReportStep['kind']]: StepRule } = {
  release: { from: ['queued'], to: 'received' },
  accept: { from: ['queued', 'received'], to: 'accepted' },
  resolve: { from: ['accepted'], to: 'resolved' },
  dismiss: { from: ['queued', 'received', 'accepted'], to: 'dismissed' },
};

/**
 * What a step makes of a report. Refuses `report-step-not-allowed`, and for the last two an answer that is missing
 * (`field-required`) or too long (`field-length`): nobody is left without a word.
 */
export function decideReport(report: Report, step: ReportStep, at: Instant): Result<Report> {
  const { from, to } = RULES[step.kind];
  if (!from.includes(report.state)) {
    return refuse({ kind: 'report-step-not-allowed', step: step.kind, state: report.state });
  }
  const moved: Report = { ...report, state: to, openAt: report.openAt ?? at };
  if (!('answer' in step)) return ok(moved);
  const answer = step.answer.trim();
  if (answer === '') return refuse({ kind: 'field-required', field: 'answer' });
  if (answer.length > MOST.answer) return refuse({ kind: 'field-length', field: 'answer', max: MOST.answer });
  return ok({ ...moved, answer, answeredAt: at });
}

/**
 * The steps of a clerk's one click, in order: whoever settles a report that nobody has taken up yet takes it up with that.
 * Refuses what `decideReport` refuses, then nothing of it is done.
 */
export function handleSteps(
  report: Report,
  step: ReportStep,
  at: Instant,
): Result<readonly { readonly step: ReportStep['kind']; readonly before: Report; readonly after: Report }[]> {
  const isUntaken = report.state === 'queued' || report.state === 'received';
  const steps: readonly ReportStep[] = step.kind === 'resolve' && isUntaken ? [{ kind: 'accept' }, step] : [step];
  const taken: { readonly step: ReportStep['kind']; readonly before: Report; readonly after: Report }[] = [];
  let before = report;
  for (const next of steps) {
    const decided = decideReport(before, next, at);
    if (!decided.ok) return decided;
    taken.push({ step: next.kind, before, after: decided.value });
    before = decided.value;
  }
  return ok(taken);
}

/** A report that is held back, oldest first in lists. `about`: what the limit counts by, a station or a county. */
export type Held = { readonly id: ReportId; readonly about: string; readonly at: Instant };

/**
 * Which held reports may go on now: those an hour old or older, the oldest first, and of each station no more than would
 * have been let through in this hour. So a flood comes before the union in its turn, and nothing waits for ever.
 */
export function dueForRelease(
  held: readonly Held[],
  recentOf: (about: string) => number,
  at: Instant,
): readonly ReportId[] {
  const room = new Map<string, number>();
  const due: ReportId[] = [];
  for (const { id, about, at: since } of [...held].sort((a, b) => a.at - b.at)) {
    const left = room.get(about) ?? HOUR_LIMIT.station - recentOf(about);
    if (left <= 0 || since > at - HOUR_MS) continue;
    room.set(about, left - 1);
    due.push(id);
  }
  return due;
}
