import type { StationCode } from '../station/code.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { readNumbers, writeNumbers } from './planes.ts';

/** 15 digits stay below 2^53, so a code is kept as the number it reads as. */
export function codeNumber(code: StationCode): number {
  return Number(code);
}

export function codeOfNumber(code: number): StationCode {
  return String(code) as StationCode;
}

export function countyOfCode(code: number): number {
  return Math.floor(code / 1e9);
}

/**
 * Codes of n rows: the counties met, ascending; for each row how many other counties were met since its own was met
 * last (neighbours share a county, so mostly 0); types; serials. Check digits are computed, not sent.
 */
export function writeCodes(to: ByteWriter, codes: ArrayLike<number>): void {
  const all = Array.from({ length: codes.length }, (_, row) => codes[row] ?? 0);
  const counties = [...new Set(all.map(countyOfCode))].sort((a, b) => a - b);
  writeCounties(to, counties);
  const recent = counties.slice();
  const ranks = all.map((code) => {
    const county = countyOfCode(code);
    const rank = recent.indexOf(county);
    recent.splice(rank, 1);
    recent.unshift(county);
    return rank;
  });
  writeNumbers(to, ranks);
  writeNumbers(to, all.map(typeOfCode));
  writeNumbers(to, all.map(serialOf));
}

export function readCodes(from: ByteReader, n: number): Float64Array {
  const recent = readCounties(from);
  const ranks = readNumbers(from, n);
  const types = readNumbers(from, n);
  const serials = readNumbers(from, n);
  const codes = new Float64Array(from.problem === null ? n : 0);
  for (let row = 0; row < codes.length; row++) {
    const rank = ranks[row] ?? 0;
    const county = recent[rank];
    if (county === undefined) from.fail('no such county');
    codes[row] = codeAt(from, (county ?? 0) * 10 + (types[row] ?? 0), serials[row] ?? 0);
    if (county === undefined || from.problem !== null) return codes;
    if (rank > 0) {
      recent.splice(rank, 1);
      recent.unshift(county);
    }
  }
  return codes;
}

/**
 * Codes in ascending order (repeats allowed): counties, for each how many codes it has less one; types; serials, as the
 * difference to the code before where that has the same county and type.
 */
export function writeSortedCodes(to: ByteWriter, codes: readonly number[]): void {
  const rows = new Map<number, number>();
  for (const code of codes) rows.set(countyOfCode(code), (rows.get(countyOfCode(code)) ?? 0) + 1);
  writeCounties(to, [...rows.keys()]);
  writeNumbers(
    to,
    [...rows.values()].map((count) => count - 1),
  );
  writeNumbers(to, codes.map(typeOfCode));
  writeNumbers(
    to,
    codes.map(
      (code, at) => serialOf(code) - (blockOf(code) === blockOf(codes[at - 1] ?? 0) ? serialOf(codes[at - 1] ?? 0) : 0),
    ),
  );
}

export function readSortedCodes(from: ByteReader, n: number): Float64Array {
  const counties = readCounties(from);
  const counts = readNumbers(from, counties.length);
  if (counts.reduce((sum, count) => sum + count + 1, 0) !== n) from.fail('counties do not match codes');
  const types = readNumbers(from, n);
  const serials = readNumbers(from, n);
  const codes = new Float64Array(from.problem === null ? n : 0);
  let row = 0;
  for (let at = 0; at < counts.length && from.problem === null; at++) {
    for (let left = counts[at] ?? 0; left >= 0; left--, row++) {
      const block = (counties[at] ?? 0) * 10 + (types[row] ?? 0);
      const before = codes[row - 1] ?? 0;
      codes[row] = codeAt(from, block, (serials[row] ?? 0) + (blockOf(before) === block ? serialOf(before) : 0));
    }
  }
  return codes;
}

/** The code of a county and type (seven digits) with its check digits. */
function codeAt(from: ByteReader, block: number, serial: number): number {
  const type = block % 10;
  if (type < 1 || type > 9 || serial < 1 || serial > 999_999) from.fail('no such code');
  const body = block * 1e6 + serial;
  return body * 100 + 98 - ((body * 100) % 97);
}

function typeOfCode(code: number): number {
  return blockOf(code) % 10;
}

function serialOf(code: number): number {
  return Math.floor(code / 100) % 1e6;
}

/** County and type. */
function blockOf(code: number): number {
  return Math.floor(code / 1e8);
}

function writeCounties(to: ByteWriter, counties: readonly number[]): void {
  to.varint(counties.length);
  counties.forEach((county, at) => {
    to.varint(county - (counties[at - 1] ?? 0));
  });
}

function readCounties(from: ByteReader): number[] {
  const count = from.upTo(from.left, 'counties');
  const counties: number[] = [];
  let county = 0;
  for (let at = 0; at < count && from.problem === null; at++) {
    county += from.upTo(999_999, 'county');
    if (county < 100_000 || county > 999_999) from.fail('no such county');
    counties.push(county);
  }
  return counties;
}
