import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { accepted, at, envelopeOf, registering } from '../../fixtures/make/server.ts';
import type { Clerk } from '../../fixtures/make/signed.ts';
import { date, sampleStation, stationId, union } from '../../shared/station/sample.ts';
import { personAt } from '../accounts/people.ts';
import { type Desk, openDesk, opened, take, told } from '../desk/desk.ts';

/**
 * One story over real commands. September: A and B open. October: C opens, B is suspended. November: A leaves (proposed, noticed, retired
 * on the 20th), D opens. All in 中原区; an example stands beside them.
 */
let desk: Desk;
let [a, b, c, d] = ['', '', '', ''];
/** How far history was known at the end of October, before November's steps. */
let octoberSeq = 0;

const goTo = (when: string) => {
  desk.server.clock.now = at(`${when}+08:00`);
};
const spot = (n: number) => ({ point: gcj02(113.6 + n / 100, 34.75) });

beforeAll(async () => {
  desk = await openDesk({ now: at('2026-09-03T09:00:00+08:00') });
  a = await opened(desk, { ...spot(1), name: '一号站', area: 3 });
  goTo('2026-09-20T09:00:00');
  b = await opened(desk, { ...spot(2), name: '二号站' });
  goTo('2026-10-09T09:00:00');
  c = await opened(desk, { ...spot(3), name: '三号站', hostType: 'post' });
  await take(desk, b, [[desk.wang, { kind: 'suspend', reason: '停水', until: '2026-12-30' }]]);
  octoberSeq = (await desk.server.store.newestRow()).seq;
  goTo('2026-11-02T09:00:00');
  await take(desk, a, [
    [desk.wang, { kind: 'propose-exit', reasonCode: 'LOW_USE', reason: '几个月没有人来', evidence: '巡查记录三次' }],
    [desk.li, { kind: 'open-notice' }],
  ]);
  goTo('2026-11-20T09:00:00');
  const { id } = await personAt(desk.server, 'qian', {
    name: '钱进',
    union: union('410100'),
    functions: ['approver'],
    stations: [],
  });
  await take(desk, a, [[desk.clerk('410100', ['approver'], { id }), { kind: 'retire' }]]);
  d = await opened(desk, { ...spot(4), name: '四号站' });
  goTo('2026-11-26T14:20:00');
}, 60_000);
afterAll(() => desk.server.close());

const analyst = (union = '410102'): Clerk => desk.clerk(union, ['analyst']);
const ask = (query: string, who = analyst()) => told(who.get(`/api/v1/figures?${query}`));

/** Totals of a table by the last word of the indicator. */
async function totals(query: string, who = analyst()): Promise<{ readonly [name: string]: unknown }> {
  const { body } = await ask(`tables=stock&by=none&${query}`, who);
  const [table] = body.tables;
  return Object.fromEntries(
    table.columns.map(({ id }: { id: string }, at: number) => [id.replace('stock.', ''), table.total[at]]),
  );
}

describe('figures of a county', () => {
  test('follow the register month by month, and flow makes the closing of the opening', async () => {
    expect(await totals('period=2026-09')).toMatchObject({ opening: 0, new: 2, retired: 0, closing: 2 });
    expect(await totals('period=2026-10')).toMatchObject({ opening: 2, new: 1, retired: 0, closing: 3, suspended: 1 });
    expect(await totals('period=2026-11')).toMatchObject({ opening: 3, new: 1, retired: 1, closing: 3 });
    expect(await totals('period=2026-Q3')).toMatchObject({ opening: 0, new: 2, closing: 2 });
    expect(await totals('period=2026')).toMatchObject({ opening: 0, new: 4, retired: 1, closing: 3 });
  });

  test('have rows by what is asked, named, the total beside them', async () => {
    const { body } = await ask('period=2026-11&tables=stock,hours&by=hostType');
    expect(body.tables.map(({ table }: { table: string }) => table)).toEqual(['stock', 'hours']);
    const [stock] = body.tables;
    const closing = stock.columns.findIndex(({ id }: { id: string }) => id === 'stock.closing');
    const counted = stock.rows.flatMap(({ name, values }: { name: string; values: number[] }) =>
      values[closing] === 0 ? [] : [[name, values[closing]]],
    );
    expect(counted).toEqual([
      ['银行', 2],
      ['邮政', 1],
    ]);
    expect(stock.columns[closing]).toMatchObject({ name: '期末站点', unit: '个', digits: 0, version: 1 });
    expect(body.head).toMatchObject({
      period: '2026-11',
      periodWords: '2026年11月',
      union: { id: '410102', name: '中原区总工会' },
      region: null,
      by: 'hostType',
      openingAsOf: null,
      leftOut: 0,
    });
  });

  test('for a city lie in its counties, each leading further down only where there is something below', async () => {
    const { body } = await ask('period=2026-11&tables=stock&by=region', analyst('410100'));
    const rows = body.tables[0].rows as { key: string; name: string; below: string | null }[];
    expect(rows.find(({ key }) => key === '410102')).toMatchObject({ name: '中原区', below: null });
    expect(rows.length).toBeGreaterThan(10);
    const province = await ask('period=2026-11&tables=stock&by=region', analyst('410000'));
    expect(province.body.tables[0].rows).toContainEqual(
      expect.objectContaining({ key: '410100', name: '郑州市', below: '410100' }),
    );
  });
});

