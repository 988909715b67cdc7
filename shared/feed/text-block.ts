import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import type { RestColumns, TextColumns } from './columns.ts';
import { readInitials, writeInitials } from './initials-block.ts';
import type { RestPiece, TextPiece } from './pieces.ts';
import { readNumbers, readTexts, TEXT_NULL, writeNumbers, writeTexts } from './planes.ts';
import { readNamesAndAddresses, writeNamesAndAddresses } from './squeeze.ts';

const NULL = Uint8Array.of(TEXT_NULL);
const NOTHING = new Uint8Array(0);

export function writeText(to: ByteWriter, texts: readonly TextPiece[], utf8: Utf8): void {
  writeNamesAndAddresses(to, texts, utf8);
  writeInitials(to, texts, utf8);
  writeTexts(
    to,
    texts.map((row) => (row.entrance === null ? NULL : utf8.encode(row.entrance))),
  );
  writeTexts(
    to,
    texts.map((row) => (row.aliases.length === 0 ? NOTHING : utf8.encode(JSON.stringify(row.aliases)))),
  );
}

export function readText(from: ByteReader, n: number, utf8: Utf8): TextColumns {
  const { names, addresses } = readNamesAndAddresses(from, n, utf8);
  const initials = readInitials(from, names, utf8);
  const entrances = readTexts(from, n);
  const aliases = readTexts(from, n);
  return { names, initials, addresses, entrances, aliases };
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
