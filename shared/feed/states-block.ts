import { type Day, dateText, parseDate } from '../kernel/instant.ts';
import { AMENITIES } from '../station/amenity.ts';
import { ORIGINS, type StatusNote, VERIFICATIONS } from '../station/station.ts';
import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import type { StatesColumns } from './columns.ts';
import { readLines, rowsByUse, writeLines } from './lines.ts';
import { type AmenityBits, hasBit, type StatesPiece } from './pieces.ts';
import { BitReader, BitWriter, readNumbers, readTexts, textBytes, writeNumbers, writeTexts } from './planes.ts';

const LOW_BITS = 32;
const TRUST = 16;

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
  const days = states.map((row) => (row.verifiedOn === null ? 0 : (parseDate(row.verifiedOn) ?? -1) + 1));
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
    noted.map(({ note }) => utf8.encode(`${note.since}${note.until ?? '-'}${note.reason}`)),
  );
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
  if (verifiedOn.some((day) => day > 2_000_000)) from.fail('no such day');
  return {
    ...bits,
    access,
    accesses,
    trust: Uint8Array.from(trust),
    verifiedOn,
    statusNotes: readNotes(from, n, utf8),
  };
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
  const texts = readTexts(from, count);
  const notes = new Map<number, StatusNote>();
  if (from.problem !== null) return notes;
  rows.forEach((at, i) => {
    const match = /^(\d{4}-\d{2}-\d{2})(-|\d{4}-\d{2}-\d{2})([\s\S]*)$/.exec(
      utf8.decode(textBytes(texts, i) ?? new Uint8Array(0)),
    );
    const since = parseDate(match?.[1] ?? '');
    const until = match?.[2] === '-' ? null : parseDate(match?.[2] ?? '');
    if (match === null || since === null || (until === null && match[2] !== '-'))
      from.fail('status note without a date');
    else
      notes.set(at, { reason: match[3] ?? '', since: dateText(since), until: until === null ? null : dateText(until) });
  });
  return notes;
}

/** The date a verified column holds, or null where nobody verified. */
export function verifiedDate(day: number): StatusNote['until'] {
  return day === 0 ? null : dateText((day - 1) as Day);
}
