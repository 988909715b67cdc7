import { ORIGINS, VERIFICATIONS } from '../station/station.ts';
import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import type { TermsColumns } from './columns.ts';
import { dayNumber, readDays, writeDays } from './day-number.ts';
import { readLineColumn, readMaybeLines, writeLineColumn, writeMaybeLines } from './lines.ts';
import type { TermsPiece } from './pieces.ts';
import { readNumbers, writeNumbers } from './planes.ts';

const TRUST = 16;

export type TrustPiece = Pick<TermsPiece, 'origin' | 'verified' | 'verifiedOn'>;
type TrustColumns = Pick<TermsColumns, 'trust' | 'verifiedOn'>;

export function writeTerms(to: ByteWriter, terms: readonly TermsPiece[], utf8: Utf8): void {
  writeLineColumn(
    to,
    terms.map((row) => row.access),
    utf8,
  );
  writeTrust(to, terms);
  writeMaybeLines(
    to,
    terms.map((row) => row.hoursRaw),
    utf8,
  );
}

export function readTerms(from: ByteReader, n: number, utf8: Utf8): TermsColumns {
  const { lines: accesses, ids: access } = readLineColumn(from, n, utf8);
  const trust = readTrust(from, n);
  const { lines: raws, ids: raw } = readMaybeLines(from, n, utf8);
  return { access, accesses, ...trust, raw, raws };
}

export function writeTrust(to: ByteWriter, rows: readonly TrustPiece[]): void {
  writeNumbers(
    to,
    rows.map((row) => ORIGINS.indexOf(row.origin) * TRUST + VERIFICATIONS.indexOf(row.verified)),
  );
  writeDays(
    to,
    rows.map((row) => dayNumber(row.verifiedOn)),
  );
}

export function readTrust(from: ByteReader, n: number): TrustColumns {
  const trust = readNumbers(from, n);
  if (trust.some((mixed) => mixed >> 4 >= ORIGINS.length || (mixed & 15) >= VERIFICATIONS.length))
    from.fail('no such origin or verification');
  return { trust: Uint8Array.from(trust), verifiedOn: readDays(from, n) };
}
