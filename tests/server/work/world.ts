import type { DateText } from '../../../shared/kernel/instant.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import type { Station, Status } from '../../../shared/station/station.ts';
import { registering, revising, type TestServer } from '../../fixtures/make/server.ts';
import { date, sampleStation, stationId, union } from '../../shared/station/sample.ts';

/** Counties of 郑州 and one of Beijing that a queue of 郑州 must never show. */
export const UNIONS = ['410102', '410103', '410105', '110105'] as const;
export const ACTORS = ['wang', 'li', 'zhao'] as const;

/** One station of the world: where, in what state, and who took its last steps. */
export type Spot = {
  readonly union: (typeof UNIONS)[number];
  readonly status: Status;
  readonly origin: Station['origin'];
  readonly verified: Station['verified'];
  /** Days from the Thursday of the tests; null: not there. */
  readonly lookedDays: number | null;
  readonly openedDays: number | null;
  readonly untilDays: number | null;
  readonly contractDays: number | null;
  readonly endsDays: number | null;
  readonly draftedBy: (typeof ACTORS)[number] | null;
  readonly submittedBy: (typeof ACTORS)[number] | null;
  readonly proposedBy: (typeof ACTORS)[number] | null;
};

const THURSDAY_MS = Date.UTC(2026, 10, 26);

export function dayFrom(days: number): DateText {
  return date(new Date(THURSDAY_MS + days * 86_400_000).toISOString().slice(0, 10));
}

export function stationOf(spot: Spot, n: number): Station {
  const { status, lookedDays, openedDays, untilDays, contractDays, endsDays } = spot;
  return sampleStation({
    id: stationId(n),
    code: null,
    name: `试验驿站${n}`,
    union: union(spot.union),
    region: union(spot.union) as never,
    origin: spot.origin,
    verified: spot.verified,
    verifiedOn: lookedDays === null ? null : dayFrom(lookedDays),
    openedOn: openedDays === null ? null : dayFrom(openedDays),
    contractFrom: null,
    contractTo: contractDays === null ? null : dayFrom(contractDays),
    kind: endsDays === null ? 'station' : 'temporary-lodging',
    lodging: endsDays === null ? null : { startsOn: dayFrom(-400), endsOn: dayFrom(endsDays), beds: 4 },
    status,
    statusNote: untilDays === null ? null : { reason: `缘由${n}`, since: dayFrom(-3), until: dayFrom(untilDays) },
    rev: 1,
  });
}

/** Puts a spot into the register: its steps one by one as their people take them, then the record as it is to stand. */
export async function putSpot({ store, clock, deps }: TestServer, spot: Spot, n: number): Promise<void> {
  const whole = stationOf(spot, n);
  const take = async (actor: string, make: (before: Station | null) => StationChange) => {
    const [before = null] = await store.stationsById([whole.id]);
    const commandId = deps.randomId();
    const envelope = {
      commandId,
      actor: { id: actor, union: whole.union },
      bodyHash: commandId.repeat(2),
      at: clock.now,
      load: [],
    };
    const done = await store.commit(envelope, () => ({ ok: true, value: [make(before)] }));
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  };
  const first: Station = { ...whole, status: 'draft', statusNote: null, openedOn: null };
  const step = (name: string, over: Partial<Station>) => (before: Station | null) => {
    if (before === null) throw new Error('the station is not there yet');
    return revising(before, over, name);
  };
  if (spot.draftedBy !== null) {
    await take(spot.draftedBy, () => ({ ...registering(first), step: 'draft' }));
    if (spot.submittedBy !== null) await take(spot.submittedBy, step('submit', { status: 'submitted' }));
    const coding = registering(whole).issue;
    await take('system', (before) => ({
      ...step('confirm', { ...whole, rev: before?.rev ?? 1 })(before),
      step: 'confirm',
      ...(coding && { issue: coding }),
      after: { ...whole, rev: (before?.rev ?? 0) + 1 },
    }));
  } else await take('system', () => registering(whole));
  if (spot.proposedBy !== null) await take(spot.proposedBy, step('propose-exit', {}));
}
