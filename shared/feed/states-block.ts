import { type DateText, type Day, dateText, parseDate } from '../kernel/instant.ts';
import { AMENITIES } from '../station/amenity.ts';
import { ORIGINS, type StatusNote, VERIFICATIONS } from '../station/station.ts';
import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import type { StatesColumns } from './columns.ts';
import { readLines, rowsByUse, writeLines } from './lines.ts';
import { type AmenityBits, hasBit, type StatesPiece } from './pieces.ts';
import { BitReader, BitWriter, readNumbers, readTexts, textBytes, writeNumbers, writeTexts } from './planes.ts';

const LOW_BITS = 32;
const TRUST = 16;
const MAX_DAY = 2_000_000;

export function writeStates(
  to: ByteWriter,
  states: readonly StatesPiece[],
  { yes, utf8 }: { readonly yes: readonly AmenityBits[]; readonly utf8: Utf8 },
): void {
  writeStateBits(to, states, yes);
  const { lines, ids } = rowsByUse(
    states.map((row) => row.access),
    states.length,
  );
  writeLines(to, lines, utf8);
  writeNumbers(
    to,
    states.map((row) => ids.get(row.access) ?? 0),
  );
  writeNumbers(
    to,
    states.map((row) => ORIGINS.indexOf(row.origin) * TRUST + VERIFICATIONS.indexOf(row.verified)),
  );
  const days = states.map((row) => dayNumber(row.verifiedOn));
  const first = days.reduce((least, day) => (day > 0 && day < least ? day : least), 1e6);
  to.varint(first);
  writeNumbers(
    to,
    days.map((day) => (day > 0 ? day - first + 1 : 0)),
  );
  const noted = states.flatMap((row, at) => (row.statusNote === null ? [] : [{ at, note: row.statusNote }]));
  to.varint(noted.length);
  noted.forEach(({ at }, i) => {
    to.varint(at - (noted[i - 1]?.at ?? 0));
  });
  writeTexts(
    to,
    noted.map(({ note }) => utf8.encode(note.reason)),
  );
  for (const { since, until } of noted.map(({ note }) => note)) {
    to.varint(dayNumber(since));
    to.varint(dayNumber(until));
  }
  writeRaws(to, states, utf8);
}

export function readStates(
  from: ByteReader,
  n: number,
  { yes, utf8 }: { readonly yes: YesColumns; readonly utf8: Utf8 },
): StatesColumns {
  const bits = readStateBits(from, n, yes);
  const accesses = readLines(from, n, utf8);
  const access = readNumbers(from, n);
  const trust = readNumbers(from, n);
  if (access.some((id) => id >= accesses.length)) from.fail('no such access');
  if (trust.some((mixed) => mixed >> 4 >= ORIGINS.length || (mixed & 15) >= VERIFICATIONS.length))
    from.fail('no such origin or verification');
  const first = from.upTo(1_000_000, 'first day');
  const verifiedOn = readNumbers(from, n).map((day) => (day === 0 ? 0 : day + first - 1));
  if (verifiedOn.some((day) => day > MAX_DAY)) from.fail('no such day');
  return {
    ...bits,
    access,
    accesses,
    trust: Uint8Array.from(trust),
    verifiedOn,
    statusNotes: readNotes(from, n, utf8),
    ...readRaws(from, n, utf8),
  };
}

function writeRaws(to: ByteWriter, states: readonly StatesPiece[], utf8: Utf8): void {
  const raws = states.flatMap(({ hoursRaw }) => hoursRaw ?? []);
  const { lines, ids } = rowsByUse(raws, raws.length);
  writeLines(to, lines, utf8);
  writeNumbers(
    to,
    states.map(({ hoursRaw }) => (hoursRaw === null ? 0 : (ids.get(hoursRaw) ?? 0) + 1)),
  );
}

function readRaws(from: ByteReader, n: number, utf8: Utf8): Pick<StatesColumns, 'raw' | 'raws'> {
  const raws = readLines(from, n, utf8);
  const raw = readNumbers(from, n);
  if (raw.some((place) => place > raws.length)) from.fail('no such published hours');
  return { raw, raws };
}

type YesColumns = { readonly yesLo: Uint32Array; readonly yesHi: Uint32Array };
type StateBits = Pick<StatesColumns, 'maybeLo' | 'maybeHi' | 'oddLo' | 'oddHi'>;

/** For each amenity, over the rows where it is not `yes`: a bit `missing` (no or broken), then a bit `odd` (broken or seasonal). */
function writeStateBits(to: ByteWriter, states: readonly StatesPiece[], yes: readonly AmenityBits[]): void {
  const missing = new BitWriter();
  const odd = new BitWriter();
  for (let bit = 0; bit < AMENITIES.length; bit++) {
    states.forEach((row, at) => {
      const bits = yes[at];
      if (bits !== undefined && hasBit(bits, bit)) return;
      missing.push(hasBit(row.maybe, bit) ? 0 : 1);
      odd.push(hasBit(row.odd, bit) ? 1 : 0);
    });
  }
  to.block(missing.done());
  to.block(odd.done());
}

function readStateBits(from: ByteReader, n: number, { yesLo, yesHi }: YesColumns): StateBits {
  const missing = new BitReader(from.block());
  const odd = new BitReader(from.block());
  const room = from.problem === null ? n : 0;
  const maybeLo = new Uint32Array(room);
  const maybeHi = new Uint32Array(room);
  const oddLo = new Uint32Array(room);
  const oddHi = new Uint32Array(room);
  for (let bit = 0; bit < AMENITIES.length; bit++) {
    const yes = bit < LOW_BITS ? yesLo : yesHi;
    const maybes = bit < LOW_BITS ? maybeLo : maybeHi;
    const odds = bit < LOW_BITS ? oddLo : oddHi;
    const value = 1 << (bit % LOW_BITS);
    for (let row = 0; row < room; row++) {
      const isYes = ((yes[row] ?? 0) & value) !== 0;
      if (isYes || missing.next() === 0) maybes[row] = (maybes[row] ?? 0) | value;
      if (!isYes && odd.next() === 1) odds[row] = (odds[row] ?? 0) | value;
    }
  }
  if (!missing.exhausted || !odd.exhausted) from.fail('state bits do not match rows');
  return { maybeLo, maybeHi, oddLo, oddHi };
}

function readNotes(from: ByteReader, n: number, utf8: Utf8): ReadonlyMap<number, StatusNote> {
  const count = from.upTo(n, 'status notes');
  const rows: number[] = [];
  let row = 0;
  for (let i = 0; i < count; i++) {
    row += from.varint();
    if (row >= n) from.fail('status note without a row');
    rows.push(row);
  }
  const reasons = readTexts(from, count);
  const notes = new Map<number, StatusNote>();
  for (const [i, at] of rows.entries()) {
    const since = verifiedDate(from.upTo(MAX_DAY, 'day'));
    const until = verifiedDate(from.upTo(MAX_DAY, 'day'));
    if (from.problem !== null) break;
    if (since === null) from.fail('status note without a date');
    else notes.set(at, { reason: utf8.decode(textBytes(reasons, i) ?? new Uint8Array(0)), since, until });
  }
  return notes;
}

/** Days since 1970-01-01 plus 1; 0 for no date. Dates before 1970 count as none. */
function dayNumber(date: DateText | null): number {
  const day = date === null ? null : parseDate(date);
  return day === null || day < 0 ? 0 : day + 1;
}

/** The date a verified column holds, or null where nobody verified. */
export function verifiedDate(day: number): StatusNote['until'] {
  return day === 0 ? null : dateText((day - 1) as Day);
}
