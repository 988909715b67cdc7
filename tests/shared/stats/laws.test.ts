import { describe, expect, it } from 'vitest';
import type { Station } from '../../../shared/station/station.ts';
import { Chronicle } from '../../../shared/stats/chronicle.ts';
import { KeptChronicle } from '../../../shared/stats/chronicle-bytes.ts';
import { counted } from '../../../shared/stats/counted.ts';
import type { IndicatorId } from '../../../shared/stats/definition.ts';
import { indicator } from '../../../shared/stats/definitions/all.ts';
import { difference } from '../../../shared/stats/difference.ts';
import type { Cell, Question, RowsBy } from '../../../shared/stats/question.ts';
import type { Source } from '../../../shared/stats/run.ts';
import { figuresOf } from '../../../shared/stats/tally.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';
import { union } from '../station/sample.ts';
import { NAIVE_NAMES, type NaiveStock, naiveStock } from './naive.ts';
import { Dice, type Tale, tale } from './random-history.ts';
import { GROUND, question, type Telling } from './telling.ts';

/** Ten thousand small histories; a failure names the number of the one that broke. */
const SEED = Number(process.env.STATS_SEED ?? 20_260_000);
const HISTORIES = 10_000;

const STOCK = NAIVE_NAMES.map((name) => `stock.${name}` as IndicatorId);
const OPENED = [
  ...STOCK,
  ...['stock.suspended', 'exit.total', 'exit.low-use', 'hours.unknown', 'quality.unverified', 'quality.left-out'].map(
    (id) => id as IndicatorId,
  ),
] as [IndicatorId, ...IndicatorId[]];
const BYS: readonly [RowsBy, ...RowsBy[]] = [
  'none',
  'region',
  'city',
  'county',
  'union',
  'kind',
  'size',
  'build',
  'hostType',
];
const TOPS = ['000000', '000000', '410000', '410100', '410102'] as const;

/** A question that a history can be asked, drawn of its number. */
function drawn(dice: Dice, { asOfs }: Tale): Question {
  const pick = () => asOfs[dice.below(asOfs.length)] ?? { seq: 0, at: asOfs[0]?.at ?? (0 as never) };
  const [a, b] = [pick(), pick()];
  const [early, late] = a.seq < b.seq ? [a, b] : [b, a];
  return question(dice.of(['2026-09', '2026-10', '2026-10', '2026-11', '2026-12', '2026-Q4', '2026']), late, {
    by: dice.of(BYS),
    union: union(dice.of(TOPS)),
    stations: dice.of(['real', 'real', 'real', 'synthetic']),
    openingAsOf: dice.below(3) > 0 ? early : null,
  });
}

function chronicleOf({ rows }: Telling, upTo = rows.length): Chronicle {
  const chronicle = new Chronicle();
  for (const row of rows.slice(0, upTo)) chronicle.add(row);
  return chronicle;
}

const PARENTS: { readonly [code: string]: string } = {
  '410102': '410100',
  '410105': '410100',
  '410103': '410100',
  '410202': '410200',
  '110105': '110000',
  '410100': '410000',
  '410200': '410000',
  '410000': '000000',
  '110000': '000000',
};
function lineOf(code: string): readonly string[] {
  const above = PARENTS[code];
  return above === undefined ? [code] : [code, ...lineOf(above)];
}

/** The scope and the rows, told once more without what is judged. */
function naiveRow({ by, union: top, stations }: Question, record: Partial<Station>): string | null {
  const { union: of = '', region: at = '', origin } = record;
  const line = lineOf(of);
  if ((origin === 'synthetic') !== (stations === 'synthetic') || !line.includes(top)) return null;
  const city = lineOf(at)[1] ?? at;
  switch (by) {
    case 'county':
      return at;
    case 'city':
      return city === '110000' ? '110100' : city;
    case 'region':
      if (top === '000000') return `${at.slice(0, 2)}0000`;
      return top === '410000' ? (city === '110000' ? '110100' : city) : at;
    case 'union':
      return line[line.indexOf(top) - 1] ?? top;
    case 'size':
      return typeof record.area === 'number' ? (record.area < 5 ? 'micro' : 'standard') : 'unknown';
    case 'kind':
    case 'build':
    case 'hostType':
      return record[by] ?? 'unknown';
    default:
      return '';
  }
}

type Row = { readonly key: string; readonly values: readonly (number | null)[] };
type Answer = { readonly rows: readonly Row[]; readonly total: readonly (number | null)[] };

/** Compared as text: ten thousand deep comparisons by the test runner would take most of the time. */
function same(seed: number, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect([seed, found]).toEqual([seed, wanted]);
}

