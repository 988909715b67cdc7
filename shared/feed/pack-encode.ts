import { orderRows } from '../geo/order.ts';
import type { Instant } from '../kernel/instant.ts';
import type { RegionCode } from '../station/region.ts';
import type { PublicStation } from '../station/station.ts';
import { ByteWriter, crc32, type Utf8 } from './bytes.ts';
import { codeNumber, writeCodes } from './code-block.ts';
import { writeCities, writeFacts, writePoints } from './facts-block.ts';
import type { Epoch, FeedRegion } from './feed.ts';
import { NATION_NUMBER, PACK_MAGIC, PACK_VERSION, SECTIONS, type SectionName } from './pack-format.ts';
import { type FactsPiece, factsOf, type PointPiece, pointOf, restOf, statesOf, termsOf, textOf } from './pieces.ts';
import { writeStates } from './states-block.ts';
import { writeTerms } from './terms-block.ts';
import { writeRest, writeText } from './text-block.ts';

/** `core` has points and what filters ask, `city` also the texts and the full records. */
export type PackHead = {
  readonly kind: 'core' | 'city';
  readonly region: FeedRegion;
  readonly epoch: Epoch;
  readonly seq: number;
  readonly asOf: Instant;
  /** The city a county belongs to; asked by the `core` kind only. */
  readonly cityOf: (county: RegionCode) => RegionCode;
};
/** `initials` of the name, made in context (one letter for each UTF-16 unit). */
export type PackRow = { readonly row: PublicStation; readonly initials: string };

type Cut = PackRow & { readonly code: number; readonly point: PointPiece };
/** The rows in pack order, and what every section needs of them. */
type Rows = {
  readonly cut: readonly Cut[];
  readonly codes: readonly number[];
  readonly facts: readonly FactsPiece[];
  readonly utf8: Utf8;
};

/** The bytes of a pack. Rows may come in any order: the same rows give the same bytes. */
export function encodePack(head: PackHead, rows: readonly PackRow[], utf8: Utf8): Uint8Array {
  const cut = inOrder(rows);
  const facts = cut.map(({ row }) => factsOf(row));
  const ordered: Rows = { cut, codes: cut.map(({ code }) => code), facts, utf8 };
  const sections: [SectionName, Uint8Array][] = [['core', coreSection(head, ordered)]];
  if (head.kind === 'city') sections.push(['list', listSection(ordered)], ['rest', restSection(ordered)]);
  const to = new ByteWriter();
  to.raw(headBytes(head, cut.length, sections));
  to.u32(crc32(to.done()));
  for (const [, bytes] of sections) to.raw(bytes);
  return to.done();
}

/**
 * The k-d order. Rows of one leaf keep the order they came in, so they come from west to east: that makes the
 * differences of longitude small, and stacked points stand by code.
 */
function inOrder(rows: readonly PackRow[]): readonly Cut[] {
  const sorted = rows
    .map((each) => ({ ...each, code: codeNumber(each.row.code), point: pointOf(each.row) }))
    .sort((a, b) => a.point.lng - b.point.lng || a.point.lat - b.point.lat || a.code - b.code);
  const order = orderRows(
    Int32Array.from(sorted, ({ point }) => point.lng),
    Int32Array.from(sorted, ({ point }) => point.lat),
  );
  return Array.from(order).flatMap((row) => sorted[row] ?? []);
}

function headBytes(head: PackHead, n: number, sections: readonly (readonly [SectionName, Uint8Array])[]): Uint8Array {
  const to = new ByteWriter();
  to.raw(Uint8Array.from(PACK_MAGIC));
  to.u8(PACK_VERSION);
  to.varint(head.region === 'CN' ? NATION_NUMBER : Number(head.region));
  for (let at = 0; at < 16; at += 2) to.u8(Number.parseInt(head.epoch.slice(at, at + 2), 16));
  to.varint(head.seq);
  to.varint(head.asOf);
  to.varint(n);
  to.varint(sections.length);
  for (const [name, bytes] of sections) {
    to.u8(SECTIONS[name]);
    to.varint(bytes.length);
    to.u32(crc32(bytes));
  }
  return to.done();
}

function coreSection(head: PackHead, { cut, codes, facts, utf8 }: Rows): Uint8Array {
  const to = new ByteWriter();
  writePoints(
    to,
    cut.map(({ point }) => point),
  );
  writeCodes(to, codes);
  writeFacts(to, facts, { codes, utf8 });
  const counties = new Set(head.kind === 'core' ? facts.map(({ region }) => region) : []);
  writeCities(to, new Map([...counties].map((county) => [county, head.cityOf(county)])));
  return to.done();
}

function listSection({ cut, facts, utf8 }: Rows): Uint8Array {
  const to = new ByteWriter();
  writeStates(
    to,
    cut.map(({ row }) => statesOf(row)),
    { yes: facts.map(({ yes }) => yes), utf8 },
  );
  writeTerms(
    to,
    cut.map(({ row }) => termsOf(row)),
    { hours: facts.map(({ hours }) => hours), utf8 },
  );
  writeText(
    to,
    cut.map(({ row, initials }) => textOf(row, initials)),
    utf8,
  );
  return to.done();
}

function restSection({ cut, utf8 }: Rows): Uint8Array {
  const to = new ByteWriter();
  writeRest(
    to,
    cut.map(({ row }) => restOf(row)),
    utf8,
  );
  return to.done();
}
