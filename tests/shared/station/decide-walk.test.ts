import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { Command } from '../../../shared/station/command.ts';
import { decide } from '../../../shared/station/decide.ts';
import { LIFECYCLE, mayStep, STEPS, type Step } from '../../../shared/station/lifecycle.ts';
import { PUBLISHED, type Status } from '../../../shared/station/station.ts';
import { Ledger, LI, SYSTEM, WANG, type Who, ZHAO } from './ledger.ts';
import { factsOf, region, sampleStation, stationId } from './sample.ts';

const ID = stationId(1);
const SUCCESSOR = sampleStation({ id: stationId(99) });
const REASON = { reason: '写明原因' } as const;

/** A well-formed command of every step, so that only the life cycle, four eyes and dates can refuse it. */
function commandOf(step: Step, far: boolean, turn: number): Command {
  const { code } = SUCCESSOR;
  if (code === null) throw new Error('the sample has a code');
  const place = { region: region('410103'), town: null, address: '大学路 1 号', entrance: null };
  const commands: { readonly [S in Step]: Command & { readonly kind: S } } = {
    draft: { id: 'c', kind: 'draft', station: ID, facts: factsOf() },
    submit: { id: 'c', kind: 'submit', duplicateAnswer: null },
    withdraw: { id: 'c', kind: 'withdraw' },
    import: {
      id: 'c',
      kind: 'import',
      station: ID,
      facts: factsOf(),
      origin: 'imported',
      openedOn: null,
      flags: far ? ['远'] : [],
    },
    'accept-flagged': { id: 'c', kind: 'accept-flagged', ...REASON },
    return: { id: 'c', kind: 'return', ...REASON },
    approve: { id: 'c', kind: 'approve' },
    accept: { id: 'c', kind: 'accept', checklist: [] },
    abandon: { id: 'c', kind: 'abandon', ...REASON },
    revise: { id: 'c', kind: 'revise', patch: { entrance: `${turn} 号门` }, basedOn: -1, reason: null },
    confirm: { id: 'c', kind: 'confirm', verified: 'desk' },
    relocate: {
      id: 'c',
      kind: 'relocate',
      newStation: stationId(1000 + turn),
      point: gcj02(113.664412 + (far ? 0.02 : 0.001), 34.757321),
      ...place,
      ...REASON,
    },
    suspend: { id: 'c', kind: 'suspend', ...REASON, until: null },
    resume: { id: 'c', kind: 'resume' },
    rectify: { id: 'c', kind: 'rectify', ...REASON, deadline: null },
    'pass-recheck': { id: 'c', kind: 'pass-recheck', evidence: '照片' },
    'propose-exit': { id: 'c', kind: 'propose-exit', reasonCode: 'LOW_USE', ...REASON, evidence: '记录' },
    'reject-exit': { id: 'c', kind: 'reject-exit', ...REASON },
    'open-notice': { id: 'c', kind: 'open-notice' },
    'withdraw-notice': { id: 'c', kind: 'withdraw-notice', ...REASON },
    'record-objection': { id: 'c', kind: 'record-objection', ...REASON },
    'uphold-objection': {
      id: 'c',
      kind: 'uphold-objection',
      restoresTo: far ? 'active' : 'rectifying',
      ...REASON,
      deadline: null,
    },
    'dismiss-objection': { id: 'c', kind: 'dismiss-objection', ...REASON },
    retire: { id: 'c', kind: 'retire' },
    merge: { id: 'c', kind: 'merge', successor: code, ...REASON },
    reinstate: { id: 'c', kind: 'reinstate', ...REASON, document: '文件' },
    'end-term': { id: 'c', kind: 'end-term' },
  };
  return commands[step];
}

type Move = {
  readonly pick: number;
  readonly who: Who;
  readonly far: boolean;
  readonly days: number;
  readonly wild: boolean;
};

const PEOPLE: readonly Who[] = [WANG, LI, ZHAO, SYSTEM, { id: 'sun', functions: ['officer', 'approver'] }];
const move: fc.Arbitrary<Move> = fc.record({
  pick: fc.nat({ max: 1000 }),
  who: fc.constantFrom(...PEOPLE),
  far: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  days: fc.constantFrom(0, 0, 0, 3, 9),
  wild: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
});

