import { beforeAll, describe, expect, it } from 'vitest';
import {
  ACTIVITY_KINDS,
  FUND_KINDS,
  FUND_LEVELS,
  LISTING_STATES,
  OCCUPATIONS,
  VISIT_CHANNELS,
} from '../../../shared/station/entry.ts';
import type { IndicatorId } from '../../../shared/stats/definition.ts';
import { INDICATORS } from '../../../shared/stats/definitions/all.ts';
import type { AsOf } from '../../../shared/stats/question.ts';
import type { Source } from '../../../shared/stats/run.ts';
import { figuresOf } from '../../../shared/stats/tally.ts';
import {
  ACTIVITY_KIND_WORDS,
  FUND_KIND_WORDS,
  FUND_LEVEL_WORDS,
  LISTING_STATE_WORDS,
  OCCUPATION_WORDS,
  VISIT_CHANNEL_WORDS,
} from '../../../shared/words/entry.ts';
import {
  activityAsk,
  entryId,
  fundingAsk,
  giftAsk,
  honourAsk,
  inspectionAsk,
  listingAsk,
  reachAsk,
  visitsAsk,
} from '../../fixtures/make/entry.ts';
import { date, region, stationId, union } from '../station/sample.ts';
import { GROUND, question, Telling } from './telling.ts';

/**
 * Three stations: 1 of a bank in 410102, 2 in 410202, 3 synthetic. What was written down of them, told on the days below; `early` is
 * what was known before November was corrected.
 */
const told = new Telling();
let early: AsOf;
let all: AsOf;
let source: Source;

const FOUND = [
  { item: '灭火器过期', reason: null },
  { item: '没有座椅', reason: null },
];

type Ask = { readonly id: string; readonly rev?: number; readonly union?: string | null };

/** Keeps an entry on a day, or keeps it again (`rev`); of a station, or of a union as a whole, 410102 where the ask names none. */
function keep(on: string, { rev = 1, ...ask }: Ask, station: number | null) {
  const [id, at] = [ask.id, station === null ? null : stationId(station)];
  const after = { ...ask, station: at, union: ask.union ?? '410102', isWithdrawn: false, rev };
  const subjectId = at === null ? id : `${at}/${id}`;
  return told.tell(on, { subject: 'entry', subjectId, step: 'keep', before: rev === 1 ? null : {}, after });
}

beforeAll(() => {
  told.first(1, ['2025-03-01', 'import'], { hostType: 'bank', verified: 'unverified', verifiedOn: null, honours: [] });
  told.first(2, ['2025-03-01', 'import'], { region: region('410202'), verified: 'unverified', verifiedOn: null });
  told.first(3, ['2025-03-01', 'import'], { origin: 'synthetic' });
  keep('2025-11-02', inspectionAsk(1, { day: date('2025-11-01') }), 1);
  keep('2026-09-02', listingAsk(2, { day: date('2026-09-01') }, { state: 'mismatch' }), 1);
  keep('2026-11-02', visitsAsk(3, { day: date('2026-10-01') }), 1);
  keep('2026-11-02', visitsAsk(4, { day: date('2026-10-01') }, { days: 20, people: nobody() }), 2);
  keep('2026-11-02', visitsAsk(5, { day: date('2026-10-01') }), 3);
  keep('2026-11-03', fundingAsk(6, { day: date('2026-01-01') }, { yuan: 1000.5 }), 1);
  keep('2026-11-03', fundingAsk(7, { day: date('2026-01-01') }, { level: 'host', kind: 'running', yuan: 129.5 }), null);
  keep('2026-11-03', honourAsk(8, { day: date('2026-01-01') }, { result: 'quota', count: 4 }), null);
  keep('2026-11-03', honourAsk(9, { day: date('2026-01-01') }), 1);
  keep('2026-11-03', honourAsk(10, { day: date('2026-01-01') }, { result: 'failed' }), 2);
  keep('2026-11-04', activityAsk(11, { day: date('2026-10-20') }), null);
  keep('2026-11-04', giftAsk(12, { day: date('2026-10-21') }), 1);
  keep('2026-11-04', giftAsk(13, { day: date('2026-10-22') }, { way: 'out', items: 20 }), 1);
  keep('2026-11-04', reachAsk(16, { day: date('2026-01-01') }, { workers: 700 }), null);
  keep('2026-11-04', reachAsk(17, { day: date('2026-01-01') }, { workers: 80 }), 1);
  keep('2026-11-04', reachAsk(18, { day: date('2026-01-01'), union: '410100' }, { workers: 5000 }), null);
  keep('2026-11-04', reachAsk(19, { day: date('2026-01-01') }, { workers: 60 }), 2);
  keep('2026-11-04', reachAsk(21, { day: date('2026-01-01'), union: '410200' }, { workers: 400 }), null);
  keep('2026-11-04', reachAsk(20, { day: date('2026-01-01') }, { workers: 999 }), 3);
  const found = { findings: FOUND, rectifyBy: date('2026-11-20'), dueOn: date('2026-11-01') };
  keep('2026-11-05', inspectionAsk(14, { day: date('2026-11-04') }, { kind: 'annual', ...found }), 1);
  early = told.known;
  keep(
    '2026-12-01',
    { ...inspectionAsk(14, { day: date('2026-11-04') }, { ...found, rectifiedOn: date('2026-11-25') }), rev: 2 },
    1,
  );
  keep('2026-12-01', listingAsk(15, { day: date('2026-10-15') }), 1);
  told.tell('2026-12-02', {
    subject: 'entry',
    subjectId: `${stationId(1)}/${entryId(13)}`,
    step: 'withdraw',
    before: { isWithdrawn: false },
    after: { isWithdrawn: true },
  });
  all = told.known;
  source = { chronicle: told.chronicle(), ground: GROUND };
});

