import { describe, expect, test } from 'vitest';
import type { Ledger, LedgerLine } from '../../server/store/port/ledgers.ts';
import type { Store } from '../../server/store/port.ts';
import { ok, refuse } from '../../shared/kernel/result.ts';
import type { EntryKept } from '../../shared/station/entry.ts';
import type { UnionId } from '../../shared/station/station.ts';
import { giftAsk } from '../fixtures/make/entry.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { command, NOON, newStation, registered } from './world.ts';

const COUNTY = '410105' as UnionId;
const idOf = (n: number) => `b${n.toString(16).padStart(31, '0')}`;

function ledgerOf(n: number, over: Partial<Ledger> = {}): Ledger {
  return {
    id: idOf(n),
    union: COUNTY,
    door: 'desk',
    state: 'staging',
    version: 0,
    at: NOON,
    changedAt: NOON,
    name: '台账.xlsx',
    hash: 'f'.repeat(64),
    actor: 'clerk',
    titles: ['站点名称', '地址'],
    rows: 2,
    skipped: 0,
    datum: { said: null, read: 'gcj02', told: true },
    plannedAt: 0,
    progress: 0,
    counts: null,
    commit: null,
    ...over,
  };
}

const lineOf = (number: number, over: Partial<LedgerLine> = {}): LedgerLine => ({
  number,
  cells: JSON.stringify([`站${number}`, '\u2028"']),
  kind: null,
  plan: null,
  answer: null,
  outcome: null,
  ...over,
});

export function ledgersContract(engine: Engine): void {
  const stage = stageOn(engine);
  const all = (store: Store, pending = false) => store.linesAfter(idOf(1), { after: 0, limit: 9_999, pending });

  describe('a ledger on its way in', () => {
    test('is kept with its lines as they were typed, planned, and taken away whole', async () => {
      const store = await stage.open();
      expect(await store.openLedger(ledgerOf(1))).toBe(true);
      expect(await store.openLedger(ledgerOf(1, { name: 'other' }))).toBe(false);
      expect(await store.ledger(idOf(1))).toEqual(ledgerOf(1));
      const lines = Array.from({ length: 120 }, (_, n) => lineOf(n + 2));
      await store.stageLines(idOf(1), lines);
      await store.planLines(idOf(1), [
        { number: 3, kind: 'flagged', plan: '{"a":1}' },
        { number: 2, kind: 'new', plan: '{"b":2}' },
      ]);
      expect((await all(store)).slice(0, 3)).toEqual([
        lineOf(2, { kind: 'new', plan: '{"b":2}' }),
        lineOf(3, { kind: 'flagged', plan: '{"a":1}' }),
        lineOf(4),
      ]);
      expect(await all(store)).toHaveLength(120);
      const page = { kinds: ['new', 'flagged'], problemsFirst: true, skip: 0, limit: 9 } as const;
      expect((await store.linesOf(idOf(1), page)).map(({ number }) => number)).toEqual([3, 2]);
      expect(await store.lineCounts(idOf(1))).toEqual({ refused: 0, flagged: 1, changed: 0, new: 1, same: 0 });
      await store.dropLedger(idOf(1));
      expect([await store.ledger(idOf(1)), await all(store)]).toEqual([null, []]);
    });

    test('is changed whole with a line of it or not at all', async () => {
      const store = await stage.open();
      await store.openLedger(ledgerOf(1, { state: 'ready' }));
      await store.stageLines(idOf(1), [lineOf(2)]);
      const edited = await store.editLine(idOf(1), 2, (ledger, line) =>
        line === null
          ? refuse({ kind: 'ledger-unknown', ledger: ledger.id })
          : ok({ ledger: { ...ledger, state: 'planning' }, line: { ...line, cells: '["x"]' } }),
      );
      expect(accepted(edited).state).toBe('planning');
      expect(one(await all(store)).cells).toBe('["x"]');
      const refused = await store.editLine(idOf(1), 9, (ledger) =>
        refuse({ kind: 'ledger-unknown', ledger: ledger.id }),
      );
      expect(refused.ok).toBe(false);
      const nobody = await store.changeLedger(idOf(7), (ledger) => ok(ledger));
      expect(nobody).toEqual(refuse({ kind: 'ledger-unknown', ledger: idOf(7) }));
    });

    test('begins to be committed once: history knows, the same id is the same receipt', async () => {
      const store = await stage.open();
      await store.openLedger(ledgerOf(1, { state: 'ready' }));
      const begin = (ledger: Ledger) =>
        ledger.state === 'ready'
          ? ok({ ...ledger, state: 'committing' as const })
          : refuse({ kind: 'ledger-state' as const, state: ledger.state });
      const asked = command(stage.next.command());
      const receipt = accepted(await store.beginLedger(asked, idOf(1), begin));
      expect(accepted(await store.beginLedger(asked, idOf(1), begin))).toEqual(receipt);
      expect((await store.beginLedger(command(stage.next.command()), idOf(1), begin)).ok).toBe(false);
      expect(one(await store.historyOf(idOf(1)))).toMatchObject({ subject: 'ledger', step: 'import', before: null });
      const { seq } = await store.counter();
      expect(await store.verifyHistory()).toEqual({ rows: seq, brokenAt: null });
    });

    test('has stations and outcomes of a chunk together, or neither', async () => {
      const store = await stage.open();
      await store.openLedger(ledgerOf(1, { state: 'committing' }));
      await store.stageLines(idOf(1), [lineOf(2), lineOf(3)]);
      const station = newStation(stage.next.id(), {});
      const asked = command(stage.next.command());
      const entry = { ...giftAsk(1, { station: station.id }), union: station.union } as unknown as EntryKept;
      const decide = () =>
        ok({
          changes: [registered(station)],
          entries: [entry],
          outcomes: () => [{ number: 2, kind: 'new' as const, outcome: '{}' }],
        });
      const receipt = accepted(await store.commitLines(asked, idOf(1), decide));
      expect((await all(store, true)).map(({ number }) => number)).toEqual([3]);
      // Asked again after a kill: the same receipt, nothing twice.
      expect(accepted(await store.commitLines(asked, idOf(1), decide))).toEqual(receipt);
      const refused = await store.commitLines(command(stage.next.command()), idOf(1), () =>
        refuse({ kind: 'serials-used-up', region: '410105' }),
      );
      expect(refused.ok).toBe(false);
      expect(await store.stationsById([station.id])).toHaveLength(1);
      const entries = await store.historyOf(`${station.id}/${entry.id}`);
      expect(entries.map(({ step, at }) => [step, at])).toEqual([['import', receipt.at]]);
      expect((await store.heldEntry(entry.id))?.entry).toMatchObject({ kind: 'gift', rev: 1 });
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    });

    test('lets go of what the line of many rows held when they are written', async () => {
      const store = await stage.open();
      await store.openLedger(ledgerOf(1, { state: 'committing' }));
      await store.stageLines(idOf(1), [lineOf(2), lineOf(3)]);
      const outcomes = () => [{ number: 2, kind: null, outcome: '{}' }];
      accepted(
        await store.commitLines(command(stage.next.command()), idOf(1), () =>
          ok({ changes: [], entries: [], outcomes }),
        ),
      );
      const [ended, waiting] = await all(store);
      expect(ended).toMatchObject({ number: 2, cells: '', kind: null, outcome: '{}' });
      expect(waiting).toEqual(lineOf(3));
    });
  });
}
