import { type Day, dateText, instant } from '../kernel/instant.ts';
import type { PackRefusal, RequestRefusal } from '../kernel/refusal.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { StationCode } from '../station/code.ts';
import { EXIT_REASONS, type ExitReason } from '../station/command.ts';
import type { RegionCode } from '../station/region.ts';
import { ByteReader, crc32, type Utf8 } from './bytes.ts';
import { codeOfNumber, readSortedCodes } from './code-block.ts';
import { ALL_FLAGS, DROP_REASONS, LIST_FLAGS, PAGE_FLAG, REPLY_KINDS, REPLY_MAGIC } from './delta-format.ts';
import { type Drop, type Epoch, type PackRef, PROTOCOL, PROTOCOL_WITH_EXIT } from './feed.ts';
import { MAX_ROWS } from './pack-format.ts';
import type { ChangePatch, ReplyPatch } from './patch.ts';
import { readNumbers, unzigzag } from './planes.ts';
import { readPuts } from './put-read.ts';

export type ReplyRefusal = PackRefusal | Extract<RequestRefusal, { kind: 'protocol-too-new' }>;

const MAX_TIME = 8.64e15;
const CRC_BYTES = 4;

/**
 * Reads the body of a feed answer. Refuses `pack-not-ours` (a captive portal's page), `protocol-too-new`,
 * `pack-truncated`, `pack-section`; never throws and never answers with part of the changes.
 */
export function decodeReply(bytes: Uint8Array, utf8: Utf8): Result<ReplyPatch, ReplyRefusal> {
  if (bytes.length > 0 && REPLY_MAGIC.some((byte, at) => at < bytes.length && bytes[at] !== byte))
    return refuse({ kind: 'pack-not-ours' });
  const version = bytes[REPLY_MAGIC.length] ?? 0;
  if (version > PROTOCOL) return refuse({ kind: 'protocol-too-new', version, known: PROTOCOL });
  const end = bytes.length - CRC_BYTES;
  if (end < REPLY_MAGIC.length + 2) return refuse({ kind: 'pack-truncated', section: 'reply' });
  if (crc32(bytes.subarray(0, end)) !== new ByteReader(bytes.subarray(end)).u32()) return broken('checksum');
  const from = new ByteReader(bytes.subarray(0, end));
  from.raw(REPLY_MAGIC.length + 1);
  const kind = from.u8();
  const epoch = Array.from(from.raw(8), (byte) => byte.toString(16).padStart(2, '0')).join('') as Epoch;
  const serverTime = instant(from.upTo(MAX_TIME, 'server time'));
  const reply =
    kind === REPLY_KINDS.reset
      ? ({ kind: 'reset', epoch, serverTime, pack: readPack(from, utf8) } as const)
      : ({ kind: 'delta', epoch, serverTime, ...readDelta(from, version, utf8) } as const);
  if (version < 1 || (kind !== REPLY_KINDS.reset && kind !== REPLY_KINDS.delta)) return broken('value out of range');
  if (from.left > 0) from.fail('bytes left over');
  return from.problem === null ? ok(reply) : broken(from.problem);
}

function broken(problem: string): Result<never, ReplyRefusal> {
  return refuse({ kind: 'pack-section', section: 'reply', problem });
}

function readPack(from: ByteReader, utf8: Utf8): PackRef {
  const hash = utf8.decode(from.block());
  return { hash, bytes: from.varint(), seq: from.varint(), asOf: instant(from.upTo(MAX_TIME, 'time of the pack')) };
}

type Body = { readonly next: number; readonly done: boolean; readonly changes: readonly ChangePatch[] };

function readDelta(from: ByteReader, version: number, utf8: Utf8): Body {
  const next = from.varint();
  const page = from.upTo(PAGE_FLAG.done + PAGE_FLAG.core, 'kind of page');
  const done = (page & PAGE_FLAG.done) !== 0;
  const isCore = (page & PAGE_FLAG.core) !== 0;
  const count = from.upTo(Math.min(MAX_ROWS, from.left), 'changes');
  if (count === 0) return { next, done, changes: [] };
  const codes = readSortedCodes(from, count);
  const flags = readNumbers(from, count);
  if (flags.some((flag) => flag > ALL_FLAGS || (isCore && (flag & LIST_FLAGS) !== 0))) from.fail('no such parts');
  const drops: Drop[] = [];
  for (let at = 0; at < flags.length && from.problem === null; at++) {
    if (flags[at] === 0) drops.push(readDrop(from, codeOfNumber(codes[at] ?? 0), { next, version }));
  }
  const put = Array.from(flags.keys()).filter((at) => flags[at] !== 0);
  const column = (values: ArrayLike<number>): readonly number[] => put.map((at) => values[at] ?? 0);
  const puts = readPuts(from, { codes: column(codes), flags: column(flags), seq: next }, { isCore, utf8 });
  const changes: ChangePatch[] = [];
  for (const flag of from.problem === null ? flags : []) {
    const change = flag === 0 ? drops.shift() : puts.shift();
    if (change !== undefined) changes.push(change);
  }
  return { next, done, changes };
}

type Page = { readonly next: number; readonly version: number };

function readDrop(from: ByteReader, code: StationCode, { next, version }: Page): Drop {
  const seq = next - unzigzag(from.varint());
  const reason = DROP_REASONS[from.u8()];
  const day = unzigzag(from.varint());
  const successor = from.varint();
  const movedTo = from.varint();
  const exit = version >= PROTOCOL_WITH_EXIT && reason === 'retired' ? exitOf(from.u8()) : null;
  if (reason === undefined || Math.abs(day) > 2_000_000) from.fail('no such drop');
  if (seq < 0 || seq > Number.MAX_SAFE_INTEGER) from.fail('no such seq');
  if (successor !== 0 && (successor < 1e14 || successor >= 1e15)) from.fail('no such code');
  if (movedTo !== 0 && (movedTo < 100_000 || movedTo > 999_999)) from.fail('no such city');
  return {
    op: 'drop',
    seq,
    code,
    reason: reason ?? 'withdrawn',
    on: dateText((from.problem === null ? day : 0) as Day),
    exit,
    successor: successor === 0 ? null : codeOfNumber(successor),
    movedTo: movedTo === 0 ? null : (String(movedTo) as RegionCode),
  };
}

/** A reason that came after this program is one of those it has no word for. */
function exitOf(place: number): ExitReason | null {
  return place === 0 ? null : (EXIT_REASONS[place - 1] ?? 'OTHER');
}
