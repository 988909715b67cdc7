import { describe, expect, test } from 'vitest';
import type { Store } from '../../server/store/port.ts';
import { instant } from '../../shared/kernel/instant.ts';
import { parsePeriod } from '../../shared/stats/period.ts';
import {
  decideSubmission,
  type Frozen,
  type SubmissionCommand,
  type SubmissionContext,
} from '../../shared/stats/submission.ts';
import { union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { command } from './world.ts';

const COUNTY = union('410102');
const CITY = union('410100');

function period(text: string) {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}
const NOVEMBER = period('2026-11');

const frozen = (seq: number, closing = 7): Frozen => ({
  asOf: { seq, at: instant(1000 + seq) },
  openingAsOf: null,
  tables: [
    {
      table: 'stock',
      columns: [{ id: 'stock.closing', name: '期末', unit: '个', digits: 0, version: 1 }],
      rows: [{ key: '410102', name: '中原区', below: null, values: [closing] }],
      total: [closing],
    },
  ],
  definitions: [{ id: 'stock.closing', version: 1 }],
  hash: seq.toString(16).padStart(64, '0'),
});

export function submissionsContract(engine: Engine): void {
  const stage = stageOn(engine);
  type Step = {
    readonly said: SubmissionCommand;
    readonly by: string;
    readonly at?: typeof COUNTY;
    readonly seq?: number;
  };

  async function take(store: Store, { said, by, at = COUNTY, seq = 3 }: Step, id = stage.next.command()) {
    const context: Omit<SubmissionContext, 'at'> = {
      union: COUNTY,
      period: NOVEMBER,
      actor: { id: by, union: at },
      above: CITY,
      endsOn: null,
      made: { frozen: frozen(seq), warnings: [] },
    };
    return store.stepSubmission(
      { ...command(id), actor: { id: by, union: at } },
      {
        union: COUNTY,
        period: NOVEMBER,
        step: said.step,
        reason: null,
        decide: (held, now) => decideSubmission(held, said, { ...context, at: now }),
      },
    );
  }
  const submit = (rev: number): SubmissionCommand => ({ step: 'submit', rev, notes: [] });
  const FAULTS = [{ table: 'stock', row: '410102', text: '少了一个' }] as const;

  describe('figures handed upward', () => {
    test('are submitted, returned, submitted again and signed, a row of history each, and then stand for ever', async () => {
      const store = await stage.open();
      expect(await store.signedAsOf(COUNTY, NOVEMBER)).toBeNull();
      accepted(await take(store, { said: submit(0), by: 'officer' }));
      expect(await store.signedAsOf(COUNTY, NOVEMBER)).toBeNull();
      accepted(await take(store, { said: { step: 'return', rev: 1, faults: FAULTS }, by: 'approver', at: CITY }));
      const returned = await store.submission(COUNTY, NOVEMBER);
      expect(returned).toMatchObject({ state: 'returned', rev: 2, returned: { by: 'approver', faults: FAULTS } });
      const receipt = accepted(await take(store, { said: submit(2), by: 'officer', seq: 9 }, 'e'.repeat(32)));
      expect(receipt).toMatchObject({ state: 'submitted', rev: 3 });
      // The same command again: the same receipt, and nothing written.
      expect(await take(store, { said: submit(2), by: 'officer', seq: 9 }, 'e'.repeat(32))).toEqual({
        ok: true,
        value: receipt,
      });
      accepted(await take(store, { said: { step: 'sign', rev: 3 }, by: 'approver', at: CITY }));
      expect(await store.signedAsOf(COUNTY, NOVEMBER)).toEqual(frozen(9).asOf);
      const held = await store.submission(COUNTY, NOVEMBER);
      expect(held?.frozen).toEqual(frozen(9));
      expect(held?.signed?.by).toBe('approver');
      const rows = await store.historyOf('410102/2026-11');
      expect(rows.map(({ subject, step, after }) => [subject, step, after.state])).toEqual([
        ['submission', 'submit', 'submitted'],
        ['submission', 'return', 'returned'],
        ['submission', 'submit', 'submitted'],
        ['submission', 'sign', 'signed'],
      ]);
      expect(one(rows.slice(3)).after).toMatchObject({ hash: frozen(9).hash, asOf: 9 });
      const late = await take(store, { said: submit(4), by: 'officer' });
      expect(late).toEqual({ ok: false, refusal: { kind: 'submission-step', step: 'submit', state: 'signed' } });
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    });

    test('are signed once when two sign at the same time', async () => {
      const store = await stage.open();
      const other = await stage.open();
      accepted(await take(store, { said: submit(0), by: 'officer' }));
      const both = await Promise.all([
        take(store, { said: { step: 'sign', rev: 1 }, by: 'first', at: CITY }),
        take(other, { said: { step: 'sign', rev: 1 }, by: 'second', at: CITY }),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const refused = both.flatMap((said) => (said.ok ? [] : [said.refusal.kind]));
      expect(refused).toEqual(['rev-stale']);
      expect((await store.submission(COUNTY, NOVEMBER))?.rev).toBe(2);
    });

    test('are listed of a union, of those right below it and of its branch', async () => {
      const store = await stage.open();
      accepted(await take(store, { said: submit(0), by: 'officer' }));
      const lines = (top: string, of: 'own' | 'below' | 'branch', periods = [NOVEMBER]) =>
        store.submissionLines({ top: union(top), of, periods });
      expect(one(await lines('410102', 'own'))).toMatchObject({
        union: '410102',
        period: '2026-11',
        state: 'submitted',
        totals: { 'stock.closing': 7 },
        signedAt: null,
      });
      expect(await lines('410100', 'below')).toHaveLength(1);
      expect(await lines('410100', 'own')).toEqual([]);
      expect(await lines('410000', 'below')).toEqual([]);
      expect(await lines('410000', 'branch')).toHaveLength(1);
      expect(await lines('000000', 'branch')).toHaveLength(1);
      expect(await lines('410103', 'branch')).toEqual([]);
      expect(await lines('410102', 'own', [period('2026-10')])).toEqual([]);
    });
  });

  describe('two stations that are two', () => {
    test('are remembered once, with a row of history for each', async () => {
      const store = await stage.open();
      const [a, b] = await stage.register(store, [{}, {}]);
      if (!a || !b) throw new Error('not registered');
      const [first, second] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
      const keep = () => store.keepDifferent(command(stage.next.command()), { first, second, reason: '一个在一楼' });
      accepted(await keep());
      accepted(await keep());
      expect(await store.differentPairs()).toEqual([{ first, second }]);
      expect(await store.historyOf(`${first}/${second}`)).toMatchObject([{ step: 'not-same', reason: '一个在一楼' }]);
      expect(await store.historyOf(`${second}/${first}`)).toHaveLength(1);
    });
  });
}