function nobody() {
  return { courier: 0, 'food-rider': 0, driver: 0, sanitation: 0, other: 0 };
}

function figures(of: string, asOf: AsOf, ...ids: readonly string[]) {
  return figuresOf(source, question(of, asOf), ids as readonly IndicatorId[]).total;
}

describe('what unions wrote down, counted', () => {
  it('adds up visits by channel and occupation, by station-day, and knows nought from nothing', () => {
    const ids = ['reported', 'by-hand-count', 'by-gate', 'of-courier', 'of-other', 'days'].map((id) => `visits.${id}`);
    expect(figures('2026-10', all, ...ids)).toEqual([226, 226, 0, 120, 4, 51]);
    // 226 people on 51 station-days; 226 / 31 and 0 / 20 stand on either side of the middle.
    expect(figures('2026-10', all, 'visits.per-day', 'visits.per-day-median')).toEqual([226 / 51, 226 / 31 / 2]);
    expect(figures('2026-10', all, 'visits.daily', 'visits.zero', 'visits.silent')).toEqual([7.29, 1, 0]);
    expect(figures('2026-11', all, 'visits.reported', 'visits.zero', 'visits.silent')).toEqual([0, 0, 2]);
    expect(figures('2026-Q4', all, 'visits.reported')).toEqual([226]);
  });

  it('knows which inspections were due, done, on time, and what became of the findings as it was known then', () => {
    const ids = [
      'due',
      'due-done',
      'count',
      'annual',
      'on-time',
      'late',
      'findings',
      'rectified',
      'rectified-in-time',
      'overdue',
    ];
    const of = (period: string, asOf: AsOf) => figures(period, asOf, ...ids.map((id) => `inspection.${id}`));
    // Station 1 was seen on 2025-11-01, a year before 2026-11-01; station 2 never.
    expect(of('2026-10', all)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(of('2026-11', all)).toEqual([2, 1, 1, 0, 0, 1, 2, 2, 0, 0]);
    // On 5 November nothing was put right yet, and the time had not passed.
    expect(of('2026-11', early)).toEqual([2, 1, 1, 1, 0, 1, 2, 0, 0, 0]);
    expect(figures('2026-11', all, 'inspection.due-share', 'inspection.in-time-share')).toEqual([50, 0]);
  });

  it('counts what is written by the year in every period of it', () => {
    const ids = ['funding.total', 'funding.from-city', 'funding.from-host', 'funding.for-running', 'funding.visits'];
    expect(figures('2026', all, ...ids)).toEqual([1130, 1000.5, 129.5, 129.5, 226]);
    expect(figures('2026-Q4', all, ...ids)).toEqual(figures('2026', all, ...ids));
    expect(figures('2026', all, 'funding.per-visit')).toEqual([5]);
    expect(figures('2025', all, 'funding.total', 'funding.per-visit')).toEqual([0, null]);
    const honours = ['quota', 'nominated', 'passed', 'passed-share'].map((id) => `honours.city-${id}`);
    expect(figures('2026', all, ...honours)).toEqual([4, 2, 1, 50]);
    expect(figures('2026-10', all, ...honours)).toEqual([4, 2, 1, 50]);
    const { rows } = figuresOf(source, question('2026', all, { by: 'hostType' }), [
      'honours.city-passed' as IndicatorId,
    ]);
    expect(rows.filter(({ values }) => values[0] !== 0)).toEqual([{ key: 'bank', values: [1] }]);
  });

  it('takes the newest look at each map, also one from before the period', () => {
    const ids = ['online', 'mismatch', 'missing', 'unseen', 'share'].map((id) => `listing.amap-${id}`);
    expect(figures('2026-09', all, ...ids)).toEqual([0, 1, 0, 1, 0]);
    expect(figures('2026-11', all, ...ids)).toEqual([1, 0, 0, 1, 50]);
    expect(figures('2026-11', early, ...ids)).toEqual([0, 1, 0, 1, 0]);
    expect(figures('2026-11', all, 'listing.baidu-unseen')).toEqual([2]);
  });

  it('counts activities, of whole unions too, and the gift shelf without what was taken back', () => {
    const ids = ['count', 'relief', 'participants', 'joined', 'gift-in', 'gift-out'].map((id) => `activities.${id}`);
    expect(figures('2026-10', early, ...ids)).toEqual([1, 1, 40, 6, 50, 20]);
    expect(figures('2026-10', all, ...ids)).toEqual([1, 1, 40, 6, 50, 0]);
  });

  it('adds up the people covered that unions and stations of the scope entered of the year, each entry once', () => {
    const of = (period: string, top: string) =>
      figuresOf(source, question(period, all, { union: union(top) }), ['visits.covered' as IndicatorId]).total;
    // 700 of the county as a whole, 80 of its station; 5,000 of the city that no county entered; 400 and 60 next door.
    expect(of('2026', '410102')).toEqual([780]);
    expect(of('2026', '410100')).toEqual([5780]);
    expect(of('2026', '410000')).toEqual([6240]);
    expect([of('2026-10', '410100'), of('2025', '410100')]).toEqual([[5780], [0]]);
  });

  it('of six tables each has its wording, once, and people are known as such', () => {
    const tables = ['visits', 'inspection', 'funding', 'listing', 'honours', 'activities'];
    const ours = INDICATORS.filter(({ table }) => tables.includes(table));
    expect(ours.length).toBeGreaterThan(70);
    expect(new Set(ours.map(({ id }) => id)).size).toBe(ours.length);
    expect(new Set(ours.map(({ table, name }) => `${table} ${name}`)).size).toBe(ours.length);
    for (const { versions } of ours) expect(versions[0]?.counts).toMatch(/\p{Script=Han}.*。$/u);
    const people = ours.filter(({ unit, id }) => /^人/.test(unit) && !/per-day/.test(id));
    expect(people.filter(({ ofPeople }) => !ofPeople)).toEqual([]);
  });

  it('calls things as the forms do', () => {
    const names = new Map(INDICATORS.map(({ id, name }) => [String(id), name]));
    for (const one of OCCUPATIONS) expect(names.get(`visits.of-${one}`)).toBe(`上报：${OCCUPATION_WORDS[one]}`);
    for (const one of VISIT_CHANNELS) expect(names.get(`visits.by-${one}`)).toBe(`上报：${VISIT_CHANNEL_WORDS[one]}`);
    for (const one of FUND_LEVELS) expect(names.get(`funding.from-${one}`)).toBe(`来自${FUND_LEVEL_WORDS[one]}`);
    for (const one of FUND_KINDS) expect(names.get(`funding.for-${one}`)).toBe(`用于${FUND_KIND_WORDS[one]}`);
    for (const one of LISTING_STATES)
      expect(names.get(`listing.amap-${one}`)).toBe(`高德：${LISTING_STATE_WORDS[one]}`);
    const told = ACTIVITY_KINDS.filter((one) => one !== 'other').map((one) => names.get(`activities.${one}`));
    expect(told).toEqual(
      ACTIVITY_KINDS.filter((one) => one !== 'other').map((one) => `其中：${ACTIVITY_KIND_WORDS[one]}`),
    );
  });
});
