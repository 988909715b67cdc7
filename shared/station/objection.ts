import type { Instant } from '../kernel/instant.ts';

/**
 * How an objection to a notice stands. `lapsed`: the notice was withdrawn or the station left some other way, so there is nothing
 * left to object to. `answer` is what the city wrote, and public.
 */
export const OBJECTION_STATES = ['open', 'dismissed', 'upheld', 'lapsed'] as const;
export type ObjectionStanding = {
  readonly state: (typeof OBJECTION_STATES)[number];
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
};

/** The part of a history row that an objection's standing is made of. */
export type ObjectionRow = {
  readonly commandId: string;
  readonly step: string;
  readonly at: Instant;
  readonly reason: string | null;
};

export const OPEN_OBJECTION: ObjectionStanding = { state: 'open', answer: null, answeredAt: null };

/** Steps that end the notice with whatever is still open. */
const ENDINGS: readonly string[] = ['withdraw-notice', 'open-notice', 'retire', 'end-term'];

/**
 * What became of every objection, by the command that recorded it, from one station's history in the order of its seq. A dismissal
 * answers the oldest that is open, as `openObjections` counts them; upholding answers all.
 */
export function objectionStandings(rows: readonly ObjectionRow[]): ReadonlyMap<string, ObjectionStanding> {
  const standings = new Map<string, ObjectionStanding>();
  let open: string[] = [];
  const answer = (ids: readonly string[], state: ObjectionStanding['state'], { reason, at }: ObjectionRow) => {
    for (const id of ids) standings.set(id, { state, answer: reason, answeredAt: at });
    open = open.slice(ids.length);
  };
  for (const row of rows) {
    if (row.step === 'record-objection') {
      open.push(row.commandId);
      standings.set(row.commandId, OPEN_OBJECTION);
    } else if (row.step === 'dismiss-objection') answer(open.slice(0, 1), 'dismissed', row);
    else if (row.step === 'uphold-objection') answer(open, 'upheld', row);
    else if (ENDINGS.includes(row.step)) answer(open, 'lapsed', row);
  }
  return standings;
}
