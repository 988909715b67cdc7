import { AMENITIES } from '../station/amenity.ts';
import type { StatusNote } from '../station/station.ts';
import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import type { StatesColumns } from './columns.ts';
import { dateOfNumber, dayNumber, MAX_DAY } from './day-number.ts';
import { type AmenityBits, hasBit, type StatesPiece } from './pieces.ts';
import { BitReader, BitWriter, readTexts, textBytes, writeTexts } from './planes.ts';

const LOW_BITS = 32;

export function writeStates(
  to: ByteWriter,
  states: readonly StatesPiece[],
  { yes, utf8 }: { readonly yes: readonly AmenityBits[]; readonly utf8: Utf8 },
): void {
  writeStateBits(to, states, yes);
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
}

export function readStates(
  from: ByteReader,
  n: number,
  { yes, utf8 }: { readonly yes: YesColumns; readonly utf8: Utf8 },
): StatesColumns {
  const bits = readStateBits(from, n, yes);
  return { ...bits, statusNotes: readNotes(from, n, utf8) };
}

type YesColumns = { readonly yesLo: Uint32Array; readonly yesHi: Uint32Array };
type StateBits = Pick<StatesColumns, 'maybeLo' | 'maybeHi' | 'oddLo' | 'oddHi'>;

/** For each amenity, over the rows where it is not `yes`: a bit `missing` (no or broken); then the few places among all those bits that are `odd` (broken or seasonal). */
function writeStateBits(to: ByteWriter, states: readonly StatesPiece[], yes: readonly AmenityBits[]): void {
  const missing = new BitWriter();
  const odds: number[] = [];
  let count = 0;
  let last = 0;
  for (let bit = 0; bit < AMENITIES.length; bit++) {
    states.forEach((row, at) => {
      const bits = yes[at];
      if (bits !== undefined && hasBit(bits, bit)) return;
      missing.push(hasBit(row.maybe, bit) ? 0 : 1);
      if (hasBit(row.odd, bit)) {
        odds.push(count - last);
        last = count;
      }
      count++;
    });
  }
  to.block(missing.done());
  to.varint(odds.length);
  for (const gap of odds) to.varint(gap);
}

function readStateBits(from: ByteReader, n: number, { yesLo, yesHi }: YesColumns): StateBits {
  const missing = new BitReader(from.block());
  const odds = readOdds(from);
  const room = from.problem === null ? n : 0;
  const maybeLo = new Uint32Array(room);
  const maybeHi = new Uint32Array(room);
  const oddLo = new Uint32Array(room);
  const oddHi = new Uint32Array(room);
  let count = 0;
  let next = 0;
  for (let bit = 0; bit < AMENITIES.length; bit++) {
    const yes = bit < LOW_BITS ? yesLo : yesHi;
    const maybes = bit < LOW_BITS ? maybeLo : maybeHi;
    const oddBits = bit < LOW_BITS ? oddLo : oddHi;
    const value = 1 << (bit % LOW_BITS);
    for (let row = 0; row < room; row++) {
      const isYes = ((yes[row] ?? 0) & value) !== 0;
      if (isYes || missing.next() === 0) maybes[row] = (maybes[row] ?? 0) | value;
      if (isYes) continue;
      if (odds[next] === count) {
        oddBits[row] = (oddBits[row] ?? 0) | value;
        next++;
      }
      count++;
    }
  }
  if (!missing.exhausted || next !== odds.length) from.fail('state bits do not match rows');
  return { maybeLo, maybeHi, oddLo, oddHi };
}

/** Places among all states that are not `yes`, ascending. */
function readOdds(from: ByteReader): readonly number[] {
  const count = from.upTo(from.left, 'odd states');
  const odds: number[] = [];
  let at = 0;
  for (let i = 0; i < count && from.problem === null; i++) {
    at += from.varint();
    odds.push(at);
  }
  return odds;
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
    const since = dateOfNumber(from.upTo(MAX_DAY, 'day'));
    const until = dateOfNumber(from.upTo(MAX_DAY, 'day'));
    if (from.problem !== null) break;
    if (since === null) from.fail('status note without a date');
    else notes.set(at, { reason: utf8.decode(textBytes(reasons, i) ?? new Uint8Array(0)), since, until });
  }
  return notes;
}
