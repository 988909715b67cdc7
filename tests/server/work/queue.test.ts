import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, dateText, dayOf, parseDate } from '../../../shared/kernel/instant.ts';
import type { AccountFunction } from '../../../shared/station/lifecycle.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { openTestServer, type TestServer, THURSDAY } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { stationId } from '../../shared/station/sample.ts';
import { ACTORS, putSpot, type Spot, stationOf, UNIONS } from './world.ts';

let server: TestServer;
afterEach(() => server.close());

type Pile = {
  readonly kind: string;
  readonly count: number;
  readonly items: readonly { id: string; due: string | null; note: string | null }[];
};

async function pilesOf(clerk: Clerk, kind?: string): Promise<ReadonlyMap<string, Pile>> {
  const response = await clerk.get(`/api/v1/work${kind === undefined ? '' : `?kind=${kind}`}`);
  expect(response.status).toBe(200);
  const { piles }: { piles: Pile[] } = await response.json();
  return new Map(piles.map((pile) => [pile.kind, pile]));
}

const days = fc.option(fc.integer({ min: -420, max: 120 }), { nil: null });
const spot: fc.Arbitrary<Spot> = fc
  .record({
    union: fc.constantFrom(...UNIONS),
    status: fc.constantFrom(
      'draft',
      'submitted',
      'returned',
      'approved',
      'active',
      'suspended',
      'rectifying',
      'exit-proposed',
      'exit-notice',
      'retired',
    ),
    origin: fc.constantFrom('registered', 'imported'),
    verified: fc.constantFrom('unverified', 'desk', 'on-site'),
    lookedDays: fc.option(fc.constantFrom(-1, -179, -180, -181, -182, -334, -335, -336, -400), { nil: null }),
    openedDays: fc.option(fc.constantFrom(-10, -335, -336, -366), { nil: null }),
    untilDays: fc.option(fc.constantFrom(-3, -1, 0, 2, 3, 7, 8), { nil: null }),
    contractDays: fc.oneof(fc.constantFrom(-5, 59, 60, 61), days),
    endsDays: fc.option(fc.constantFrom(-2, 13, 14, 15), { nil: null }),
    draftedBy: fc.option(fc.constantFrom(...ACTORS), { nil: null }),
    submittedBy: fc.option(fc.constantFrom(...ACTORS), { nil: null }),
    proposedBy: fc.constant(null),
  })
  .chain((one) =>
    fc
      .record({
        proposedBy: ['exit-proposed', 'exit-notice'].includes(one.status)
          ? fc.option(fc.constantFrom(...ACTORS), { nil: null })
          : fc.constant(null),
      })
      .map((more): Spot => ({ ...one, ...more })),
  );

const PUBLISHED = ['active', 'suspended', 'rectifying', 'exit-proposed', 'exit-notice'];

/** The queue said again, plainly: which spots wait for `me`, who may do everything at 郑州. */
function waiting(kind: string, one: Spot, me: string): boolean {
  if (one.union === '110105') return false;
  const published = PUBLISHED.includes(one.status);
  const submitted = one.draftedBy !== null && one.submittedBy !== null;
  const isFlagged = one.status === 'submitted' && one.origin !== 'registered' && !submitted;
  const mine = one.draftedBy === me || (submitted && one.submittedBy === me);
  const ownProposal = one.proposedBy === me;
  const seen = one.verified === 'on-site' && one.lookedDays !== null ? one.lookedDays : one.openedDays;
  switch (kind) {
    case 'draft':
      return one.status === 'draft' && one.draftedBy === me;
    case 'returned':
      return one.status === 'returned';
    case 'flagged':
      return isFlagged;
    case 'approve':
      return one.status === 'submitted' && !isFlagged && !mine;
    case 'accept':
      return one.status === 'approved' && !mine;
    case 'exit-proposed':
      return one.status === 'exit-proposed' && !ownProposal;
    case 'rectify':
      return one.status === 'rectifying' && one.untilDays !== null && one.untilDays <= 7;
    case 'notice':
      return one.status === 'exit-notice' && one.untilDays !== null && one.untilDays <= 2 && !ownProposal;
    case 'contract':
      return published && one.contractDays !== null && one.contractDays <= 60;
    case 'term':
      return published && one.endsDays !== null && one.endsDays <= 14;
    case 'review':
      return published && seen !== null && seen + 365 <= 30;
    case 'hours':
      return published && one.status !== 'suspended' && one.lookedDays !== null && one.lookedDays < -180;
    default:
      throw new Error(kind);
  }
}

const KINDS = [
  'draft',
  'returned',
  'flagged',
  'approve',
  'accept',
  'exit-proposed',
  'rectify',
  'notice',
  'contract',
  'term',
  'review',
  'hours',
];
const BOTH: readonly AccountFunction[] = ['officer', 'approver'];

