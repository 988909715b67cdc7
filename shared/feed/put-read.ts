import { readAmenities } from './amenities-block.ts';
import type { ByteReader, Utf8 } from './bytes.ts';
import { codeOfNumber } from './code-block.ts';
import { FLAG } from './delta-format.ts';
import { readPoints } from './facts-block.ts';
import { readLineColumn, readMaybeLines } from './lines.ts';
import { textAt, trustAt } from './local.ts';
import type { PutPatch } from './patch.ts';
import type { TextPiece } from './pieces.ts';
import { readNumbers, readTexts, textBytes } from './planes.ts';
import type { PageKind } from './put-write.ts';
import { readStatus } from './status-block.ts';
import { readTrust, type TrustPiece } from './terms-block.ts';
import { readText } from './text-block.ts';

/** Of the puts alone, in their order. */
export type Puts = {
  readonly codes: readonly number[];
  readonly flags: readonly number[];
  /** The place in the feed that all of them are exact at. */
  readonly seq: number;
};

/** Puts with each part taken from the columns that follow in the body. */
export function readPuts(from: ByteReader, { codes, flags, seq }: Puts, kind: PageKind): PutPatch[] {
  const { utf8 } = kind;
  const having = (flag: number): readonly number[] => codes.filter((_, at) => ((flags[at] ?? 0) & flag) !== 0);
  const some = <T>(flag: number, read: (n: number) => T[]): T[] => {
    const n = having(flag).length;
    return n === 0 || from.problem !== null ? [] : read(n);
  };
  const trust = some(FLAG.trust, (n) => readTrusts(from, n));
  const amenities = some(FLAG.amenities, (n) => readAmenities(from, n, utf8));
  const status = some(FLAG.status, (n) => readStatus(from, n, { codes: having(FLAG.status), ...kind }));
  const hours = some(FLAG.hours, (n) => readHours(from, n, kind));
  const phone = some(FLAG.phone, (n) => readPhones(from, n, utf8));
  const text = some(FLAG.text, (n) => readTextPieces(from, n, utf8));
  const access = some(FLAG.access, (n) => readAccess(from, n, utf8));
  const point = some(FLAG.point, (n) => readPointPatches(from, n, kind));
  const rest = some(FLAG.rest, (n) => readRests(from, n, utf8));
  if (from.problem !== null) return [];
  return codes.map((code, at) => {
    const take = <T>(parts: T[], flag: number): T | null =>
      ((flags[at] ?? 0) & flag) === 0 ? null : (parts.shift() ?? null);
    return {
      op: 'put',
      seq,
      code: codeOfNumber(code),
      trust: take(trust, FLAG.trust),
      amenities: take(amenities, FLAG.amenities) ?? [],
      status: take(status, FLAG.status),
      hours: take(hours, FLAG.hours),
      phone: take(phone, FLAG.phone),
      text: take(text, FLAG.text),
      access: take(access, FLAG.access),
      point: take(point, FLAG.point),
      rest: take(rest, FLAG.rest),
    };
  });
}

/** Nothing once a column before was broken: its rows would mean nothing. */
function rows<T>(from: ByteReader, n: number, at: (row: number) => T): T[] {
  return from.problem === null ? Array.from({ length: n }, (_, row) => at(row)) : [];
}

function readTrusts(from: ByteReader, n: number): TrustPiece[] {
  const columns = readTrust(from, n);
  return rows(from, n, (row) => trustAt(columns, row));
}

function readHours(from: ByteReader, n: number, { isCore, utf8 }: PageKind): NonNullable<PutPatch['hours']>[] {
  const lines = readLineColumn(from, n, utf8);
  const raws = isCore ? null : readMaybeLines(from, n, utf8);
  return rows(from, n, (row) => ({
    line: lines.lines[lines.ids[row] ?? 0] ?? '',
    raw: raws?.lines[(raws.ids[row] ?? 0) - 1] ?? null,
  }));
}

function readPhones(from: ByteReader, n: number, utf8: Utf8): NonNullable<PutPatch['phone']>[] {
  const { lines, ids } = readMaybeLines(from, n, utf8);
  return rows(from, n, (row) => ({ phone: lines[(ids[row] ?? 0) - 1] ?? null }));
}

function readTextPieces(from: ByteReader, n: number, utf8: Utf8): TextPiece[] {
  const columns = readText(from, n, utf8);
  return rows(from, n, (row) => textAt(columns, row, utf8));
}

function readAccess(from: ByteReader, n: number, utf8: Utf8): string[] {
  const { lines, ids } = readLineColumn(from, n, utf8);
  return rows(from, n, (row) => lines[ids[row] ?? 0] ?? '');
}

function readPointPatches(from: ByteReader, n: number, { isCore }: PageKind): NonNullable<PutPatch['point']>[] {
  const { lng, lat } = readPoints(from, n);
  const fine = isCore ? null : readNumbers(from, n);
  if (fine?.some((value) => value > 120)) from.fail('point out of range');
  return rows(from, n, (row) => ({
    lng: lng[row] ?? 0,
    lat: lat[row] ?? 0,
    fine: fine === null ? null : (fine[row] ?? 0),
  }));
}

function readRests(from: ByteReader, n: number, utf8: Utf8): string[] {
  const lines = readTexts(from, n);
  return rows(from, n, (row) => utf8.decode(textBytes(lines, row) ?? new Uint8Array(0)));
}
