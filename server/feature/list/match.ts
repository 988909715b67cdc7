import type { Day } from '../../../shared/kernel/instant.ts';
import { AMENITIES, AMENITY_STATES, type Amenity, type AmenityState } from '../../../shared/station/amenity.ts';
import {
  BUILDS,
  HOST_TYPES,
  KINDS,
  OPERATIONS,
  ORIGINS,
  STATUSES,
  TIERS,
  VERIFICATIONS,
} from '../../../shared/station/station.ts';
import { ANY_DOUBT, type Doubt, type ListFilter } from '../../../shared/wire/list-filter.ts';
import type { ListState } from './model.ts';
import { FAR, HOURS, type ListRows, NEVER } from './rows.ts';

type Test = (row: number) => boolean;

/** What a question is judged by beside its conditions. */
export type Judging = {
  readonly today: Day;
  /** Whether the asker may see a row at all. */
  readonly mine: Test;
  /** Whether a row's union is one of those the conditions name; null: they name none. */
  readonly named: Test | null;
  /** Days after which a statement about hours is old, as the union of a row sets it. */
  readonly oldDays: (row: number) => number;
  /** Metres within which two stations may be one, likewise. */
  readonly nearMetres: (row: number) => number;
};

/** The rows that pass every condition, in the order they are held. */
export function matching({ rows, texts }: ListState, filter: ListFilter, judging: Judging): Int32Array {
  const tests = testsOf(rows, filter, judging);
  const found = filter.q === '' ? null : texts.search(filter.q);
  const passing = new Int32Array(rows.size);
  let count = 0;
  for (let row = 0; row < rows.size; row++) {
    if (rows.bytes.held[row] !== 1 || !judging.mine(row)) continue;
    if (found !== null && found[row] !== 1) continue;
    if (tests.every((test) => test(row))) passing[count++] = row;
  }
  return passing.subarray(0, count);
}

function testsOf(rows: ListRows, filter: ListFilter, judging: Judging): readonly Test[] {
  const { bytes } = rows;
  const tests: (Test | null)[] = [
    judging.named,
    among(bytes.status, { wanted: filter.status, list: STATUSES, from: 0 }),
    among(bytes.kind, { wanted: filter.kind, list: KINDS, from: 0 }),
    among(bytes.host, { wanted: filter.host, list: HOST_TYPES, from: 1 }),
    among(bytes.build, { wanted: filter.build, list: BUILDS, from: 1 }),
    among(bytes.operation, { wanted: filter.operation, list: OPERATIONS, from: 1 }),
    among(bytes.tier, { wanted: filter.tier, list: TIERS, from: 0 }),
    among(bytes.verified, { wanted: filter.verified, list: VERIFICATIONS, from: 0 }),
    among(bytes.origin, { wanted: filter.origin, list: ORIGINS, from: 0 }),
    ...placeTests(rows, filter),
    ...amenityTests(rows, filter),
    ...freshTests(rows, filter, judging),
  ];
  return tests.filter((test) => test !== null);
}

/** `from`: the number of the list's first code in the column. */
function among<C extends string>(
  column: Uint8Array,
  { wanted, list, from }: { readonly wanted: readonly C[]; readonly list: readonly C[]; readonly from: number },
): Test | null {
  if (wanted.length === 0) return null;
  const codes = new Uint8Array(256);
  for (const one of wanted) codes[list.indexOf(one) + from] = 1;
  return (row) => codes[column[row] ?? 0] === 1;
}

function placeTests({ wholes, bytes, words }: ListRows, filter: ListFilter): readonly (Test | null)[] {
  const same = (column: Int32Array, number: number): Test => {
    return (row) => column[row] === number;
  };
  const { region, stars, photos } = filter;
  return [
    region === undefined || region === '000000' ? null : within(wholes.region, region),
    filter.town === '' ? null : same(wholes.town, words.town.find(filter.town)),
    filter.brand === '' ? null : same(wholes.brand, words.brand.find(filter.brand)),
    stars === undefined ? null : (row) => (bytes.stars[row] ?? 0) >= stars,
    photos === undefined ? null : (row) => (bytes.photos[row] === 1) === photos,
  ];
}

/** 41 00 00 holds 41 01 00 holds 41 01 02: what ends in zeros is a prefix. */
function within(column: Int32Array, region: string): Test {
  const size = region.endsWith('0000') ? 10_000 : region.endsWith('00') ? 100 : 1;
  const prefix = Math.floor(Number(region) / size);
  return (row) => Math.floor((column[row] ?? 0) / size) === prefix;
}

function amenityTests({ amenities }: ListRows, filter: ListFilter): readonly Test[] {
  const every = (codes: readonly Amenity[], states: readonly AmenityState[]): readonly Test[] =>
    codes.map((code): Test => {
      const at = AMENITIES.indexOf(code);
      const wanted = states.map((state) => AMENITY_STATES.indexOf(state));
      return (row) => wanted.includes(amenities[row * AMENITIES.length + at] ?? 0);
    });
  return [
    ...every(filter.has, ['yes', 'seasonal']),
    ...every(filter.lacks, ['no']),
    ...every(filter.broken, ['broken']),
    ...every(filter.unclear, ['unknown']),
  ];
}

function freshTests(rows: ListRows, filter: ListFilter, judging: Judging): readonly (Test | null)[] {
  const { bytes, wholes } = rows;
  const { older } = filter;
  const byHours: { readonly [K in ListFilter['hours'][number]]: Test } = {
    always: (row) => bytes.hours[row] === HOURS.always,
    unknown: (row) => bytes.hours[row] === HOURS.unknown,
    unread: (row) => bytes.hours[row] === HOURS.unread,
    old: (row) => isOld(rows, row, judging),
  };
  const doubts = filter.doubt.flatMap((one) => (one === 'any' ? ANY_DOUBT : [one]));
  return [
    older === undefined
      ? null
      : (row) => {
          const day = wholes.verifiedDay[row] ?? NEVER;
          return day === NEVER || judging.today - day > older;
        },
    filter.hours.length === 0 ? null : (row) => filter.hours.some((one) => byHours[one](row)),
    doubts.length === 0 ? null : (row) => doubts.some((one) => hasDoubt(rows, row, { doubt: one, judging })),
  ];
}

/** A statement about hours that workers see, checked once and then not for too long. */
export function isOld({ bytes, wholes }: ListRows, row: number, { today, oldDays }: Judging): boolean {
  const day = wholes.verifiedDay[row] ?? NEVER;
  if (bytes.published[row] !== 1 || bytes.hours[row] === HOURS.unknown || day === NEVER) return false;
  return today - day > oldDays(row);
}

export function hasDoubt(
  rows: ListRows,
  row: number,
  { doubt, judging }: { readonly doubt: Doubt; readonly judging: Judging },
): boolean {
  const { bytes, wholes } = rows;
  if (bytes.living[row] !== 1) return false;
  switch (doubt) {
    case 'waiting':
      return bytes.waiting[row] === 1;
    case 'unread':
      return bytes.hours[row] === HOURS.unread;
    case 'near':
      return (wholes.nearest[row] ?? FAR) <= judging.nearMetres(row);
    case 'broken':
      return bytes.broken[row] === 1;
    case 'old':
      return isOld(rows, row, judging);
    case 'overdue': {
      const until = wholes.untilDay[row] ?? NEVER;
      return bytes.status[row] === RECTIFYING && until !== NEVER && until < judging.today;
    }
  }
}

const RECTIFYING = STATUSES.indexOf('rectifying');