/** Steps after which little more happens: taken now and then, or no walk would live long enough to retire. */
const ENDS: readonly Step[] = ['merge', 'relocate'];

/** Picks among the steps the status allows, or (wild) among all of them. */
function stepOf({ pick, wild }: Move, status: Status | 'none'): Step {
  const allowed = STEPS.filter((step) => mayStep(status, step) && (pick % 6 === 0 || !ENDS.includes(step)));
  const from = wild || allowed.length === 0 ? STEPS : allowed;
  return from[Math.floor(pick / 6) % from.length] ?? 'draft';
}

type Taken = { readonly step: Step; readonly who: string; readonly from: Status | 'none'; readonly to: Status };

/** Takes one random step, checks what must hold whatever was decided, and says what happened. */
function walkOn(ledger: Ledger, next: Move, turn: number): Taken | null {
  ledger.pass(next.days);
  const before = ledger.stations.get(ID) ?? null;
  const from = before === null ? 'none' : before.status;
  const step = stepOf(next, from);
  const made = commandOf(step, next.far, turn);
  const command = made.kind === 'revise' && before !== null ? { ...made, basedOn: before.rev } : made;
  const refusal = ledger.ask(ID, command, { ...ledger.context(ID, next.who), successor: SUCCESSOR });
  const after = ledger.stations.get(ID) ?? null;
  if (refusal !== null) expect(after).toBe(before);
  if (!mayStep(from, step)) expect(refusal).toEqual({ kind: 'step-not-allowed', step, status: from });
  if (refusal !== null || after === null) return null;
  if (PUBLISHED.includes(after.status) || ['retired', 'merged', 'relocated'].includes(after.status)) {
    expect(after.code).not.toBe(null);
  }
  if (before?.code !== null && before !== null) expect(after.code).toBe(before.code);
  expect(after.rev).toBe((before?.rev ?? 0) + 1);
  return { step, who: next.who.id, from, to: after.status };
}

/** Where walks begin: nothing yet, on phones, flagged, half way through registering, half way out, gone. */
type Taking = readonly [step: Step, who: Who, far: boolean];
const STARTS: readonly (readonly Taking[])[] = [
  [],
  [['import', SYSTEM, false]],
  [['import', SYSTEM, true]],
  [
    ['draft', WANG, false],
    ['submit', WANG, false],
    ['approve', LI, false],
  ],
  [
    ['import', SYSTEM, false],
    ['propose-exit', WANG, false],
    ['open-notice', LI, false],
  ],
  [
    ['import', SYSTEM, false],
    ['propose-exit', WANG, false],
    ['open-notice', LI, false],
    ['retire', LI, false],
  ],
];

type Walk = { readonly start: (typeof STARTS)[number]; readonly moves: readonly Move[] };

const walks: fc.Arbitrary<Walk> = fc.record({
  start: fc.constantFrom(...STARTS),
  moves: fc.array(move, { minLength: 1, maxLength: 50, size: 'max' }),
});

function walked({ start, moves }: Walk): { readonly ledger: Ledger; readonly taken: readonly Taken[] } {
  const ledger = new Ledger();
  const taken: Taken[] = [];
  for (const [step, who, far] of start) {
    const from = ledger.stations.get(ID)?.status ?? 'none';
    if (step === 'retire') ledger.pass(9);
    expect(ledger.ask(ID, commandOf(step, far, 0), ledger.context(ID, who))).toBe(null);
    taken.push({ step, who: who.id, from, to: ledger.station(ID).status });
  }
  for (const [turn, next] of moves.entries()) {
    const step = walkOn(ledger, next, turn);
    if (step !== null) taken.push(step);
  }
  return { ledger, taken };
}

function lastBy(taken: readonly Taken[], step: Step): string | null {
  return [...taken].reverse().find((entry) => entry.step === step)?.who ?? null;
}