describe('the queue of a person', () => {
  test('counts what counting by hand counts, over any register, and shows the same stations', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(spot, { minLength: 40, maxLength: 40 }), async (spots) => {
        server = await openTestServer();
        for (const [i, one] of spots.entries()) await putSpot(server, one, i + 1);
        const clerk = clerkAt(server.app, { union: '410100', functions: BOTH }, { id: 'wang' });
        for (const kind of KINDS) {
          const expected = spots.flatMap((one, i) => (waiting(kind, one, 'wang') ? [stationId(i + 1)] : []));
          const pile = (await pilesOf(clerk, kind)).get(kind);
          expect([kind, pile?.count ?? 0]).toEqual([kind, expected.length]);
          expect((pile?.items ?? []).map(({ id }) => id).sort()).toEqual([...expected].sort());
        }
        await server.close();
      }),
      { numRuns: 4 },
    );
  });

  test('of two setting their own days each is asked by their own', async () => {
    server = await openTestServer();
    const base = {
      status: 'active',
      origin: 'imported',
      verified: 'on-site',
      lookedDays: -1,
      openedDays: -10,
      untilDays: null,
      endsDays: null,
      draftedBy: null,
      submittedBy: null,
      proposedBy: null,
    } as const;
    await putSpot(server, { ...base, union: '410102', contractDays: 80 }, 1);
    await putSpot(server, { ...base, union: '410103', contractDays: 80 }, 2);
    const system = clerkAt(server.app, { union: '410102', functions: ['system-admin'] });
    const put = await system.post('/api/v1/unions/410102/settings', {
      id: 'a'.repeat(32),
      key: 'contract-warning-days',
      value: 90,
      from: '2026-11-26',
      reason: null,
    });
    expect(put.status).toBe(200);
    const clerk = clerkAt(server.app, { union: '410100', functions: ['officer'] });
    const pile = (await pilesOf(clerk)).get('contract');
    expect(pile?.items.map(({ id }) => id)).toEqual([stationId(1)]);
    const day = parseDate(pile?.items[0]?.due ?? '');
    expect(day).toBe(addDays(dayOf(THURSDAY), 80));
  });

  test('a keeper and an inspector are shown their own stations alone; administrators nothing', async () => {
    server = await openTestServer();
    const old = {
      union: '410102',
      status: 'active',
      origin: 'imported',
      verified: 'on-site',
      lookedDays: -400,
      openedDays: -400,
      untilDays: null,
      contractDays: 3,
      endsDays: null,
      draftedBy: null,
      submittedBy: null,
      proposedBy: null,
    } as const;
    for (const n of [1, 2, 3]) await putSpot(server, old, n);
    const at = (functions: readonly AccountFunction[], own: readonly number[]) =>
      clerkAt(server.app, { union: '410102', functions }, { stations: own.map(stationId) });
    const kept = await pilesOf(at(['keeper'], [2]));
    expect([...kept.keys()]).toEqual(['hours']);
    expect(kept.get('hours')?.items.map(({ id }) => id)).toEqual([stationId(2)]);
    const inspected = await pilesOf(at(['inspector'], [1, 3]));
    expect([...inspected.keys()]).toEqual(['review']);
    expect(inspected.get('review')?.count).toBe(2);
    expect(inspected.get('review')?.items[0]?.due).toBe(dateText(addDays(dayOf(THURSDAY), -35)));
    expect((await pilesOf(at(['keeper'], []))).size).toBe(0);
    for (const name of ['analyst', 'auditor', 'security-admin', 'system-admin'] as const) {
      expect((await pilesOf(at([name], [1]))).size).toBe(0);
    }
  });

  test('a county is asked to approve once its city lets it', async () => {
    server = await openTestServer();
    const submitted = {
      union: '410102',
      status: 'submitted',
      origin: 'registered',
      verified: 'unverified',
      lookedDays: null,
      openedDays: null,
      untilDays: null,
      contractDays: null,
      endsDays: null,
      draftedBy: 'li',
      submittedBy: 'li',
      proposedBy: null,
    } as const;
    await putSpot(server, submitted, 1);
    const county = clerkAt(server.app, { union: '410102', functions: ['approver'] });
    expect((await pilesOf(county)).size).toBe(0);
    const system = clerkAt(server.app, { union: '410100', functions: ['system-admin'] });
    await system.post('/api/v1/unions/410100/settings', {
      id: 'b'.repeat(32),
      key: 'county-approves',
      value: true,
      from: '2026-11-26',
      reason: null,
    });
    expect((await pilesOf(county)).get('approve')?.count).toBe(1);
    const author = clerkAt(server.app, { union: '410102', functions: ['approver'] }, { id: 'li' });
    expect((await pilesOf(author)).size).toBe(0);
  });

  test('the days follow a station through its steps, and leave with it', async () => {
    server = await openTestServer();
    const one: Spot = {
      union: '410102',
      status: 'rectifying',
      origin: 'imported',
      verified: 'on-site',
      lookedDays: -1,
      openedDays: -10,
      untilDays: 3,
      contractDays: null,
      endsDays: null,
      draftedBy: null,
      submittedBy: null,
      proposedBy: null,
    };
    await putSpot(server, one, 1);
    const officer = clerkAt(server.app, { union: '410102' as UnionId, functions: ['officer'] });
    expect((await pilesOf(officer)).get('rectify')?.count).toBe(1);
    const [held] = await server.store.stationsById([stationOf(one, 1).id]);
    if (held === undefined) throw new Error('gone');
    const passed = await officer.post('/api/v1/commands', {
      id: 'c'.repeat(32),
      station: held.id,
      seen: held.rev,
      command: { kind: 'pass-recheck', evidence: '看过了' },
    });
    expect(passed.status).toBe(200);
    expect((await pilesOf(officer)).size).toBe(0);
  });
});
