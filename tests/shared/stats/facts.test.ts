import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { KeptChronicle } from '../../../shared/stats/chronicle-bytes.ts';
import { counted } from '../../../shared/stats/counted.ts';
import type { IndicatorId } from '../../../shared/stats/definition.ts';
import type { AsOf, Question } from '../../../shared/stats/question.ts';
import { standAfter } from '../../../shared/stats/stand.ts';
import { figuresOf } from '../../../shared/stats/tally.ts';
import { knownAt } from '../../../shared/stats/told.ts';
import { packTraits, TRAITS } from '../../../shared/stats/traits.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';
import { region, sampleStation, stationId, union } from '../station/sample.ts';
import { GROUND, question, Telling } from './telling.ts';

const ID = (id: string) => id as IndicatorId;

function figures(told: Telling, of: string | Question, ids: readonly string[]) {
  const asked = typeof of === 'string' ? question(of, told.known) : of;
  return figuresOf({ chronicle: told.chronicle(), ground: GROUND }, asked, ids.map(ID)).total;
}

type Said = { readonly [field: string]: unknown };

function report(told: Telling, [on, step, id]: readonly [on: string, step: string, id: string], after: Said) {
  const before = step === 'file' ? null : {};
  return told.tell(on, { subject: 'report', subjectId: id, step, before, after });
}

describe('reports', () => {
  const told = new Telling();
  told.first(1, ['2026-09-01', 'import']);
  const of = (n: string) => `${stationId(1)}/${n}`;
  report(told, ['2026-10-02', 'file', of('a')], { kind: 'door-shut', union: '410102', state: 'received' });
  report(told, ['2026-10-03', 'file', of('b')], { kind: 'all-right', union: '410102', state: 'received' });
  report(told, ['2026-10-04', 'file', of('c')], { kind: 'broken', union: '410102', state: 'queued' });
  report(told, ['2026-10-04', 'resolve', of('a')], { state: 'resolved' });
  report(told, ['2026-10-05', 'file', 'p'], { kind: 'new-place', union: '410105', state: 'received' });
  report(told, ['2026-11-05', 'dismiss', 'p'], { state: 'dismissed' });

  it('are counted by kind and by how they were answered, those held back left out', () => {
    const ids = ['voice.received', 'voice.door-shut', 'voice.broken', 'voice.new-place', 'voice.confirmed-share'];
    expect(figures(told, '2026-10', ids)).toEqual([3, 1, 0, 1, 50]);
  });

  it('wait until they are answered, in the period that saw it', () => {
    const ids = ['voice.answered', 'voice.in-time', 'voice.waiting'];
    expect(figures(told, '2026-10', ids)).toEqual([1, 1, 2]);
    expect(figures(told, '2026-11', ids)).toEqual([1, 0, 1]);
    const hours = figures(told, '2026-10', ['voice.hours-median'])[0] ?? 0;
    expect(Math.round(hours)).toBe(48);
  });

  it('of places belong to no station, and are said apart in the list behind the figure', () => {
    const source = { chronicle: told.chronicle(), ground: GROUND };
    const found = counted(source, question('2026-10', told.known), { indicator: ID('voice.received'), row: null });
    expect(found).toMatchObject({ beside: 1, sum: 3, stations: [{ station: 0, amount: 2 }] });
  });
});

describe('tasks after an exit', () => {
  const told = new Telling();
  told.first(1, ['2026-09-01', 'import']);
  told.later(1, ['2026-10-01', 'retire'], { status: 'retired' });
  const task = ([on, step, n]: readonly [string, string, string], after: Said) =>
    told.tell(on, { subject: 'task', subjectId: `${stationId(1)}/${n}`, step, before: null, after });
  task(['2026-10-01', 'open', 'x'], { task: 'plaque-recovered', due: '2026-10-20' });
  task(['2026-10-01', 'open', 'y'], { task: 'amap-delisted', due: '2026-10-20' });
  task(['2026-10-01', 'open', 'z'], { task: 'baidu-delisted', due: '2026-12-20' });
  task(['2026-11-03', 'done', 'x'], { task: 'plaque-recovered', done: true });
  task(['2026-11-04', 'void', 'z'], { task: 'baidu-delisted' });

  it('are open until they are done, and overdue after their day', () => {
    const ids = ['exit.tasks-open', 'exit.tasks-overdue', 'exit.tasks-done'];
    expect(figures(told, '2026-10', ids)).toEqual([3, 2, 0]);
    expect(figures(told, '2026-11', ids)).toEqual([1, 1, 1]);
  });
});