function byKey(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter(({ values }) => values.some((value) => value !== 0))
    .map(({ key, values }) => ({ key, values }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function naively({ told }: Tale, asked: Question): Answer {
  const row = (cell: NaiveStock | undefined) => NAIVE_NAMES.map((name) => cell?.[name] ?? 0);
  const cells = naiveStock(told.rows, asked, (record) => naiveRow(asked, record));
  const whole = naiveStock(told.rows, asked, (record) => (naiveRow(asked, record) === null ? null : ''));
  const rows = asked.by === 'none' ? [] : [...cells].map(([key, cell]) => ({ key, values: row(cell) }));
  return { rows: byKey(rows), total: row(whole.get('')) };
}

/** opening + corrected in − out + new + reinstated + moved in − retired − merged − moved out = closing. */
const SIGNS = [1, 1, -1, 1, 1, 1, -1, -1, -1, -1];
function imbalance(values: Row['values']): number {
  return values.reduce<number>((sum, value, at) => sum + (value ?? 0) * (SIGNS[at] ?? 0), 0);
}

describe('ten thousand histories', () => {
  it(`count as a plain replay does, keep their sums in every cell, and lose nothing as bytes (seed ${SEED})`, () => {
    const seen = STOCK.map(() => 0);
    for (let at = 0; at < HISTORIES; at++) {
      const seed = SEED + at;
      const told = tale(seed);
      const asked = drawn(new Dice(-seed), told);
      const answer = figuresOf({ chronicle: chronicleOf(told.told), ground: GROUND }, asked, STOCK);
      const { rows, total } = answer;
      same(seed, { rows: byKey(rows), total }, naively(told, asked));
      for (const { values } of [{ values: total }, ...rows]) same(seed, imbalance(values), 0);
      for (const [column, id] of STOCK.entries()) {
        if (total[column] !== 0) seen[column] = (seen[column] ?? 0) + 1;
        if (asked.by === 'none' || indicator(id)?.adds !== true) continue;
        same(
          seed,
          rows.reduce((sum, { values }) => sum + (values[column] ?? 0), 0),
          total[column],
        );
      }
      if (at % 8 === 0) same(seed, throughBytes(told, asked), answer);
      // What was known then is told the same by a chronicle that ends there: later rows change nothing of it.
      if (at % 8 === 1) {
        const short = chronicleOf(told.told, asked.asOf.seq);
        same(seed, figuresOf({ chronicle: short, ground: GROUND }, asked, STOCK), answer);
      }
    }
    // Nothing is proved of what never happens.
    for (const [column, id] of STOCK.entries()) expect([id, (seen[column] ?? 0) > HISTORIES / 100]).toEqual([id, true]);
  }, 300_000);

  it(`open the stations they counted and explain each difference (seed ${SEED})`, () => {
    const reasons = new Set<string>();
    for (let at = 0; at < HISTORIES / 10; at++) {
      const seed = SEED + 5_000_000 + at;
      const told = tale(seed);
      const dice = new Dice(-seed);
      const [asked, other] = [drawn(dice, told), drawn(dice, told)];
      const against: Question = { ...asked, period: other.period, asOf: other.asOf };
      const source = { chronicle: chronicleOf(told.told), ground: GROUND };
      const id = dice.of(OPENED);
      const { rows } = figuresOf(source, asked, [id]);
      const cell = { indicator: id, row: rows[dice.below(rows.length + 1)]?.key ?? null };
      const [is, was] = [figureOf(source, asked, cell), figureOf(source, against, cell)];
      same(seed, counted(source, asked, cell)?.sum, is);
      const found = difference(source, asked, { against, cell });
      const stations = found?.stations ?? [];
      same(
        seed,
        stations.reduce((sum, { before, after }) => sum + after - before, 0),
        is - was,
      );
      for (const { reason, seq } of stations) {
        reasons.add(reason);
        if (seq !== null && told.told.rows[seq - 1] === undefined) expect(seed).toBe('a row there is');
        if (reason === 'recorded-later' && !id.includes('corrected')) {
          same(seed, asked.asOf.seq === against.asOf.seq, false);
        }
      }
    }
    expect([...reasons].sort()).toEqual(
      ['changed', 'merged', 'moved-in', 'moved-out', 'new', 'recorded-later', 'reinstated', 'retired'].sort(),
    );
  }, 300_000);
});

function figureOf(source: Source, asked: Question, cell: Cell): number {
  const { rows, total } = figuresOf(source, asked, [cell.indicator]);
  const values = cell.row === null ? total : (rows.find(({ key }) => key === cell.row)?.values ?? [0]);
  return values[0] ?? 0;
}

/** The answer of a chronicle cut in pieces, laid together again, with the last rows told on after them. */
function throughBytes({ told }: Tale, asked: Question): Answer {
  const kept = new KeptChronicle(utf8);
  const again = new KeptChronicle(utf8);
  const cuts = [Math.floor(told.rows.length / 3), Math.floor((told.rows.length * 2) / 3)];
  for (const row of told.rows) {
    kept.chronicle.add(row);
    const piece = cuts.includes(row.seq) ? kept.cut() : null;
    if (piece !== null) expect(again.lay(piece)).toBe(true);
  }
  for (const row of told.rows.slice(again.chronicle.known.seq)) again.chronicle.add(row);
  const [one, other] = [kept.cut() ?? [], again.cut() ?? []];
  same(told.rows.length, [...one], [...other]);
  return figuresOf({ chronicle: again.chronicle, ground: GROUND }, asked, STOCK);
}
