import { ORIGINS, VERIFICATIONS } from '../station/station.ts';
import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import type { TermsColumns } from './columns.ts';
import { dayNumber, readDays, writeDays } from './day-number.ts';
import { readLineColumn, readLines, writeLineColumn, writeLines } from './lines.ts';
import type { TermsPiece } from './pieces.ts';
import { readNumbers, writeNumbers } from './planes.ts';

const TRUST = 16;
const DATED = 8;

export type TrustPiece = Pick<TermsPiece, 'origin' | 'verified' | 'verifiedOn'>;
type TrustColumns = Pick<TermsColumns, 'trust' | 'verifiedOn'>;

/** `hours`: the line of each row, as the core says it. */
type Beside = { readonly hours: readonly string[]; readonly utf8: Utf8 };

export function writeTerms(to: ByteWriter, terms: readonly TermsPiece[], { hours, utf8 }: Beside): void {
  writeLineColumn(
    to,
    terms.map((row) => row.access),
    utf8,
  );
  writeTrust(to, terms);
  writeRaws(
    to,
    terms.map((row) => row.hoursRaw),
    { hours, utf8 },
  );
}

export function readTerms(from: ByteReader, n: number, beside: Beside): TermsColumns {
  const { lines: accesses, ids: access } = readLineColumn(from, n, beside.utf8);
  const trust = readTrust(from, n);
  return { access, accesses, ...trust, ...readRaws(from, n, beside) };
}

/**
 * Hours as published nearly follow from the hours: a row mostly says what the last row of the same hours said. 0 none,
 * else how many others were said of these hours since, plus 1; past all that were said, one that is new to them.
 */
function writeRaws(to: ByteWriter, raws: readonly (string | null)[], { hours, utf8 }: Beside): void {
  const places = new Map<string, number>();
  const said = new Map<string, string[]>();
  const news: number[] = [];
  const ranks = raws.map((raw, at) => {
    if (raw === null) return 0;
    const recent = recentOf(said, hours[at]);
    const rank = recent.indexOf(raw);
    if (rank >= 0) recent.splice(rank, 1);
    else {
      news.push((places.get(raw) ?? -1) + 1);
      places.set(raw, places.get(raw) ?? places.size);
    }
    recent.unshift(raw);
    return rank >= 0 ? rank + 1 : recent.length;
  });
  writeLines(to, [...places.keys()], utf8);
  writeNumbers(to, ranks);
  writeNumbers(to, news);
}

function recentOf<T>(said: Map<string, T[]>, hours: string | undefined): T[] {
  const recent = said.get(hours ?? '') ?? [];
  said.set(hours ?? '', recent);
  return recent;
}

function readRaws(from: ByteReader, n: number, { hours, utf8 }: Beside): Pick<TermsColumns, 'raw' | 'raws'> {
  const raws = readLines(from, n, utf8);
  const ranks = readNumbers(from, n);
  const said = new Map<string, number[]>();
  const raw = new Uint32Array(from.problem === null ? n : 0);
  const newAt: number[] = [];
  raw.forEach((_, at) => {
    const rank = ranks[at] ?? 0;
    if (rank === 0) return;
    const recent = recentOf(said, hours[at]);
    if (rank > recent.length + 1) from.fail('no such published hours');
    // Which one a new one is stands behind all ranks, so until then its row stands for it.
    const first = recent[rank - 1];
    if (first === undefined) newAt.push(at);
    else recent.splice(rank - 1, 1);
    recent.unshift(first ?? at);
    raw[at] = (first ?? at) + 1;
  });
  const news = readNumbers(from, newAt.length);
  let met = 0;
  const placeOf = new Map<number, number>();
  newAt.forEach((at, i) => {
    const place = news[i] === 0 ? met++ : (news[i] ?? 0) - 1;
    if (place >= raws.length || (news[i] !== 0 && place >= met)) from.fail('no such published hours');
    placeOf.set(at + 1, place + 1);
  });
  if (met !== raws.length) from.fail('published hours nobody has');
  return { raw: raw.map((row) => placeOf.get(row) ?? 0), raws };
}

/** Rows with a day say so beside the verification; the days follow for those alone. */
export function writeTrust(to: ByteWriter, rows: readonly TrustPiece[]): void {
  const days = rows.map((row) => dayNumber(row.verifiedOn));
  writeNumbers(
    to,
    rows.map(({ origin, verified }, at) => {
      const dated = (days[at] ?? 0) > 0 ? DATED : 0;
      return ORIGINS.indexOf(origin) * TRUST + VERIFICATIONS.indexOf(verified) + dated;
    }),
  );
  writeDays(
    to,
    days.filter((day) => day > 0),
  );
}

export function readTrust(from: ByteReader, n: number): TrustColumns {
  const mixed = readNumbers(from, n);
  const trust = Uint8Array.from(mixed, (value) => value & ~DATED);
  if (mixed.some((value) => value >> 4 >= ORIGINS.length || (value & 7) >= VERIFICATIONS.length))
    from.fail('no such origin or verification');
  const dated = mixed.reduce((sum, value) => sum + ((value & DATED) === 0 ? 0 : 1), 0);
  const days = readDays(from, dated);
  let next = 0;
  const verifiedOn = mixed.map((value) => ((value & DATED) === 0 ? 0 : (days[next++] ?? 0)));
  return { trust, verifiedOn };
}