describe('entries', () => {
  const told = new Telling();
  told.first(1, ['2026-09-01', 'import']);
  const entry = (people: number, rev: number, isWithdrawn = false) => ({
    id: 'e'.repeat(32),
    union: '410102',
    station: stationId(1),
    day: '2026-10-01',
    note: null,
    isWithdrawn,
    rev,
    kind: 'visits',
    body: {
      channel: 'gate',
      days: 10,
      people: { courier: people, 'food-rider': 0, driver: 0, sanitation: 0, other: 0 },
    },
  });
  const keep = ([on, step]: readonly [string, string], rev: number, after: Said) =>
    told.tell(on, {
      subject: 'entry',
      subjectId: `${stationId(1)}/e`,
      step,
      before: rev === 1 ? null : {},
      after: { ...after },
    });
  const first = keep(['2026-11-01', 'keep'], 1, entry(40, 1));
  const second = keep(['2026-11-02', 'keep'], 2, entry(50, 2));
  const gone = keep(['2026-11-03', 'withdraw'], 3, entry(50, 3, true));

  it('count as they were known: kept, corrected, withdrawn', () => {
    const reported = (asOf: AsOf) => figures(told, question('2026-10', asOf), ['visits.reported', 'visits.per-day']);
    expect(reported(first)).toEqual([40, 4]);
    expect(reported(second)).toEqual([50, 5]);
    expect(reported(gone)).toEqual([0, null]);
  });
});

describe('doubts about data', () => {
  it('find stations within fifty metres of each other, also across a border of divisions', () => {
    const told = new Telling();
    const on = ['2026-09-01', 'import'] as const;
    const lat = 34.75;
    told.first(1, on, { point: gcj02(113.6, lat) });
    told.first(2, on, { point: gcj02(113.6 + 0.0005, lat), region: region('410105') });
    told.first(3, on, { point: gcj02(113.6 + 0.0012, lat) });
    told.first(4, on, { point: gcj02(113.6, lat + 0.0001), status: 'draft' });
    // 46 m apart, and 64 m from the third.
    expect(figures(told, '2026-09', ['quality.near'])).toEqual([2]);
    const { rows } = figuresOf(
      { chronicle: told.chronicle(), ground: GROUND },
      question('2026-09', told.known, { union: union('410105') }),
      [ID('quality.near')],
    );
    expect(rows[0]?.values).toEqual([1]);
  });

  it('say nothing of borders where there are none, and ask them where there are', () => {
    const told = new Telling();
    told.first(1, ['2026-09-01', 'import']);
    expect(figures(told, '2026-09', ['quality.outside'])).toEqual([null]);
    const ground = { ...GROUND, isOutside: () => true };
    const found = figuresOf({ chronicle: told.chronicle(), ground }, question('2026-09', told.known), [
      ID('quality.outside'),
    ]);
    expect(found.total).toEqual([1]);
  });

  it('grow old after 180 days, by the last day counted', () => {
    const told = new Telling();
    told.first(1, ['2026-03-01', 'import'], {
      verifiedOn: '2026-03-01' as never,
      hours: { base: { kind: 'always' }, holidays: { kind: 'same' }, seasons: [], exceptions: [], raw: null },
    });
    told.tell('2026-12-01', { subject: 'setting', subjectId: 'x', step: 'set', before: null, after: {} });
    expect(figures(told, '2026-07', ['quality.hours-old'])).toEqual([0]);
    expect(figures(told, '2026-09', ['quality.hours-old'])).toEqual([1]);
  });
});