describe('a past moment', () => {
  test('is told as it was known then, whatever was written since', async () => {
    const then = `period=2026-10&asOf=${octoberSeq}`;
    const before = await ask(`${then}&tables=stock,exit&by=kind`);
    await opened(desk, { ...spot(5), name: '五号站' });
    const after = await ask(`${then}&tables=stock,exit&by=kind`);
    expect(after.body).toEqual(before.body);
    expect(after.body.head.asOf.seq).toBe(octoberSeq);
    expect((await totals(`period=2026-11&asOf=2026-11-19`)).closing).toBe(3);
    expect((await totals(`period=2026-11&asOf=2026-11-20T09:30`)).new).toBe(1);
  });

  test('gives the same hash for the same figures, another for others', async () => {
    const hash = async (query: string) => (await ask(`tables=stock&${query}`)).body.head.hash;
    const then = `period=2026-10&asOf=${octoberSeq}`;
    expect(await hash(then)).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash(then)).toBe(await hash(`${then}&by=region`));
    expect(await hash(then)).not.toBe(await hash(`${then}&by=kind`));
    expect(await hash(then)).not.toBe(await hash(`period=2026-09&asOf=${octoberSeq}`));
  });
});

describe('a figure', () => {
  const behind = async (query: string) => (await told(analyst().get(`/api/v1/figures/stations?${query}`))).body;

  test('opens exactly the stations it counted', async () => {
    const asOf = `asOf=${octoberSeq}`;
    const closing = await behind(`period=2026-10&${asOf}&indicator=stock.closing`);
    expect(closing).toMatchObject({
      indicator: 'stock.closing',
      rowName: null,
      figure: 3,
      beside: 0,
      count: 3,
      next: null,
    });
    expect(closing.stations.map(({ id }: { id: string }) => id)).toEqual([a, b, c]);
    expect(closing.stations[1]).toMatchObject({
      name: '二号站',
      status: 'suspended',
      unionName: '中原区总工会',
      regionName: '河南省郑州市中原区',
      synthetic: false,
      amount: 1,
    });
    const post = await behind(`period=2026-10&${asOf}&by=hostType&row=post&indicator=stock.closing`);
    expect([post.rowName, post.figure, post.stations.map(({ id }: { id: string }) => id)]).toEqual(['邮政', 1, [c]]);
    const left = await behind('period=2026-11&asOf=2026-11-20&indicator=stock.retired');
    expect(left.stations.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
      [a, 'retired'],
    ]);
  });

  test('that is none of ours, or of a row there is not, is refused', async () => {
    const refused = async (query: string) =>
      (await told(analyst().get(`/api/v1/figures/stations?period=2026-10&${query}`))).refused;
    expect(await refused('indicator=stock.nothing')).toBe('indicator-unknown');
    expect(await refused('indicator=stock.closing&by=kind&row=castle')).toBe('row-unknown');
  });
});

describe('a series', () => {
  test('has a figure a month for each indicator', async () => {
    const query = `from=2026-08&to=2026-11&asOf=2026-11-20&indicators=stock.closing,stock.new`;
    const { body } = await told(analyst().get(`/api/v1/figures/series?${query}`));
    expect(body.months).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
    expect(body.series.map(({ id, values }: { id: string; values: number[] }) => [id, values])).toEqual([
      ['stock.closing', [0, 2, 3, 3]],
      ['stock.new', [0, 2, 1, 1]],
    ]);
    expect(body.series[0]).toMatchObject({ name: '期末站点', unit: '个', versions: [1, 1, 1, 1] });
    const long = await told(analyst().get('/api/v1/figures/series?from=2020-01&to=2026-11&indicators=stock.new'));
    expect(long.body).toMatchObject({ kind: 'figures-too-many', data: { max: 36 } });
  });
});

