import { AMENITIES } from '../station/amenity.ts';
import type { RegionCode } from '../station/region.ts';
import { KINDS, STATUSES } from '../station/station.ts';
import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import { countyOfCode } from './code-block.ts';
import type { FactsColumns, Group, PointColumns } from './columns.ts';
import { readLines, rowsByUse, writeLines } from './lines.ts';
import { type FactsPiece, hasBit, type PointPiece } from './pieces.ts';
import { BitReader, BitWriter, readDifferences, readNumbers, writeDifferences, writeNumbers } from './planes.ts';

const LOW_BITS = 32;
/** A group is two bytes in the working columns. */
const MAX_GROUPS = 65_535;
/** Stands for hours that found no group left: nobody knows is true of them, a wrong answer would not be. */
const NO_HOURS = '["U"]';

export function writePoints(to: ByteWriter, points: readonly PointPiece[]): void {
  writeDifferences(
    to,
    points.map((point) => point.lng),
  );
  writeDifferences(
    to,
    points.map((point) => point.lat),
  );
}

export function readPoints(from: ByteReader, n: number): PointColumns {
  return { lng: readDifferences(from, n), lat: readDifferences(from, n) };
}

/** `codes` of the same rows: a row lies in its code's county unless said otherwise. */
export type Rows = { readonly codes: ArrayLike<number>; readonly utf8: Utf8 };

export function writeFacts(to: ByteWriter, facts: readonly FactsPiece[], { codes, utf8 }: Rows): void {
  const bits = new BitWriter();
  for (let bit = 0; bit < AMENITIES.length; bit++) for (const row of facts) bits.push(hasBit(row.yes, bit) ? 1 : 0);
  to.raw(bits.done());
  const groups = facts.map((row) => row.status + row.hours);
  const kept = rowsByUse(groups, MAX_GROUPS - STATUSES.length).ids;
  const hours = facts.map((row, at) => (kept.has(groups[at] ?? '') ? row.hours : NO_HOURS));
  const lines = rowsByUse(hours, MAX_GROUPS);
  writeLines(to, lines.lines, utf8);
  writeNumbers(
    to,
    hours.map((line) => lines.ids.get(line) ?? 0),
  );
  writeNumbers(
    to,
    facts.map((row) => STATUSES.indexOf(row.status) * KINDS.length + KINDS.indexOf(row.kind)),
  );
  const moved = facts
    .map((row, at) => [at, Number(row.region)] as const)
    .filter(([at, county]) => county !== countyOfCode(codes[at] ?? 0));
  to.varint(moved.length);
  moved.forEach(([at, county], i) => {
    to.varint(at - (moved[i - 1]?.[0] ?? 0));
    to.varint(county);
  });
}

export function readFacts(from: ByteReader, n: number, { codes, utf8 }: Rows): FactsColumns {
  const bits = readBits(from, n);
  const lines = readLines(from, n, utf8);
  const hours = readNumbers(from, n);
  const mixed = readNumbers(from, n);
  const grouped = groupRows(from, { lines, hours, mixed });
  const county = Uint32Array.from({ length: grouped.group.length }, (_, row) => countyOfCode(codes[row] ?? 0));
  const strays = new Uint32Array(from.upTo(n, 'moved rows'));
  let row = 0;
  for (let i = 0; i < strays.length && from.problem === null; i++) {
    row += from.varint();
    const now = from.varint();
    if (row >= n || now < 100_000 || now > 999_999) from.fail('no such county');
    else county[row] = now;
    strays[i] = row;
  }
  return { ...bits, ...grouped, county, strays };
}

function readBits(from: ByteReader, n: number): { readonly yesLo: Uint32Array; readonly yesHi: Uint32Array } {
  const bits = new BitReader(from.raw(Math.ceil((AMENITIES.length * n) / 8)));
  const yesLo = new Uint32Array(from.problem === null ? n : 0);
  const yesHi = new Uint32Array(yesLo.length);
  if (from.problem !== null) return { yesLo, yesHi };
  for (let bit = 0; bit < AMENITIES.length; bit++) {
    const column = bit < LOW_BITS ? yesLo : yesHi;
    const value = 1 << (bit % LOW_BITS);
    for (let row = 0; row < n; row++) if (bits.next() === 1) column[row] = (column[row] ?? 0) | value;
  }
  if (!bits.exhausted) from.fail('amenity bits do not match rows');
  return { yesLo, yesHi };
}

type Grouping = {
  readonly lines: readonly string[];
  readonly hours: Uint32Array;
  /** Status × kinds + kind. */
  readonly mixed: Uint32Array;
};

function groupRows(
  from: ByteReader,
  { lines, hours, mixed }: Grouping,
): Pick<FactsColumns, 'group' | 'groups' | 'kind'> {
  const group = new Uint16Array(mixed.length);
  const kind = new Uint8Array(mixed.length);
  const groups: Group[] = [];
  const places = new Map<number, number>();
  for (let row = 0; row < mixed.length; row++) {
    const line = hours[row] ?? 0;
    const status = Math.floor((mixed[row] ?? 0) / KINDS.length);
    const text = lines[line];
    if (text === undefined || status >= STATUSES.length) {
      from.fail('no such hours or status');
      break;
    }
    const key = line * STATUSES.length + status;
    const place = places.get(key) ?? groups.push({ hours: text, status }) - 1;
    places.set(key, place);
    group[row] = place;
    kind[row] = (mixed[row] ?? 0) % KINDS.length;
  }
  if (groups.length > MAX_GROUPS) from.fail('too many groups');
  return { group, groups, kind };
}

/** The city of each county, ascending by county: only the national core says it. */
export function writeCities(to: ByteWriter, cities: ReadonlyMap<RegionCode, RegionCode>): void {
  const all = [...cities].map(([county, city]) => [Number(county), Number(city)] as const).sort((a, b) => a[0] - b[0]);
  to.varint(all.length);
  all.forEach(([county, city], at) => {
    to.varint(county - (all[at - 1]?.[0] ?? 0));
    to.varint(city);
  });
}

export function readCities(from: ByteReader): ReadonlyMap<RegionCode, RegionCode> {
  const count = from.upTo(from.left, 'cities');
  const cities = new Map<RegionCode, RegionCode>();
  let county = 0;
  for (let at = 0; at < count && from.problem === null; at++) {
    county += from.varint();
    const city = from.varint();
    if (county < 100_000 || county > 999_999 || city < 100_000 || city > 999_999) from.fail('no such city');
    cities.set(String(county) as RegionCode, String(city) as RegionCode);
  }
  return cities;
}
