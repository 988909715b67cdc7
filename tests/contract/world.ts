import { createHash } from 'node:crypto';
import type { StoreOptions } from '../../server/store/open.ts';
import type { CommandEnvelope } from '../../server/store/port.ts';
import type { Epoch } from '../../shared/feed/feed.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import type { CalendarYear } from '../../shared/station/calendar.ts';
import type { StationChange } from '../../shared/station/change.ts';
import { codeType } from '../../shared/station/code.ts';
import type { Region, RegionLevel } from '../../shared/station/region.ts';
import type { Station, StationId } from '../../shared/station/station.ts';
import { date, region, sampleStation, stationId, union } from '../shared/station/sample.ts';

const LEVELS: readonly RegionLevel[] = ['nation', 'province', 'city', 'county'];

/** A small country: a province with two cities and one it runs itself, a municipality, and a place without unions. */
export const REGIONS: readonly Region[] = [
  // Children before parents on purpose: the order of a list must not matter.
  place('county 410105', '金水区', '410100'),
  place('county 410102', '中原区', '410100'),
  place('county 410202', '龙亭区', '410200'),
  place('city 410100', '郑州市', '410000'),
  place('city 410200', '开封市', '410000'),
  place('city 419001', '济源市', '410000'),
  place('city 110100', '北京市', '110000'),
  place('province 110000', '北京市', '000000'),
  place('county 110105', '朝阳区', '110100'),
  place('province 410000', '河南省', '000000'),
  place('province 810000', '香港特别行政区', '000000'),
  place('nation 000000', '中华人民共和国', null),
];

export const CALENDAR: readonly CalendarYear[] = [
  {
    year: 2026,
    holidays: [{ name: '元旦', from: date('2026-01-01'), to: date('2026-01-03') }],
    workdays: [{ date: date('2026-01-04'), standsFor: 4 }],
  },
];

export const NOON = instant(Date.parse('2026-11-22T12:00:00+08:00'));

/** Ids and epochs in a row of their own, so that a run can be made again. */
export function counting(): {
  readonly id: () => StationId;
  readonly epoch: () => Epoch;
  readonly command: () => string;
} {
  let n = 0;
  return {
    id: () => stationId(++n),
    epoch: () => (++n).toString(16).padStart(16, '0') as Epoch,
    command: () => (++n).toString(16).padStart(32, '0'),
  };
}

export function options(highWater: string, epoch: () => Epoch, now: () => Instant = () => NOON): StoreOptions {
  return {
    regions: REGIONS,
    aliases: new Map([[region('410103'), region('410102')]]),
    calendar: CALENDAR,
    historyKey: 'a key for tests, kept nowhere else',
    highWater,
    now,
    newEpoch: epoch,
  };
}

export function command(commandId: string, over: Partial<CommandEnvelope> = {}): CommandEnvelope {
  return {
    commandId,
    actor: { id: 'clerk', union: union('410100') },
    bodyHash: createHash('sha256').update(commandId).digest('hex'),
    at: NOON,
    load: [],
    ...over,
  };
}

/** A station as `decide` hands it over before it has a code. */
export function newStation(id: StationId, over: Partial<Station> = {}): Station {
  return { ...sampleStation({ region: region('410105'), union: union('410105') }), id, code: null, rev: 1, ...over };
}

export function registered(after: Station): StationChange {
  return {
    step: 'import',
    before: null,
    after,
    issue: { region: after.region, type: codeType(after.kind, after.origin) },
    successorFrom: null,
    reason: null,
    effectiveOn: date('2026-11-22'),
  };
}

export function changed(before: Station, over: Partial<Station>, step = 'revise'): StationChange {
  return {
    step,
    before,
    after: { ...before, ...over, rev: before.rev + 1 },
    issue: null,
    successorFrom: null,
    reason: '依据说明',
    effectiveOn: date('2026-11-23'),
  };
}

function place(what: string, name: string, parent: string | null): Region {
  const [word = '', code = ''] = what.split(' ');
  const level = LEVELS.find((each) => each === word);
  if (!level) throw new Error(what);
  return {
    code: region(code),
    name,
    short: name.slice(0, 2),
    pinyin: 'pinyin',
    level,
    parent: parent === null ? null : region(parent),
    centre: gcj02(113.66, 34.75),
    box: [113.5, 34.6, 113.8, 34.9],
  };
}
