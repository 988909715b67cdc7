import { type DateText, dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Entry, EntryKept } from '../../../shared/station/entry.ts';
import { entrySlot } from '../../../shared/station/entry-check.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import { appendHistory, type Entry as ChainEntry, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import { Refused, type Tx } from '../engine.ts';
import { insertRows } from '../insert.ts';
import type { EntriesReceipt, EntriesStore, EntryFacts, EntryWrite } from '../port/entries.ts';
import { findReply, keepReply } from '../receipt.ts';
import { loadStations } from '../stations.ts';
import { seenAnew } from '../work/due.ts';
import { heldEntries } from './read.ts';
import { ENTRY_COLUMNS, entryRow } from './rows.ts';

type Ask = Parameters<EntriesStore['writeEntries']>;

const OVER = `on conflict (id) do update set ${ENTRY_COLUMNS.slice(1)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`;

/** See `EntriesStore.writeEntries`. */
export function writeEntries(context: StoreContext, [command, asked, decide]: Ask): Promise<Result<EntriesReceipt>> {
  return writing<EntriesReceipt>(context, async (tx, counter) => {
    const known = await findReply<EntriesReceipt>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const decided = decide(await factsOf(tx, asked), end.at);
    if (!decided.ok) return { value: decided, counter, issued: false };
    await putEntries(tx, decided.value, end.at);
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: decided.value.map((write) => historyOf(write, end.at)),
    });
    const receipt: EntriesReceipt = {
      commandId: command.commandId,
      at: end.at,
      entries: decided.value.map(({ after }) => ({ id: after.id, rev: after.rev })),
    };
    await keepReply(tx, command, { at: end.at, reply: receipt });
    return { value: ok(receipt), counter: { ...counter, seq }, issued: false };
  });
}

async function factsOf(tx: Tx, asked: Ask[1]): Promise<readonly EntryFacts[]> {
  const held = await heldEntries(
    tx,
    asked.map(({ id }) => id),
  );
  const ids = [...new Set(asked.flatMap(({ station }) => station ?? []))];
  const stations = new Map<string, Station>((await loadStations(tx, ids)).map((station) => [station.id, station]));
  const seen = await seenDays(tx, ids);
  return asked.map(({ id, station }) => ({
    current: held.get(id) ?? null,
    station: station === null ? null : (stations.get(station) ?? null),
    seenOn: station === null ? null : (seen.get(station) ?? null),
  }));
}

async function seenDays(tx: Tx, ids: readonly StationId[]): Promise<ReadonlyMap<string, DateText>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('due').select(['station_id', 'seen_on']).where('station_id', 'in', ids).execute();
  return new Map(
    rows.flatMap(({ station_id, seen_on }) => (seen_on === null ? [] : [[station_id, seen_on as DateText]])),
  );
}

/** Writes them as they are now, each alone in its slot, and sets the annual review of their stations. */
export async function putEntries(tx: Tx, writes: readonly EntryWrite[], at: Instant): Promise<void> {
  const rows = writes.map(({ after }) => entryRow(after, at));
  await insertRows(tx, { table: 'entry', columns: ENTRY_COLUMNS, tail: OVER }, rows);
  for (const { after } of writes) await checkSlot(tx, after);
  const reviewed = writes.flatMap(({ before, after }) => [before, after]).filter(isReview);
  await seenAnew(tx, [...new Set(reviewed.flatMap((entry) => entry?.station ?? []))]);
}

function isReview(entry: Entry | null): boolean {
  return entry !== null && entry.kind === 'inspection' && entry.body.kind === 'annual';
}

async function checkSlot(tx: Tx, entry: Entry): Promise<void> {
  const other = entry.isWithdrawn ? null : await slotTaken(tx, entry);
  if (other !== null) throw new Refused({ kind: 'entry-taken', entry: other });
}

/** The id of another entry that fills the slot of this one, if there is any. */
export async function slotTaken(tx: Tx, entry: EntryKept): Promise<string | null> {
  const slot = entrySlot(entry);
  if (slot === null) return null;
  const other = await tx
    .selectFrom('entry')
    .select('id')
    .where('station_id', entry.station === null ? 'is' : '=', entry.station)
    .where('union_id', '=', entry.union)
    .where('kind', '=', entry.kind)
    .where('day', '=', entry.day)
    .where('slot', '=', slot)
    .where('withdrawn', '=', 0)
    .where('id', '<>', entry.id)
    .executeTakeFirst();
  return other?.id ?? null;
}

/** The whole entry as it is from now on, so that who reads history needs nothing else; of a withdrawal only that. */
export function historyOf({ step, before, after, reason }: EntryWrite, at: Instant, as: string = step): ChainEntry {
  const isWithdrawal = step === 'withdraw';
  return {
    effectiveOn: isWithdrawal ? dateText(dayOf(at)) : after.day,
    subject: 'entry',
    subjectId: after.station === null ? after.id : `${after.station}/${after.id}`,
    step: as,
    reason,
    before: before === null ? null : JSON.stringify(isWithdrawal ? { isWithdrawn: false } : before),
    after: JSON.stringify(isWithdrawal ? { isWithdrawn: true } : after),
  };
}
