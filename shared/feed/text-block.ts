import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import type { RestColumns, TextColumns } from './columns.ts';
import { readInitials, writeInitials } from './initials-block.ts';
import { readLines, rowsByUse, writeLines } from './lines.ts';
import type { RestPiece, TextPiece } from './pieces.ts';
import { readNumbers, readTexts, TEXT_NULL, writeNumbers, writeTexts } from './planes.ts';

const NULL = Uint8Array.of(TEXT_NULL);
const NOTHING = new Uint8Array(0);

export function writeText(to: ByteWriter, texts: readonly TextPiece[], utf8: Utf8): void {
  writeTexts(
    to,
    texts.map((row) => utf8.encode(row.name)),
  );
  writeInitials(to, texts, utf8);
  writeTexts(
    to,
    texts.map((row) => utf8.encode(row.address)),
  );
  writeTexts(
    to,
    texts.map((row) => (row.entrance === null ? NULL : utf8.encode(row.entrance))),
  );
  writeTexts(
    to,
    texts.map((row) => (row.aliases.length === 0 ? NOTHING : utf8.encode(JSON.stringify(row.aliases)))),
  );
  writeRaws(to, texts, utf8);
}

function writeRaws(to: ByteWriter, texts: readonly TextPiece[], utf8: Utf8): void {
  const raws = texts.flatMap(({ hoursRaw }) => hoursRaw ?? []);
  const { lines, ids } = rowsByUse(raws, raws.length);
  writeLines(to, lines, utf8);
  writeNumbers(
    to,
    texts.map(({ hoursRaw }) => (hoursRaw === null ? 0 : (ids.get(hoursRaw) ?? 0) + 1)),
  );
}

function readRaws(from: ByteReader, n: number, utf8: Utf8): Pick<TextColumns, 'raw' | 'raws'> {
  const raws = readLines(from, n, utf8);
  const raw = readNumbers(from, n);
  if (raw.some((place) => place > raws.length)) from.fail('no such published hours');
  return { raw, raws };
}

export function readText(from: ByteReader, n: number, utf8: Utf8): TextColumns {
  const names = readTexts(from, n);
  const initials = readInitials(from, names, utf8);
  const addresses = readTexts(from, n);
  const entrances = readTexts(from, n);
  const aliases = readTexts(from, n);
  return { names, initials, addresses, entrances, aliases, ...readRaws(from, n, utf8) };
}

export function writeRest(to: ByteWriter, rest: readonly RestPiece[], utf8: Utf8): void {
  writeNumbers(
    to,
    rest.map((row) => row.fine),
  );
  writeTexts(
    to,
    rest.map((row) => utf8.encode(row.line)),
  );
}

export function readRest(from: ByteReader, n: number): RestColumns {
  const fine = readNumbers(from, n);
  if (fine.some((value) => value > 120)) from.fail('point out of range');
  return { fine: Uint8Array.from(fine), lines: readTexts(from, n) };
}
