import { parseDate } from '../kernel/instant.ts';
import { EXIT_REASONS } from '../station/command.ts';
import { ByteWriter, crc32, type Utf8 } from './bytes.ts';
import { codeNumber, writeSortedCodes } from './code-block.ts';
import { DROP_REASONS, PAGE_FLAG, REPLY_KINDS, REPLY_MAGIC } from './delta-format.ts';
import { type Change, type Drop, type FeedReply, PROTOCOL, PROTOCOL_WITH_EXIT } from './feed.ts';
import { type PatchOptions, type PutPatch, putPatch } from './patch.ts';
import { writeNumbers, zigzag } from './planes.ts';
import { flagsOf, writePuts } from './put-write.ts';

export type ReplyOptions = PatchOptions & { readonly utf8: Utf8 };
type Delta = Extract<FeedReply, { kind: 'delta' }>;

/** The body of a feed answer, for a reader of `protocol`. Of each put only what its `parts` name travels. */
export function encodeReply(reply: FeedReply, options: ReplyOptions, protocol: number = PROTOCOL): Uint8Array {
  const to = new ByteWriter();
  to.raw(Uint8Array.from(REPLY_MAGIC));
  to.u8(protocol);
  to.u8(REPLY_KINDS[reply.kind]);
  for (let at = 0; at < 16; at += 2) to.u8(Number.parseInt(reply.epoch.slice(at, at + 2), 16));
  to.varint(reply.serverTime);
  if (reply.kind === 'reset') {
    to.block(options.utf8.encode(reply.pack.hash));
    to.varint(reply.pack.bytes);
    to.varint(reply.pack.seq);
    to.varint(reply.pack.asOf);
  } else {
    writeDelta(to, reply, { ...options, protocol });
  }
  to.u32(crc32(to.done()));
  return to.done();
}

type DeltaOptions = ReplyOptions & { readonly protocol: number };

function writeDelta(to: ByteWriter, { next, done, changes }: Delta, options: DeltaOptions): void {
  to.varint(next);
  to.u8((done ? PAGE_FLAG.done : 0) + (options.isCore ? PAGE_FLAG.core : 0));
  const travelling = inOrder(changes)
    .map((change) => (change.op === 'drop' ? change : putPatch(change, options)))
    .filter((change) => change.op === 'drop' || flagsOf(change) !== 0);
  to.varint(travelling.length);
  if (travelling.length === 0) return;
  writeSortedCodes(
    to,
    travelling.map(({ code }) => codeNumber(code)),
  );
  writeNumbers(
    to,
    travelling.map((change) => (change.op === 'drop' ? 0 : flagsOf(change))),
  );
  writeDrops(
    to,
    travelling.filter((change): change is Drop => change.op === 'drop'),
    { next, hasExit: options.protocol >= PROTOCOL_WITH_EXIT },
  );
  writePuts(
    to,
    travelling.filter((change): change is PutPatch => change.op === 'put'),
    options,
  );
}

/** By code: neighbours in place are neighbours here, and no order of changes needs to travel. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.seq - b.seq));
}

type Page = { readonly next: number; readonly hasExit: boolean };

/** A drop keeps its own seq: what it ends may be shown from another city, whose page ends elsewhere. */
function writeDrops(to: ByteWriter, drops: readonly Drop[], { next, hasExit }: Page): void {
  for (const { seq, reason, on, exit, successor, movedTo } of drops) {
    to.varint(zigzag(next - seq));
    to.u8(DROP_REASONS.indexOf(reason));
    to.varint(zigzag(parseDate(on) ?? 0));
    to.varint(successor === null ? 0 : codeNumber(successor));
    to.varint(movedTo === null ? 0 : Number(movedTo));
    if (hasExit && reason === 'retired') to.u8(exit === null ? 0 : EXIT_REASONS.indexOf(exit) + 1);
  }
}
