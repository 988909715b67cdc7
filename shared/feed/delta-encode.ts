import { parseDate } from '../kernel/instant.ts';
import { ByteWriter, crc32, type Utf8 } from './bytes.ts';
import { codeNumber, writeCodes } from './code-block.ts';
import { DROP_REASONS, FLAG, REPLY_KINDS, REPLY_MAGIC } from './delta-format.ts';
import { writeFacts, writePoints } from './facts-block.ts';
import { type Drop, type FeedReply, PROTOCOL } from './feed.ts';
import { type ChangePatch, type PatchOptions, type PutPatch, putPatch, type RestPatch } from './patch.ts';
import { writeNumbers, writeTexts, zigzag } from './planes.ts';
import { writeStates } from './states-block.ts';
import { writeTerms } from './terms-block.ts';
import { writeRest, writeText } from './text-block.ts';

export type ReplyOptions = PatchOptions & { readonly utf8: Utf8 };

/** The body of a feed answer. Of each put only what its `parts` name travels. */
export function encodeReply(reply: FeedReply, options: ReplyOptions): Uint8Array {
  const to = new ByteWriter();
  to.raw(Uint8Array.from(REPLY_MAGIC));
  to.u8(PROTOCOL);
  to.u8(REPLY_KINDS[reply.kind]);
  for (let at = 0; at < 16; at += 2) to.u8(Number.parseInt(reply.epoch.slice(at, at + 2), 16));
  to.varint(reply.serverTime);
  if (reply.kind === 'reset') {
    to.block(options.utf8.encode(reply.pack.hash));
    to.varint(reply.pack.bytes);
    to.varint(reply.pack.seq);
    to.varint(reply.pack.asOf);
  } else {
    to.varint(reply.next);
    to.u8(reply.done ? 1 : 0);
    const changes = reply.changes.map((change) => (change.op === 'drop' ? change : putPatch(change, options)));
    writeChanges(
      to,
      changes.filter((change) => change.op === 'drop' || flagsOf(change) !== FLAG.put),
      options.utf8,
    );
  }
  to.u32(crc32(to.done()));
  return to.done();
}

/** A put of which nothing travels (the text of a station, in the national core's feed) is left out. */
function flagsOf(change: ChangePatch): number {
  if (change.op === 'drop') return 0;
  const { point, facts, states, terms, text, rest } = change;
  return (
    FLAG.put |
    (point === null ? 0 : FLAG.point) |
    (facts === null ? 0 : FLAG.facts) |
    (states === null ? 0 : FLAG.states) |
    (terms === null ? 0 : FLAG.terms) |
    (text === null ? 0 : FLAG.text) |
    (rest === null ? 0 : FLAG.rest)
  );
}

function writeChanges(to: ByteWriter, changes: readonly ChangePatch[], utf8: Utf8): void {
  to.varint(changes.length);
  if (changes.length === 0) return;
  changes.forEach(({ seq }, at) => {
    to.varint(zigzag(seq - (changes[at - 1]?.seq ?? 0)));
  });
  writeCodes(
    to,
    changes.map(({ code }) => codeNumber(code)),
  );
  writeNumbers(to, changes.map(flagsOf));
  writeDrops(
    to,
    changes.filter((change): change is Drop => change.op === 'drop'),
  );
  writePuts(
    to,
    changes.filter((change): change is PutPatch => change.op === 'put'),
    utf8,
  );
}

function writeDrops(to: ByteWriter, drops: readonly Drop[]): void {
  for (const { reason, on, successor, movedTo } of drops) {
    to.u8(DROP_REASONS.indexOf(reason));
    to.varint(zigzag(parseDate(on) ?? 0));
    to.varint(successor === null ? 0 : codeNumber(successor));
    to.varint(movedTo === null ? 0 : Number(movedTo));
  }
}

/** The pieces of those puts that have them, each kind for itself, since like beside like packs best; none, no column. */
function writePuts(to: ByteWriter, puts: readonly PutPatch[], utf8: Utf8): void {
  const points = puts.flatMap(({ point }) => point ?? []);
  if (points.length > 0) writePoints(to, points);
  const stated = puts.flatMap(({ code, facts }) => (facts === null ? [] : [{ code: codeNumber(code), facts }]));
  const codes = stated.map(({ code }) => code);
  const facts = stated.map((each) => each.facts);
  if (facts.length > 0) writeFacts(to, facts, { codes, utf8 });
  const states = puts.flatMap((put) => put.states ?? []);
  const yes = puts.flatMap((put) => (put.states === null ? [] : (put.facts?.yes ?? [])));
  if (states.length > 0) writeStates(to, states, { yes, utf8 });
  const terms = puts.flatMap((put) => put.terms ?? []);
  if (terms.length > 0) writeTerms(to, terms, utf8);
  const texts = puts.flatMap(({ text }) => text ?? []);
  if (texts.length > 0) writeText(to, texts, utf8);
  const rest = puts.flatMap((put) => put.rest ?? []);
  if (rest.length > 0) writeRestPatches(to, rest, utf8);
}

function writeRestPatches(to: ByteWriter, rest: readonly RestPatch[], utf8: Utf8): void {
  writeRest(to, rest, utf8);
  writeNumbers(
    to,
    rest.map(({ region }) => Number(region)),
  );
  writeTexts(
    to,
    rest.map(({ aliases }) => utf8.encode(JSON.stringify(aliases))),
  );
}
