import type { RegionCode } from '../station/region.ts';
import type { ByteReader, Utf8 } from './bytes.ts';
import { codeOfNumber } from './code-block.ts';
import { FLAG } from './delta-format.ts';
import { readFacts, readPoints } from './facts-block.ts';
import { isText, jsonOf, listOf } from './guard.ts';
import { factsAt, restAt, statesAt, termsAt, textAt } from './local.ts';
import type { PutPatch, RestPatch } from './patch.ts';
import type { FactsPiece, PointPiece, StatesPiece, TermsPiece, TextPiece } from './pieces.ts';
import { readNumbers, readTexts, textBytes } from './planes.ts';
import { readStates } from './states-block.ts';
import { readTerms } from './terms-block.ts';
import { readRest, readText } from './text-block.ts';

/** Of all changes, in their order. */
export type Changes = {
  readonly codes: Float64Array;
  readonly flags: Uint32Array;
  readonly seqs: readonly number[];
};

const isTexts = listOf(isText);

/** The puts among the changes, each piece taken from the columns that follow in the body. */
export function readPutPieces(from: ByteReader, { codes, flags, seqs }: Changes, utf8: Utf8): PutPatch[] {
  const rows = Array.from(flags.keys()).filter((row) => flags[row] !== 0);
  const having = (flag: number): readonly number[] => rows.filter((row) => ((flags[row] ?? 0) & flag) !== 0);
  const points = readPointPieces(from, having(FLAG.point).length);
  const stated = having(FLAG.facts);
  const facts = readFactsPieces(
    from,
    stated.map((row) => codes[row] ?? 0),
    utf8,
  );
  const withStates = new Set(having(FLAG.states));
  const yes = stated.flatMap((row, at) => (withStates.has(row) ? (facts[at]?.yes ?? []) : []));
  const states = readStatesPieces(from, yes, utf8);
  const terms = readTermsPieces(from, having(FLAG.terms).length, utf8);
  const texts = readTextPieces(from, having(FLAG.text).length, utf8);
  const rest = readRestPieces(from, having(FLAG.rest).length, utf8);
  if (from.problem !== null) return [];
  const take = <T>(pieces: T[], row: number, flag: number): T | null =>
    ((flags[row] ?? 0) & flag) === 0 ? null : (pieces.shift() ?? null);
  return rows.map((row) => ({
    op: 'put',
    seq: seqs[row] ?? 0,
    code: codeOfNumber(codes[row] ?? 0),
    point: take(points, row, FLAG.point),
    facts: take(facts, row, FLAG.facts),
    states: take(states, row, FLAG.states),
    terms: take(terms, row, FLAG.terms),
    text: take(texts, row, FLAG.text),
    rest: take(rest, row, FLAG.rest),
  }));
}

/** Nothing once a column before was broken: its rows would mean nothing. */
function pieces<T>(from: ByteReader, n: number, at: (row: number) => T): T[] {
  return from.problem === null ? Array.from({ length: n }, (_, row) => at(row)) : [];
}

function readPointPieces(from: ByteReader, n: number): PointPiece[] {
  if (n === 0) return [];
  const { lng, lat } = readPoints(from, n);
  return pieces(from, n, (row) => ({ lng: lng[row] ?? 0, lat: lat[row] ?? 0 }));
}

function readFactsPieces(from: ByteReader, codes: readonly number[], utf8: Utf8): FactsPiece[] {
  if (codes.length === 0) return [];
  const columns = readFacts(from, codes.length, { codes, utf8 });
  return pieces(from, codes.length, (row) => factsAt(columns, row));
}

function readStatesPieces(from: ByteReader, yes: readonly FactsPiece['yes'][], utf8: Utf8): StatesPiece[] {
  if (yes.length === 0) return [];
  const yesLo = Uint32Array.from(yes, ({ lo }) => lo);
  const yesHi = Uint32Array.from(yes, ({ hi }) => hi);
  const columns = readStates(from, yes.length, { yes: { yesLo, yesHi }, utf8 });
  return pieces(from, yes.length, (row) => statesAt(columns, row));
}

function readTermsPieces(from: ByteReader, n: number, utf8: Utf8): TermsPiece[] {
  if (n === 0) return [];
  const columns = readTerms(from, n, utf8);
  return pieces(from, n, (row) => termsAt(columns, row));
}

function readTextPieces(from: ByteReader, n: number, utf8: Utf8): TextPiece[] {
  if (n === 0) return [];
  const columns = readText(from, n, utf8);
  return pieces(from, n, (row) => textAt(columns, row, utf8));
}

function readRestPieces(from: ByteReader, n: number, utf8: Utf8): RestPatch[] {
  if (n === 0) return [];
  const columns = readRest(from, n);
  const regions = readNumbers(from, n);
  const texts = readTexts(from, n);
  if (regions.some((region) => region < 100_000 || region > 999_999)) from.fail('no such county');
  return pieces(from, n, (row) => {
    const aliases = jsonOf(utf8.decode(textBytes(texts, row) ?? new Uint8Array(0)));
    if (!isTexts(aliases)) from.fail('aliases are no list');
    return {
      ...restAt(columns, row, utf8),
      region: String(regions[row] ?? 0) as RegionCode,
      aliases: isTexts(aliases) ? aliases : [],
    };
  });
}