describe('the difference of two periods', () => {
  test('names each station, the step that made it so, who took it, when and why', async () => {
    const query = 'period=2026-11&asOf=2026-11-20&against=2026-10&indicator=stock.closing';
    const { body } = await told(analyst().get(`/api/v1/figures/difference?${query}`));
    expect(body).toMatchObject({ figure: 3, against: 3, count: 2, next: null });
    expect(body.reasons).toEqual([
      { reason: 'new', stations: 1, amount: 1 },
      { reason: 'retired', stations: 1, amount: -1 },
    ]);
    expect(body.stations[0]).toMatchObject({
      id: a,
      name: '一号站',
      side: 'went',
      reason: 'retired',
      before: 1,
      after: 0,
      by: { on: '2026-11-20', step: 'retire', actorName: '钱进', unionName: '郑州市总工会' },
    });
    expect(body.stations[1]).toMatchObject({ id: d, side: 'came', reason: 'new', by: { step: 'accept' } });
    const only = await told(analyst().get(`/api/v1/figures/difference?${query}&reason=new`));
    expect([only.body.count, only.body.stations[0].id]).toEqual([1, d]);
  });

  test('tells what was recorded later from what happened', async () => {
    const late = sampleStation({ id: stationId(77), code: null, name: '补记站', rev: 1, ...spot(7) });
    await desk.server.apply([{ ...registering(late), effectiveOn: date('2026-10-20') }]);
    const query = `period=2026-10&against=2026-10&againstAsOf=${octoberSeq}&indicator=stock.closing`;
    const { body } = await told(analyst().get(`/api/v1/figures/difference?${query}`));
    expect(body).toMatchObject({ figure: 4, against: 3, count: 1 });
    expect(body.reasons).toEqual([{ reason: 'recorded-later', stations: 1, amount: 1 }]);
    expect(body.stations[0]).toMatchObject({ name: '补记站', side: 'came', by: { on: '2026-10-20', step: 'import' } });
    expect(body.againstHead.asOf.seq).toBe(octoberSeq);
  });
});

describe('a question', () => {
  const refused = async (query: string, who = analyst()) => {
    const { status, refused: kind } = await ask(`tables=stock&${query}`, who);
    return [status, kind];
  };

  test('about what has not begun, is not over, or was before the register is refused', async () => {
    expect(await refused('period=2026-12')).toEqual([400, 'period-not-begun']);
    expect(await refused(`period=2026-11&asOf=${octoberSeq}`)).toEqual([400, 'period-not-begun']);
    expect(await refused('period=2026-10&asOf=2026-11-26')).toEqual([400, 'as-of-not-past']);
    expect(await refused('period=2026-10&asOf=2027-01-01T00:00')).toEqual([400, 'as-of-not-past']);
    expect(await refused('period=2026-10&asOf=2020-01-01')).toEqual([400, 'as-of-not-past']);
    expect(await refused('period=2026-10&asOf=999999')).toEqual([400, 'as-of-not-past']);
    expect(await refused('period=2026-13')).toEqual([400, 'field-type']);
  });

  test('stays within the branch and its divisions; an industry union asks about any', async () => {
    expect(await refused('period=2026-10&union=410105')).toEqual([404, 'not-permitted']);
    expect(await refused('period=2026-10&union=410100')).toEqual([404, 'not-permitted']);
    expect(await refused('period=2026-10&region=410105')).toEqual([404, 'region-outside']);
    expect(await refused('period=2026-10&region=119999')).toEqual([404, 'region-unknown']);
    const then = `period=2026-10&asOf=${octoberSeq}`;
    expect((await totals(`${then}&union=410102&region=410102`, analyst('410000'))).closing).toBe(3);
    const industry = {
      id: union('i-posts'),
      parent: union('410000'),
      name: '河南省邮政工会',
      region: null,
      closedOn: null,
    };
    const envelope = { ...envelopeOf('e'.repeat(32)), at: desk.server.clock.now };
    accepted(
      await desk.server.store.editUnion(envelope, { union: industry.id, step: 'add', reason: null }, () =>
        ok({ before: null, after: industry }),
      ),
    );
    desk.server.deps.unions.forget();
    expect(await refused('period=2026-11&region=110105', analyst('i-posts'))).toEqual([200, null]);
  });

  test('about examples is answered apart, and says what it leaves out', async () => {
    const { body } = await ask(`period=2026-10&asOf=${octoberSeq}&tables=stock&by=none&stations=synthetic`);
    const [table] = body.tables;
    expect(table.total.every((value: number) => value === 0)).toBe(true);
    expect(body.head).toMatchObject({ stations: 'synthetic', leftOut: 3 });
  });
});
