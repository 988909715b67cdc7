import { gcj02 } from '../../../shared/geo/point.ts';
import { type Day, type Instant, instant, instantAt, parseDate } from '../../../shared/kernel/instant.ts';
import type { Region, RegionCode, RegionLevel } from '../../../shared/station/region.ts';
import type { Station } from '../../../shared/station/station.ts';
import { Chronicle } from '../../../shared/stats/chronicle.ts';
import { type Period, parsePeriod } from '../../../shared/stats/period.ts';
import type { AsOf, Question } from '../../../shared/stats/question.ts';
import type { FactRow } from '../../../shared/stats/row.ts';
import type { Ground } from '../../../shared/stats/world.ts';
import { region, sampleStation, stationId, union } from '../station/sample.ts';

const CODES: readonly (readonly [string, RegionLevel, string | null, string])[] = [
  ['000000', 'nation', null, '全国'],
  ['110000', 'province', '000000', '北京市'],
  ['110100', 'city', '110000', '北京市'],
  ['110101', 'county', '110100', '东城区'],
  ['110105', 'county', '110100', '朝阳区'],
  ['410000', 'province', '000000', '河南省'],
  ['410100', 'city', '410000', '郑州市'],
  ['410102', 'county', '410100', '中原区'],
  ['410105', 'county', '410100', '金水区'],
  ['410200', 'city', '410000', '开封市'],
  ['410202', 'county', '410200', '龙亭区'],
  ['419001', 'city', '410000', '济源市'],
];

const REGIONS: readonly Region[] = CODES.map(([code, level, parent, name]) => ({
  code: region(code),
  name,
  short: name,
  pinyin: '',
  level,
  parent: parent === null ? null : region(parent),
  centre: gcj02(113, 34),
  box: [0, 0, 0, 0],
}));

export const GROUND: Ground = {
  regions: REGIONS,
  aliases: new Map<RegionCode, RegionCode>([[region('410103'), region('410105')]]),
  unions: REGIONS.filter(({ code }) => code !== '110100').map(({ code, name, parent }) => ({
    id: union(code),
    parent: parent === null ? null : union(parent === '110100' ? '110000' : parent),
    name: `${name}总工会`,
    region: code,
    closedOn: null,
  })),
  isOutside: null,
};

const days = new Map<string, Day>();

export function day(text: string): Day {
  const found = days.get(text) ?? parseDate(text);
  if (found === null) throw new Error(text);
  days.set(text, found);
  return found;
}

export function noon(text: string): Instant {
  return instantAt(day(text), 720);
}

export function period(text: string): Period {
  const found = parsePeriod(text);
  if (found === null) throw new Error(text);
  return found;
}

/** Made once: its code's check digits are reckoned each time. */
const SAMPLE = sampleStation();

type LaterRow = readonly [on: string, step: string, more?: More];
type More = Partial<Pick<FactRow, 'reason' | 'effectiveOn' | 'subject' | 'subjectId'>>;

/** History as it is told, a row after another. Days are the days rows are written on, and take effect on unless said. */
export class Telling {
  readonly rows: FactRow[] = [];
  private clock: Instant = instant(0);

  get known(): AsOf {
    const last = this.rows[this.rows.length - 1];
    return last === undefined ? { seq: 0, at: instant(0) } : { seq: last.seq, at: last.at };
  }

  tell(on: string, row: Omit<FactRow, 'seq' | 'at' | 'effectiveOn' | 'union' | 'reason'> & More): AsOf {
    this.clock = instant(Math.max(this.clock + 1, noon(on)));
    const { reason = null, effectiveOn = on, ...rest } = row;
    this.rows.push({ ...rest, seq: this.rows.length + 1, at: this.clock, effectiveOn, union: '410102', reason });
    return this.known;
  }

  /** A station's first row: the whole record. County 410102 unless said; its union is the county's. */
  first(n: number, [on, step]: readonly [on: string, step: string], over: Partial<Station> & More = {}): AsOf {
    const { effectiveOn = on, reason = null, subject: _, subjectId: __, ...fields } = over;
    const code = over.region ?? region('410102');
    const after = { ...SAMPLE, region: code, union: union(code), ...fields, id: stationId(n) };
    return this.tell(on, {
      subject: 'station',
      subjectId: stationId(n),
      step,
      before: null,
      after,
      effectiveOn,
      reason,
    });
  }

  /** A later row: changed fields only. */
  later(n: number, [on, step, more = {}]: LaterRow, after: Partial<Station>): AsOf {
    return this.tell(on, { subject: 'station', subjectId: stationId(n), step, before: {}, after, ...more });
  }

  chronicle(): Chronicle {
    const chronicle = new Chronicle();
    for (const row of this.rows) chronicle.add(row);
    return chronicle;
  }
}

/** Of the nation's real stations, all that is known, by the divisions below. */
export function question(of: string, asOf: AsOf, over: Partial<Question> = {}): Question {
  return {
    period: period(of),
    asOf,
    union: union('000000'),
    region: null,
    by: 'region',
    divisions: 'then',
    stations: 'real',
    openingAsOf: null,
    ...over,
  };
}