describe('the tree of unions', () => {
  it('is as it was known at asOf, whichever list it is told from', () => {
    const first = { id: 'a', name: '甲', parent: '000000' };
    const rows = [
      { subject: 'union' as const, id: 'a', seq: 5, before: { name: '甲' }, after: { name: '乙' } },
      { subject: 'union' as const, id: 'b', seq: 6, before: null, after: { name: '丙', parent: 'a' } },
      { subject: 'union' as const, id: 'b', seq: 8, before: { parent: 'a' }, after: { parent: '000000' } },
    ];
    const today = [
      { ...first, name: '乙' },
      { id: 'b', name: '丙', parent: '000000' },
    ];
    for (const list of [[first], today]) {
      const at = (seq: number) => [...knownAt(new Map(list.map((one) => [one.id, one])), rows, seq).values()];
      expect(at(4)).toEqual([first]);
      expect(at(5)).toEqual([{ ...first, name: '乙' }]);
      expect(at(6)).toEqual([
        { ...first, name: '乙' },
        { id: 'b', name: '丙', parent: 'a' },
      ]);
      expect(at(9)).toEqual(today);
    }
  });

  it('moves the branch that is asked about', () => {
    const told = new Telling();
    told.tell('2026-09-01', {
      subject: 'union',
      subjectId: 'i-1',
      step: 'add',
      before: null,
      after: { parent: '410100', name: '行业', region: null, closedOn: null },
    });
    const before = told.first(1, ['2026-09-02', 'import'], { union: union('i-1') });
    const after = told.tell('2026-09-03', {
      subject: 'union',
      subjectId: 'i-1',
      step: 'move',
      before: { parent: '410100' },
      after: { parent: '410200' },
    });
    const source = { chronicle: told.chronicle(), ground: GROUND };
    const closing = (asOf: AsOf, top: string) =>
      figuresOf(source, question('2026-09', asOf, { union: union(top) }), [ID('stock.closing')]).total[0];
    expect([closing(before, '410100'), closing(before, '410200')]).toEqual([1, 0]);
    expect([closing(after, '410100'), closing(after, '410200')]).toEqual([0, 1]);
  });
});

describe('a chronicle in pieces', () => {
  const told = new Telling();
  for (let n = 1; n <= 20; n++) told.first(n, ['2026-09-01', 'import']);
  report(told, ['2026-09-02', 'file', `${stationId(1)}/r`], { kind: 'broken', union: '410102', state: 'received' });
  const kept = new KeptChronicle(utf8);
  for (const row of told.rows) kept.chronicle.add(row);
  const piece = kept.cut() ?? new Uint8Array(0);

  it('has nothing to cut when nothing was added', () => {
    expect(piece.length).toBeGreaterThan(0);
    expect(kept.cut()).toBeNull();
  });

  it('refuses a broken piece, one of another making and one that does not follow', () => {
    for (const at of [0, 4, 20, piece.length - 1]) {
      const broken = piece.slice();
      broken[at] = (broken[at] ?? 0) ^ 1;
      expect(new KeptChronicle(utf8).lay(broken)).toBe(false);
    }
    expect(new KeptChronicle(utf8).lay(piece.subarray(0, 30))).toBe(false);
    expect(new KeptChronicle(utf8).lay(new Uint8Array(0))).toBe(false);
    expect(kept.lay(piece)).toBe(false);
  });

  it('keeps what reports it was told of, by whichever sum of its bytes it is checked', () => {
    const again = new KeptChronicle(utf8, crc32);
    expect(again.lay(piece)).toBe(true);
    const found = figuresOf({ chronicle: again.chronicle, ground: GROUND }, question('2026-09', told.known), [
      ID('voice.broken'),
    ]);
    expect(found.total).toEqual([1]);
    expect(again.chronicle.known).toEqual(told.known);
  });

  it('refuses rows out of their order', () => {
    expect(() => kept.chronicle.add({ ...(told.rows[3] ?? (null as never)) })).toThrow();
  });

  it('adds no version for a row that changes nothing counted', () => {
    const { chronicle } = kept;
    const { length } = chronicle.versions;
    const row = told.rows[0] ?? (null as never);
    chronicle.add({ ...row, seq: 100, before: {}, after: { name: '换个名字', rev: 2 } });
    expect(chronicle.versions.length).toBe(length);
  });
});

describe('traits', () => {
  it('come out of their bits as they went in', () => {
    const stand = standAfter(null, {
      ...sampleStation({ hostType: 'other', tier: 'smart-24h', build: null, origin: 'synthetic' }),
    });
    const honoured = { ...stand, honours: ['national', 'city'] as const };
    const traits = packTraits(honoured);
    expect(traits).toBeLessThan(2 ** 32);
    const read = Object.fromEntries(Object.entries(TRAITS).map(([name, of]) => [name, of(traits >>> 0)]));
    expect(read).toMatchObject({
      hostType: 'other',
      tier: 'smart-24h',
      build: null,
      origin: 'synthetic',
      honours: ['national', 'city'],
    });
  });
});
