import type { RegionCode } from '../station/region.ts';
import { KINDS, STATUSES, type StatusNote } from '../station/station.ts';
import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import { countyOfCode } from './code-block.ts';
import { dateOfNumber, dayNumber, readDays, writeDays } from './day-number.ts';
import { readMaybeLines, writeMaybeLines } from './lines.ts';
import type { StatusPatch } from './patch.ts';
import { readNumbers, writeNumbers } from './planes.ts';

/** `codes` of the same rows: a row lies in its code's county unless said otherwise. */
type About = { readonly codes: readonly number[]; readonly isCore: boolean; readonly utf8: Utf8 };

/** Status and kind; the county where it is not the code's, else 0; but for the core the notes of those that have one. */
export function writeStatus(to: ByteWriter, rows: readonly StatusPatch[], { codes, isCore, utf8 }: About): void {
  writeNumbers(
    to,
    rows.map(({ status, kind }) => STATUSES.indexOf(status) * KINDS.length + KINDS.indexOf(kind)),
  );
  writeNumbers(
    to,
    rows.map(({ region }, at) => (Number(region) === countyOfCode(codes[at] ?? 0) ? 0 : Number(region))),
  );
  if (isCore) return;
  writeMaybeLines(
    to,
    rows.map(({ note }) => note?.reason ?? null),
    utf8,
  );
  const notes = rows.flatMap(({ note }) => note ?? []);
  writeDays(
    to,
    notes.map(({ since }) => dayNumber(since)),
  );
  writeDays(
    to,
    notes.map(({ until }) => dayNumber(until)),
  );
}

export function readStatus(from: ByteReader, n: number, { codes, isCore, utf8 }: About): StatusPatch[] {
  const mixed = readNumbers(from, n);
  const counties = readNumbers(from, n);
  const notes = isCore ? [] : readStatusNotes(from, n, utf8);
  if (from.problem !== null) return [];
  return Array.from(mixed, (value, at) => {
    const status = STATUSES[Math.floor(value / KINDS.length)];
    const kind = KINDS[value % KINDS.length];
    const county = counties[at] === 0 ? countyOfCode(codes[at] ?? 0) : (counties[at] ?? 0);
    if (status === undefined || kind === undefined) from.fail('no such status');
    if (county < 100_000 || county > 999_999) from.fail('no such county');
    return {
      status: status ?? 'draft',
      kind: kind ?? 'station',
      region: String(county) as RegionCode,
      note: notes[at] ?? null,
    };
  });
}

function readStatusNotes(from: ByteReader, n: number, utf8: Utf8): (StatusNote | null)[] {
  const { lines, ids } = readMaybeLines(from, n, utf8);
  const noted = ids.reduce((sum, id) => sum + (id > 0 ? 1 : 0), 0);
  const sinces = readDays(from, noted);
  const untils = readDays(from, noted);
  let at = 0;
  return Array.from(ids, (id) => {
    const reason = lines[id - 1];
    if (reason === undefined || from.problem !== null) return null;
    const since = dateOfNumber(sinces[at] ?? 0);
    const until = dateOfNumber(untils[at] ?? 0);
    at++;
    if (since === null) from.fail('status note without a date');
    return since === null ? null : { reason, since, until };
  });
}
