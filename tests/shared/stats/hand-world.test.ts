import { beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { counted } from '../../../shared/stats/counted.ts';
import type { IndicatorId } from '../../../shared/stats/definition.ts';
import { INDICATORS } from '../../../shared/stats/definitions/all.ts';
import { difference } from '../../../shared/stats/difference.ts';
import type { AsOf, Question } from '../../../shared/stats/question.ts';
import type { Source } from '../../../shared/stats/run.ts';
import { figuresOf, series, tally } from '../../../shared/stats/tally.ts';
import { region, stationId, union } from '../station/sample.ts';
import { hoursOf } from './hours-of.ts';
import { day, GROUND, question, Telling } from './telling.ts';

/**
 * Three months of fourteen stations, told as a clerk would: 1–5 stand since September, the rest come and go.
 * 1 stays; 2 is retired in October; 3 is merged into 1 in October; 4 relocates in October from 410102 to 410202 as 6;
 * 5 changes its host type in November and is suspended; 7 is new in October; 8 is temporary and ends in November;
 * 9 is synthetic; 10 is a draft for ever; 11 is retired in September and reinstated in November; 12 is reported in November
 * to have stood since September (after October was signed); 13 is in Beijing; 14 is of a code that no longer exists.
 */
const told = new Telling();
let signed: AsOf;
let all: AsOf;
let source: Source;

beforeAll(() => {
  const sept = ['2026-09-01', 'import'] as const;
  told.first(1, sept, { hours: hoursOf('24小时'), tier: 'smart-24h', area: 3 });
  told.first(2, sept, { hours: hoursOf('周一至周五 8:30-17:30') });
  told.first(3, sept, { hours: hoursOf('8:00-20:00') });
  told.first(4, sept, { build: null });
  told.first(5, sept, { region: region('410105'), hostType: 'bank' });
  told.first(9, sept, { origin: 'synthetic' });
  told.first(10, sept, { status: 'draft' });
  told.first(11, sept, { region: region('410202') });
  told.first(13, sept, { region: region('110105') });
  told.first(14, sept, { region: region('410103'), union: union('410105') });
  told.later(11, ['2026-09-10', 'rectify'], { status: 'rectifying' });
  told.later(11, ['2026-09-15', 'propose-exit', { reason: 'NOT_OPEN 没人' }], { status: 'exit-proposed' });
  told.later(11, ['2026-09-20', 'open-notice'], { status: 'exit-notice' });
  told.later(11, ['2026-09-28', 'retire', { reason: 'NOT_OPEN 没人' }], { status: 'retired' });
  told.first(7, ['2026-10-03', 'accept'], { region: region('410202'), kind: 'driver-home' });
  told.later(2, ['2026-10-05', 'propose-exit', { reason: 'LOW_USE 人少' }], { status: 'exit-proposed' });
  told.later(2, ['2026-10-06', 'open-notice'], { status: 'exit-notice' });
  told.later(2, ['2026-10-16', 'retire', { reason: 'LOW_USE 人少' }], { status: 'retired' });
  told.later(3, ['2026-10-18', 'merge', { reason: '两块牌子' }], { status: 'merged' });
  told.first(6, ['2026-10-20', 'relocate'], { region: region('410202'), build: null });
  told.later(4, ['2026-10-20', 'relocate'], { status: 'relocated' });
  told.first(8, ['2026-10-25', 'accept'], { kind: 'temporary-lodging', region: region('410105') });
  signed = told.tell('2026-11-02', { subject: 'setting', subjectId: 'x', step: 'set', before: null, after: {} });
  told.first(12, ['2026-11-05', 'import'], { effectiveOn: '2026-09-03' });
  told.later(5, ['2026-11-06', 'revise'], { hostType: 'post' });
  told.later(5, ['2026-11-07', 'suspend'], { status: 'suspended' });
  told.later(11, ['2026-11-08', 'reinstate'], { status: 'active' });
  all = told.later(8, ['2026-11-20', 'end-term', { reason: 'TERM_END 到期结束' }], { status: 'retired' });
  source = { chronicle: told.chronicle(), ground: GROUND };
});

const STOCK = [
  'opening',
  'corrected-in',
  'corrected-out',
  'new',
  'reinstated',
  'moved-in',
  'retired',
  'merged',
  'moved-out',
  'closing',
].map((name) => `stock.${name}` as IndicatorId);
const ID = (id: string) => id as IndicatorId;

function stock(asked: Question) {
  const { rows, total } = figuresOf(source, asked, STOCK);
  const kept = rows.filter(({ values }) => values.some((value) => value !== 0));
  return { total: total.join(' '), ...Object.fromEntries(kept.map(({ key, values }) => [key, values.join(' ')])) };
}

describe('a world of fourteen stations', () => {
  it('counts September: eight came, one of them left', () => {
    // In the order of STOCK: opening, corrected in and out, new, reinstated, moved in, retired, merged, moved out, closing.
    expect(stock(question('2026-09', signed))).toEqual({
      total: '0 0 0 8 0 0 1 0 0 7',
      '110000': '0 0 0 1 0 0 0 0 0 1',
      '410000': '0 0 0 7 0 0 1 0 0 6',
    });
  });

  it('counts October by city: a relocation is moved out of one city and into the other', () => {
    expect(stock(question('2026-10', signed, { region: region('410000') }))).toEqual({
      total: '6 0 0 2 0 1 1 1 1 6',
      '410100': '6 0 0 1 0 0 1 1 1 4',
      '410200': '0 0 0 1 0 1 0 0 0 2',
    });
  });

  it('keeps October for ever as it was known when it was signed', () => {
    const before = stock(question('2026-10', signed));
    expect(before.total).toBe('7 0 0 2 0 1 1 1 1 7');
    // With all that is known since, another station stood there all along.
    expect(stock(question('2026-10', all)).total).toBe('8 0 0 2 0 1 1 1 1 8');
  });

  it('puts what became known after the signing into the corrections of November', () => {
    expect(stock(question('2026-11', all, { openingAsOf: signed, region: region('410000') }))).toEqual({
      total: '6 1 0 0 1 0 1 0 0 7',
      '410100': '4 1 0 0 0 0 1 0 0 4',
      '410200': '2 0 0 0 1 0 0 0 0 3',
    });
  });

  it('sees a change of host type as a move between rows, and as none of the whole', () => {
    const asked = question('2026-11', all, { by: 'hostType', region: region('410105'), divisions: 'then' });
    expect(stock(asked)).toEqual({
      total: '2 0 0 0 0 0 1 0 0 1',
      bank: '2 0 0 0 0 0 1 0 1 0',
      post: '0 0 0 0 0 1 0 0 0 1',
    });
  });

  it('leaves a code that is gone where it was, or counts it under its successor when asked', () => {
    const then = stock(question('2026-11', all, { by: 'county', region: region('410100') }));
    expect(Object.keys(then)).toEqual(['410102', '410103', '410105', 'total']);
    const today = stock(question('2026-11', all, { by: 'county', region: region('410100'), divisions: 'today' }));
    expect(Object.keys(today)).toEqual(['410102', '410105', 'total']);
    expect(today.total).toBe(then.total);
  });

  it('never mixes invented stations with real ones', () => {
    expect(stock(question('2026-11', all, { stations: 'synthetic', by: 'none' })).total).toBe('1 0 0 0 0 0 0 0 0 1');
    const leftOut = figuresOf(source, question('2026-11', all), [ID('quality.left-out')]);
    expect(leftOut.total).toEqual([1]);
  });

  it('shows a division with nothing in it as a row of zeros', () => {
    const { rows } = figuresOf(source, question('2026-11', all, { region: region('410000') }), STOCK);
    expect(rows.map(({ key }) => key)).toEqual(['410100', '410200', '419001']);
    expect(rows[2]?.values.every((value) => value === 0)).toBe(true);
  });

  it('passes over the only city of a municipality', () => {
    const { rows } = figuresOf(source, question('2026-11', all, { union: union('110000') }), STOCK);
    expect(rows.map(({ key }) => key)).toEqual(['110101', '110105']);
  });

  it('tells hours by class, and by rows of unions', () => {
    const ids = ['hours.office', 'hours.extended', 'hours.always', 'hours.unknown', 'hours.smart'].map(ID);
    expect(figuresOf(source, question('2026-09', signed), ids).total).toEqual([1, 1, 1, 4, 1]);
    const { rows } = figuresOf(source, question('2026-09', signed, { union: union('410000'), by: 'union' }), ids);
    expect(rows.map(({ key }) => key)).toEqual(['410000', '410100', '410200', '419001']);
    expect(rows[1]?.values).toEqual([1, 1, 1, 3, 1]);
  });

  it('gives exits by reason and the days they took', () => {
    const ids = ['exit.total', 'exit.not-open', 'exit.low-use', 'exit.merge', 'exit.days-mean', 'exit.days-median'].map(
      ID,
    );
    expect(figuresOf(source, question('2026-Q3', all), ids).total).toEqual([1, 1, 0, 0, 18, 18]);
    expect(figuresOf(source, question('2026-10', all), ids).total).toEqual([2, 0, 1, 1, 11, 11]);
    expect(figuresOf(source, question('2026', all), ids).total).toEqual([4, 1, 1, 1, 14.5, 14.5]);
  });

  it('opens exactly the stations that a figure counted', () => {
    const cell = { indicator: ID('stock.closing'), row: '410200' };
    const found = counted(source, question('2026-11', all, { region: region('410000') }), cell);
    const ids = found?.stations.map(({ station }) => source.chronicle.idOf(station));
    expect(new Set(ids)).toEqual(new Set([stationId(6), stationId(7), stationId(11)]));
    expect(found?.sum).toBe(3);
    expect(counted(source, question('2026-11', all), { indicator: ID('stock.closing'), row: '990000' })).toBeNull();
  });

  it('says why October and November differ, which stations and by which rows', () => {
    const cell = { indicator: ID('stock.closing'), row: null };
    const november = question('2026-11', all, { region: region('410000') });
    const found = difference(source, november, {
      against: question('2026-10', signed, { region: region('410000') }),
      cell,
    });
    const said = found?.stations.map(({ station, before, after, reason, seq }) => {
      const row = told.rows.find((one) => one.seq === seq);
      return [Number.parseInt(source.chronicle.idOf(station), 16), before, after, reason, row?.step];
    });
    expect(said).toEqual([
      [11, 0, 1, 'reinstated', 'reinstate'],
      [8, 1, 0, 'retired', 'end-term'],
      [12, 0, 1, 'recorded-later', 'import'],
    ]);
  });

  it('says of one that counts otherwise since when it does', () => {
    const cell = { indicator: ID('stock.suspended'), row: null };
    const found = difference(source, question('2026-11', all), { against: question('2026-10', all), cell });
    const seq = told.rows.find(({ step }) => step === 'suspend')?.seq;
    expect(found?.stations).toMatchObject([{ before: 0, after: 1, reason: 'changed', seq }]);
  });

  it('counts a period still running to the day of asOf', () => {
    const { seq } = signed;
    expect(stock(question('2026-11', { seq, at: signed.at }, { by: 'none' })).total).toBe('7 0 0 0 0 0 0 0 0 7');
  });

  it('gives months in a row', () => {
    const months = ['2026-08', '2026-09', '2026-10', '2026-11'] as never;
    const found = series(source, question('2026-11', all), {
      months,
      indicators: [ID('stock.closing'), ID('stock.new')],
    });
    expect(found).toEqual([
      [0, 0],
      [8, 9],
      [8, 2],
      [8, 0],
    ]);
  });

  it('makes a table of every indicator there is', () => {
    const tables = tally(source, question('2026-11', all), ['voice', 'stock', 'amenities']);
    expect(tables.map(({ table }) => table)).toEqual(['stock', 'amenities', 'voice']);
    for (const { columns, rows, total } of tables) {
      expect(total).toHaveLength(columns.length);
      for (const { values } of rows) expect(values).toHaveLength(columns.length);
    }
    expect(INDICATORS.length).toBeGreaterThan(250);
  });

  it('counts scans only when they were told before the day of asOf', () => {
    const { chronicle } = source;
    chronicle.addVisits([
      { station: stationId(1), day: day('2026-11-03'), receivedOn: day('2026-11-03'), visits: 7 },
      { station: stationId(1), day: day('2026-11-04'), receivedOn: day('2026-11-20'), visits: 5 },
    ]);
    const asked = question('2026-11', all);
    expect(figuresOf(source, asked, [ID('visits.measured')]).total).toEqual([7]);
    const tomorrow = { ...asked, asOf: { ...all, at: instant(all.at + 86_400_000) } };
    expect(figuresOf(source, tomorrow, [ID('visits.measured')]).total).toEqual([12]);
  });
});
