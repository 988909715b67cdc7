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
  to.varint(counties.length);
  counties.forEach((county, at) => {
    to.varint(county - (counties[at - 1] ?? 0));
  });
  const recent = counties.slice();
  const ranks = all.map((code) => {
    const county = countyOfCode(code);
    const rank = recent.indexOf(county);
    recent.splice(rank, 1);
    recent.unshift(county);
    return rank;
  });
  writeNumbers(to, ranks);
  writeNumbers(
    to,
    all.map((code) => Math.floor(code / 1e8) % 10),
  );
  writeNumbers(
    to,
    all.map((code) => Math.floor(code / 100) % 1e6),
  );
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
    const type = types[row] ?? 0;
    const serial = serials[row] ?? 0;
    if (county === undefined || type < 1 || type > 9 || serial < 1 || serial > 999_999) {
      from.fail('no such code');
      return codes;
    }
    if (rank > 0) {
      recent.splice(rank, 1);
      recent.unshift(county);
    }
    const body = (county * 10 + type) * 1e6 + serial;
    codes[row] = body * 100 + 98 - ((body * 100) % 97);
  }
  return codes;
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
