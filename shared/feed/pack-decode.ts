import { type Instant, instant } from '../kernel/instant.ts';
import type { PackRefusal } from '../kernel/refusal.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { RegionCode } from '../station/region.ts';
import { ByteReader, crc32, type Utf8 } from './bytes.ts';
import { readCodes } from './code-block.ts';
import type { CoreColumns, ListColumns, PackColumns, RestColumns } from './columns.ts';
import { readCities, readFacts, readPoints } from './facts-block.ts';
import type { Epoch, FeedRegion } from './feed.ts';
import { MAX_ROWS, NATION_NUMBER, PACK_MAGIC, PACK_VERSION, SECTIONS, type SectionName } from './pack-format.ts';
import { readStates } from './states-block.ts';
import { readTerms } from './terms-block.ts';
import { readRest, readText } from './text-block.ts';

export type PackFile = {
  readonly region: FeedRegion;
  readonly epoch: Epoch;
  readonly seq: number;
  readonly asOf: Instant;
  readonly n: number;
  readonly sections: readonly { readonly id: number; readonly bytes: Uint8Array; readonly crc: number }[];
};

/**
 * The working columns of a pack. Refuses what it cannot trust, one reason for each fault: `pack-not-ours`,
 * `pack-too-new`, `pack-truncated`, `pack-length`, `pack-section` (a broken byte or a value no encoder writes).
 * Never throws, and never answers with part of a pack. The SHA-256 is the caller's: the platform has it.
 */
export function decodePack(bytes: Uint8Array, utf8: Utf8): Result<PackColumns, PackRefusal> {
  const head = readHead(bytes);
  if (!head.ok) return head;
  const { n, sections, ...envelope } = head.value;
  for (const { id, bytes: section, crc } of sections) {
    if (crc32(section) !== crc) return broken(nameOf(id), 'checksum');
  }
  const find = (name: SectionName): ByteReader | null => {
    const section = sections.find(({ id }) => id === SECTIONS[name]);
    return section === undefined ? null : new ByteReader(section.bytes);
  };
  const core = find('core');
  if (core === null) return broken('core', 'is missing');
  const list = find('list');
  const rest = find('rest');
  const columns = {
    ...envelope,
    core: readCore(core, n, utf8),
  };
  if (core.problem !== null) return broken('core', core.problem);
  const listColumns = list === null ? null : readList(list, columns.core, utf8);
  if (list !== null && list.problem !== null) return broken('list', list.problem);
  const restColumns = rest === null ? null : readRestSection(rest, n);
  if (rest !== null && rest.problem !== null) return broken('rest', rest.problem);
  return ok({ ...columns, list: listColumns, rest: restColumns });
}

function broken(section: string, problem: string): Result<never, PackRefusal> {
  return refuse({ kind: 'pack-section', section, problem });
}

function nameOf(id: number): string {
  return Object.entries(SECTIONS).find(([, each]) => each === id)?.[0] ?? String(id);
}

/** What a pack says of itself and its sections as they stand in the file, their checksums not yet looked at. */
export function readHead(bytes: Uint8Array): Result<PackFile, PackRefusal> {
  const magic = bytes.subarray(0, PACK_MAGIC.length);
  if (magic.some((byte, at) => byte !== PACK_MAGIC[at])) return refuse({ kind: 'pack-not-ours' });
  const from = new ByteReader(bytes);
  from.raw(PACK_MAGIC.length);
  const version = from.u8();
  if (from.problem === null && version > PACK_VERSION)
    return refuse({ kind: 'pack-too-new', version, known: PACK_VERSION });
  const region = from.varint();
  const epoch = Array.from(from.raw(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const seq = from.varint();
  const asOf = from.varint();
  const n = from.varint();
  const table = readTable(from);
  const length = bytes.length - from.left;
  const crc = from.u32();
  if (from.problem !== null) return refuse({ kind: 'pack-truncated', section: 'header' });
  if (crc !== crc32(bytes.subarray(0, length))) return broken('header', 'checksum');
  if (version < 1 || n > MAX_ROWS || asOf > 8.64e15 || !isRegion(region)) return broken('header', 'value out of range');
  return cutSections(bytes, from, {
    region: region === NATION_NUMBER ? 'CN' : (String(region) as RegionCode),
    epoch: epoch as Epoch,
    seq,
    asOf: instant(asOf),
    n,
    table,
  });
}

function isRegion(number: number): boolean {
  return number === NATION_NUMBER || (number >= 100_000 && number <= 999_999);
}

type Entry = { readonly id: number; readonly length: number; readonly crc: number };

function readTable(from: ByteReader): readonly Entry[] {
  const count = from.upTo(from.left, 'sections');
  const table: Entry[] = [];
  for (let i = 0; i < count && from.problem === null; i++) {
    table.push({ id: from.u8(), length: from.varint(), crc: from.u32() });
  }
  return table;
}

function cutSections(
  bytes: Uint8Array,
  from: ByteReader,
  { table, ...head }: Omit<PackFile, 'sections'> & { readonly table: readonly Entry[] },
): Result<PackFile, PackRefusal> {
  const expected = table.reduce((sum, { length }) => sum + length, bytes.length - from.left);
  if (bytes.length > expected) return refuse({ kind: 'pack-length', expected, found: bytes.length });
  const sections: { id: number; bytes: Uint8Array; crc: number }[] = [];
  for (const { id, length, crc } of table) {
    if (length > from.left) return refuse({ kind: 'pack-truncated', section: nameOf(id) });
    sections.push({ id, bytes: from.raw(length), crc });
  }
  return ok({ ...head, sections });
}

function mustEnd(from: ByteReader): void {
  if (from.left > 0) from.fail('bytes left over');
}

function readCore(from: ByteReader, n: number, utf8: Utf8): CoreColumns {
  const points = readPoints(from, n);
  const code = readCodes(from, n);
  const facts = readFacts(from, n, { codes: code, utf8 });
  const cities = readCities(from);
  mustEnd(from);
  return { n, ...points, code, ...facts, cities };
}

function readList(from: ByteReader, core: CoreColumns, utf8: Utf8): ListColumns {
  const states = readStates(from, core.n, { yes: core, utf8 });
  const hours = Array.from(core.group, (place) => core.groups[place]?.hours ?? '');
  const terms = readTerms(from, core.n, { hours, utf8 });
  const text = readText(from, core.n, utf8);
  mustEnd(from);
  return { ...states, ...terms, ...text };
}

function readRestSection(from: ByteReader, n: number): RestColumns {
  const rest = readRest(from, n);
  mustEnd(from);
  return rest;
}
