import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import { readNumbers, readTexts, TEXT_END, type TextColumn, textBytes, writeNumbers, writeTexts } from './planes.ts';

/** Codes below this are one byte; above, a byte from here on and a second one. */
const SHORT = 200;
const MAX_CODES = SHORT + (256 - SHORT) * 256;
/** Stands for the end of a text. */
const END = 0;
const REPLACEMENT = '\ufffd';
const MAX_SHARED = 255;
/** With fewer texts the dictionary costs more than it wins; they stand plainly. */
const WORTH_TEXTS = 600;

/**
 * Texts by a dictionary of their own characters, the most used first: Chinese takes three bytes a character in UTF-8,
 * of which a general compressor wins back less than this does. Code 0 ends a text; a character without a code (past the
 * 14,534 most used) is left as a replacement mark.
 */
function writeSqueezed(to: ByteWriter, texts: readonly string[], utf8: Utf8): void {
  to.u8(texts.length < WORTH_TEXTS ? 0 : 1);
  if (texts.length < WORTH_TEXTS) {
    writeTexts(
      to,
      texts.map((text) => utf8.encode(text)),
    );
    return;
  }
  const uses = new Map<string, number>();
  for (const text of texts) for (const character of text) uses.set(character, (uses.get(character) ?? 0) + 1);
  const known = [...uses]
    .sort(([a, m], [b, k]) => k - m || (a < b ? -1 : 1))
    .slice(0, MAX_CODES - 2)
    .map(([character]) => character);
  if (uses.size > known.length) known.push(REPLACEMENT);
  const codes = new Map(known.map((character, at) => [character, at + 1]));
  const bytes: number[] = [];
  const push = (code: number): void => {
    if (code >= SHORT) bytes.push(SHORT + ((code - SHORT) >> 8));
    bytes.push(code < SHORT ? code : (code - SHORT) & 255);
  };
  for (const text of texts) {
    for (const character of text) push(codes.get(character) ?? known.length);
    push(END);
  }
  to.block(utf8.encode(known.join('')));
  to.block(Uint8Array.from(bytes));
}

function readSqueezed(from: ByteReader, n: number, utf8: Utf8): TextColumn {
  if (from.upTo(1, 'text mode') === 0) return readTexts(from, n);
  const known = Array.from(utf8.decode(from.block()), (character) => utf8.encode(character));
  const codes = from.block();
  const out: number[] = [];
  const ends = new Uint32Array(from.problem === null ? n : 0);
  let row = 0;
  for (let at = 0; at < codes.length; at++) {
    const first = codes[at] ?? 0;
    const code = first < SHORT ? first : SHORT + (first - SHORT) * 256 + (codes[++at] ?? 0);
    if (code === END) {
      ends[row++] = out.length;
      out.push(TEXT_END);
      continue;
    }
    const character = known[code - 1];
    if (character === undefined) from.fail('no such character');
    else for (const byte of character) out.push(byte);
  }
  if (row !== n || (out.length > 0 && out[out.length - 1] !== TEXT_END)) from.fail('texts do not match rows');
  return { bytes: Uint8Array.from(out), ends };
}

/**
 * Names and addresses under one dictionary. Neighbours' addresses begin alike: of each go the bytes shared with the row
 * before, then what follows.
 */
export function writeNamesAndAddresses(
  to: ByteWriter,
  rows: readonly { readonly name: string; readonly address: string }[],
  utf8: Utf8,
): void {
  const encoded = rows.map(({ address }) => utf8.encode(address));
  const shared = encoded.map((bytes, row) => sharedBytes(encoded[row - 1] ?? new Uint8Array(0), bytes));
  writeNumbers(to, shared);
  const rests = encoded.map((bytes, row) => utf8.decode(bytes.subarray(shared[row] ?? 0)));
  writeSqueezed(to, [...rows.map(({ name }) => name), ...rests], utf8);
}

export function readNamesAndAddresses(
  from: ByteReader,
  n: number,
  utf8: Utf8,
): { readonly names: TextColumn; readonly addresses: TextColumn } {
  const shared = readNumbers(from, n);
  const both = readSqueezed(from, 2 * n, utf8);
  const split = n === 0 ? 0 : (both.ends[n - 1] ?? 0) + 1;
  const names = { bytes: both.bytes.slice(0, split), ends: both.ends.slice(0, n) };
  const rests = { bytes: both.bytes.slice(split), ends: both.ends.slice(n).map((end) => end - split) };
  return { names, addresses: unfronted(from, shared, rests) };
}

/** Whole characters only: a byte 10xxxxxx continues one. */
function sharedBytes(before: Uint8Array, bytes: Uint8Array): number {
  let length = 0;
  while (length < MAX_SHARED && length < bytes.length && before[length] === bytes[length]) length++;
  while (length > 0 && ((bytes[length] ?? 0) & 0xc0) === 0x80) length--;
  return length;
}

function unfronted(from: ByteReader, shared: Uint32Array, rests: TextColumn): TextColumn {
  const n = shared.length;
  const ends = new Uint32Array(rests.ends.length);
  const bytes = new Uint8Array(
    rests.bytes.length + shared.reduce((sum, length) => sum + Math.min(length, MAX_SHARED), 0),
  );
  let at = 0;
  let before = 0;
  for (let row = 0; row < n && from.problem === null; row++) {
    const length = shared[row] ?? 0;
    if (length > at - 1 - before && length > 0) {
      from.fail('shares more than there is');
      break;
    }
    const start = at;
    bytes.copyWithin(start, before, before + length);
    const rest = textBytes(rests, row) ?? new Uint8Array(0);
    bytes.set(rest, start + length);
    at = start + length + rest.length;
    ends[row] = at;
    bytes[at++] = TEXT_END;
    before = start;
  }
  return { bytes, ends };
}
