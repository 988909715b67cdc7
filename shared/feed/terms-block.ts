import { ORIGINS, VERIFICATIONS } from '../station/station.ts';
import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import type { TermsColumns } from './columns.ts';
import { dayNumber, MAX_DAY } from './day-number.ts';
import { readLines, rowsByUse, writeLines } from './lines.ts';
import type { TermsPiece } from './pieces.ts';
import { readNumbers, writeNumbers } from './planes.ts';

const TRUST = 16;

export function writeTerms(to: ByteWriter, terms: readonly TermsPiece[], utf8: Utf8): void {
  const { lines, ids } = rowsByUse(
    terms.map((row) => row.access),
    terms.length,
  );
  writeLines(to, lines, utf8);
  writeNumbers(
    to,
    terms.map((row) => ids.get(row.access) ?? 0),
  );
  writeNumbers(
    to,
    terms.map((row) => ORIGINS.indexOf(row.origin) * TRUST + VERIFICATIONS.indexOf(row.verified)),
  );
  const days = terms.map((row) => dayNumber(row.verifiedOn));
  const first = days.reduce((least, day) => (day > 0 && day < least ? day : least), 1e6);
  to.varint(first);
  writeNumbers(
    to,
    days.map((day) => (day > 0 ? day - first + 1 : 0)),
  );
  writeRaws(to, terms, utf8);
}

export function readTerms(from: ByteReader, n: number, utf8: Utf8): TermsColumns {
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
    access,
    accesses,
    trust: Uint8Array.from(trust),
    verifiedOn,
    ...readRaws(from, n, utf8),
  };
}

function writeRaws(to: ByteWriter, terms: readonly TermsPiece[], utf8: Utf8): void {
  const raws = terms.flatMap(({ hoursRaw }) => hoursRaw ?? []);
  const { lines, ids } = rowsByUse(raws, raws.length);
  writeLines(to, lines, utf8);
  writeNumbers(
    to,
    terms.map(({ hoursRaw }) => (hoursRaw === null ? 0 : (ids.get(hoursRaw) ?? 0) + 1)),
  );
}

function readRaws(from: ByteReader, n: number, utf8: Utf8): Pick<TermsColumns, 'raw' | 'raws'> {
  const raws = readLines(from, n, utf8);
  const raw = readNumbers(from, n);
  if (raw.some((place) => place > raws.length)) from.fail('no such published hours');
  return { raw, raws };
}
