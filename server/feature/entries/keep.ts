import { createHash } from 'node:crypto';
import { addDays, type DateText, dateText, dayOf, type Instant, parseDate } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Entry, EntryId, EntryKept } from '../../../shared/station/entry.ts';
import { entryDay, entryFault } from '../../../shared/station/entry-check.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { EntryAsk } from '../../../shared/wire/entry-body.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { EntryFacts, EntryWrite } from '../../store/port/entries.ts';
import type { ReportCommand } from '../../store/port.ts';
import type { UnionBook } from '../unions/book.ts';
import { mayKeep } from './rights.ts';

export function keepEntries(deps: Deps): Act<'entriesKeep'> {
  return async ({ body, who }) => {
    const book = await deps.unions.current();
    const asked = body.entries.map((ask) => ({ id: ask.id as EntryId, station: ask.station }));
    const done = await deps.store.writeEntries(commandOf(deps, who, body), asked, (facts, at) => {
      const writes: EntryWrite[] = [];
      for (const [i, ask] of body.entries.entries()) {
        const known = facts[i];
        if (known === undefined) throw new Error('an entry was asked and not looked up');
        const decided = decideKept({ ask, facts: known }, { who, book, at });
        if (!decided.ok) return decided;
        if (decided.value !== null) writes.push(decided.value);
      }
      return ok(writes);
    });
    if (!done.ok) return done;
    const { commandId, at, entries } = done.value;
    return ok({ id: commandId, at, entries });
  };
}

export function withdrawEntry(deps: Deps): Act<'entryWithdraw'> {
  return async ({ params, body, who }) => {
    const book = await deps.unions.current();
    const id = params.id as EntryId;
    const command = commandOf(deps, who, { ...body, entry: id });
    const done = await deps.store.writeEntries(command, [{ id, station: null }], ([facts]) => {
      const current = facts?.current ?? null;
      if (current === null || !keeps(who, current, book)) return refuse(UNKNOWN);
      const fault = revFault(current.entry, body.basedOn);
      if (fault !== null) return refuse(fault);
      const before = current.entry;
      const after: Entry = { ...before, isWithdrawn: true, rev: before.rev + 1 };
      return ok([{ step: 'withdraw', before, after, reason: body.reason }]);
    });
    if (!done.ok) return done;
    const { commandId, at, entries } = done.value;
    return ok({ id: commandId, at, rev: entries[0]?.rev ?? body.basedOn });
  };
}

/** Told of an entry of another branch as of one that is not there. */
const UNKNOWN: Refusal = { kind: 'entry-unknown' };

function keeps(who: Signed, { entry, union }: NonNullable<EntryFacts['current']>, { tree }: UnionBook): boolean {
  return mayKeep(who.actor, entry.kind, { on: { id: entry.station, union }, tree }).ok;
}

function revFault(entry: Entry, basedOn: number | null): Refusal | null {
  if (entry.rev !== basedOn) return { kind: 'rev-stale', based: basedOn ?? 0, current: entry.rev };
  return entry.isWithdrawn ? { kind: 'entry-withdrawn' } : null;
}

type Deciding = { readonly who: Signed; readonly book: UnionBook; readonly at: Instant };

/** Null: it stands so already. */
function decideKept(
  { ask, facts }: { readonly ask: EntryAsk; readonly facts: EntryFacts },
  { who, book, at }: Deciding,
): Result<EntryWrite | null> {
  const { current, station } = facts;
  const union = station?.union ?? current?.union ?? ((ask.union ?? who.actor.union) as UnionId);
  const allowed = mayKeep(who.actor, ask.kind, { on: { id: ask.station, union }, tree: book.tree });
  if (!allowed.ok) return allowed;
  // A station nobody knows is told as one of another branch.
  if (ask.station !== null && station === null) return refuse({ kind: 'not-permitted', step: 'keep-entries' });
  if (station?.code === null) return refuse({ kind: 'step-not-allowed', step: 'keep-entries', status: station.status });
  if (current === null && ask.basedOn !== null) return refuse(UNKNOWN);
  if (current !== null) {
    const { entry } = current;
    if (!keeps(who, current, book) || entry.kind !== ask.kind || entry.station !== ask.station) return refuse(UNKNOWN);
    const fault = revFault(entry, ask.basedOn);
    if (fault !== null) return refuse(fault);
  }
  const kept = keptOf(ask, { union: current?.entry.union ?? union, dueOn: dueOn(facts, { book, at, union }) });
  const fault = entryFault(kept, dayOf(at));
  if (fault !== null) return refuse(fault);
  return ok(writeOf(kept, current?.entry ?? null));
}

function writeOf(kept: EntryKept, before: Entry | null): EntryWrite | null {
  const after: Entry = { ...kept, isWithdrawn: false, rev: (before?.rev ?? 0) + 1 };
  if (before === null) return { step: 'keep', before, after, reason: null };
  const same =
    JSON.stringify([before.day, before.note, before.body]) === JSON.stringify([after.day, after.note, after.body]);
  return same ? null : { step: 'correct', before, after, reason: null };
}

function keptOf(
  ask: EntryAsk,
  { union, dueOn }: { readonly union: UnionId; readonly dueOn: DateText | null },
): EntryKept {
  const { station, note } = ask;
  const all = { id: ask.id as EntryId, union, station, day: entryDay(ask.kind, ask.day), note };
  if (ask.kind !== 'inspection') {
    const { basedOn: _, ...said } = ask;
    return { ...said, ...all };
  }
  const isReview = ask.body.kind === 'annual' && ask.basedOn === null;
  return { ...all, kind: ask.kind, body: { ...ask.body, dueOn: ask.body.dueOn ?? (isReview ? dueOn : null) } };
}

/** When the annual review of a station is due: so many days after somebody saw it last, by the setting of its union. */
function dueOn(
  { seenOn }: EntryFacts,
  { book, at, union }: { readonly book: UnionBook; readonly at: Instant; readonly union: UnionId },
): DateText | null {
  const seen = seenOn === null ? null : parseDate(seenOn);
  return seen === null ? null : dateText(addDays(seen, book.settingsOf(union, at)['review-days']));
}

function commandOf(
  { now }: Deps,
  { actor }: Signed,
  body: { readonly id: string; readonly [part: string]: unknown },
): ReportCommand {
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return { commandId: body.id, actor: { id: actor.id, union: actor.union }, bodyHash, at: now() };
}