describe('a random life', { timeout: 30_000 }, () => {
  it('takes only steps of the table, into states the table names, and never publishes without a code', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(walks, (walk) => {
        for (const { step, from, to } of walked(walk).taken) {
          expect(LIFECYCLE[step].from).toContain(from);
          const targets = LIFECYCLE[step].to;
          const back: readonly Status[] = ['active', 'suspended', 'rectifying', 'exit-proposed', 'exit-notice'];
          const named =
            targets.some((target) => target === to) ||
            (targets.includes('same') && to === from) ||
            (targets.includes('back') && back.includes(to));
          expect(named, `${step}: ${from} → ${to}`).toBe(true);
          seen.set(step, (seen.get(step) ?? 0) + 1);
        }
      }),
      { numRuns: 200 },
    );
    // A walk that never reaches a step proves nothing about it; only terms need another kind of station.
    const unseen = STEPS.filter((step) => !seen.has(step));
    expect(unseen).toEqual(['end-term']);
  });

  it('never lets anybody judge their own work', () => {
    let judged = 0;
    fc.assert(
      fc.property(walks, (walk) => {
        const { taken } = walked(walk);
        for (const [i, { step, who }] of taken.entries()) {
          const earlier = taken.slice(0, i);
          const wrote = earlier.filter((entry) => entry.step === 'draft').map((entry) => entry.who);
          if (step === 'approve' || step === 'accept' || step === 'return') {
            expect([...wrote, lastBy(earlier, 'submit'), lastBy(earlier, 'import')]).not.toContain(who);
            judged += 1;
          }
          if (step === 'open-notice' || step === 'retire' || step === 'reject-exit') {
            expect(lastBy(earlier, 'propose-exit')).not.toBe(who);
            judged += 1;
          }
          if (step === 'reinstate') {
            expect(lastBy(earlier, 'retire')).not.toBe(who);
            judged += 1;
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(judged).toBeGreaterThan(100);
  });

  it('leaves by exit only after a notice that ran its days', () => {
    let retired = 0;
    fc.assert(
      fc.property(walks, fc.nat({ max: 12 }), (walk, days) => {
        const { ledger } = walked(walk);
        // Wherever the walk stands, somebody who proposed nothing tries to retire it, at once or days later.
        ledger.pass(days);
        ledger.ask(ID, commandOf('retire', false, 0), ledger.context(ID, { id: 'qian', functions: ['approver'] }));
        const trail = ledger.trail(ID);
        for (const [i, { step, at }] of trail.entries()) {
          if (step !== 'retire') continue;
          const opened = [...trail.slice(0, i)].reverse().find((entry) => entry.step === 'open-notice');
          expect(at - (opened?.at ?? at)).toBeGreaterThan(7 * 86_400_000);
          retired += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(retired).toBeGreaterThan(10);
  });

  it('never issues a code twice, and every relocation is one chain', () => {
    let chains = 0;
    fc.assert(
      fc.property(walks, (walk) => {
        const { ledger } = walked(walk);
        // Wherever the walk stands, one more long move where the life cycle allows it.
        ledger.ask(ID, commandOf('relocate', true, 500), ledger.context(ID, WANG));
        expect(new Set(ledger.codes).size).toBe(ledger.codes.length);
        for (const station of ledger.stations.values()) {
          if (station.status !== 'relocated') continue;
          const next = [...ledger.stations.values()].find(({ code }) => code === station.successor);
          expect(next?.predecessor).toBe(station.code);
          expect(next?.code).not.toBe(station.code);
          chains += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(chains).toBeGreaterThan(10);
  });

  it('is decided the same way twice', () => {
    fc.assert(
      fc.property(walks, move, (walk, next) => {
        const { ledger } = walked(walk);
        const station = ledger.stations.get(ID) ?? null;
        const command = commandOf(stepOf(next, station?.status ?? 'none'), next.far, 7);
        const context = { ...ledger.context(ID, next.who), successor: SUCCESSOR };
        expect(decide(station, command, context)).toEqual(decide(station, command, context));
      }),
      { numRuns: 100 },
    );
  });
});
