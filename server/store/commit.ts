import type { Result } from '../../shared/kernel/result.ts';
import type { StationChange } from '../../shared/station/change.ts';
import type { Station, StationId } from '../../shared/station/station.ts';
import { appendHistory, type ChainEnd, chainEnd, type Entry } from './chain.ts';
import { issueCodes } from './codes.ts';
import { type StoreContext, type Written, writing } from './context.ts';
import { type Counter, Refused, type Tx } from './engine.ts';
import { insertRows } from './insert.ts';
import { marksOf, type PlacedChange, restateDrop, writeMarks } from './marks.ts';
import type { CommandEnvelope, Receipt } from './port.ts';
import { findReceipt, keepReceipt } from './receipt.ts';
import { diffRecords } from './record.ts';
import { STATION_COLUMNS, stationRow } from './rows.ts';
import type { StationRow } from './schema.ts';
import { loadStations } from './stations.ts';
import { writeDue } from './work/due.ts';

type Decide = (loaded: readonly Station[]) => Result<readonly StationChange[]>;

/** Only the revision that follows the stored one is written: a change decided on an older record touches no row. */
const UPSERT = `on conflict (id) do update set ${STATION_COLUMNS.slice(1)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')} where station.rev = excluded.rev - 1`;

/** See `Store.commit`. */
export function commit(context: StoreContext, command: CommandEnvelope, decide: Decide): Promise<Result<Receipt>> {
  return writing(context, (tx, counter) => commitIn(context, { tx, counter, command }, decide));
}

/** The same inside a transaction that writes more than stations; it holds the counter already. */
export async function commitIn(
  context: StoreContext,
  { tx, counter, command }: Commit,
  decide: Decide,
): Promise<Written<Result<Receipt>>> {
  const known = await findReceipt(tx, command);
  if (known) return { value: known, counter, issued: false };
  const decided = decide(await loadStations(tx, command.load));
  if (!decided.ok) return { value: decided, counter, issued: false };
  return applyChanges(context, { tx, counter, command, beside: [] }, decided.value);
}

type Commit<C = CommandEnvelope> = { readonly tx: Tx; readonly counter: Counter; readonly command: C };
/** `beside`: what the same command did to something of a station; its rows of history follow those of the stations. */
type Decided = Commit<Omit<CommandEnvelope, 'load'>> & { readonly beside: readonly Entry[] };

/** Writes what was decided as the end of a command, by whoever holds the counter. */
export async function applyChanges(
  context: StoreContext,
  { tx, counter, command, beside }: Decided,
  changes: readonly StationChange[],
): Promise<Written<Result<Receipt>>> {
  check(context, changes);
  await checkUnions(tx, changes);
  await checkFederationCodes(tx, changes);
  const coded = await fillCodes(tx, counter, changes);
  const end = await chainEnd(tx, counter, command.at);
  const rows = coded.map(({ after }) => stationRow(after, context.regions.cityOf(after.region), end.at));
  const { seq } = await appendHistory(tx, end, {
    key: context.historyKey,
    doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
    entries: [...coded.map((change, i) => entryOf(change, rows[i]?.record ?? '')), ...beside],
  });
  await writeStations(tx, rows);
  await writeDue(tx, coded);
  await mark(context, tx, placed(coded, end));
  const stations = coded.map(({ after }) => ({ id: after.id, code: after.code, rev: after.rev }));
  const receipt: Receipt = { commandId: command.commandId, at: end.at, stations, seq };
  await keepReceipt(tx, command, receipt);
  const issued = changes.some((change) => change.issue !== null);
  return { value: { ok: true, value: receipt }, counter: { ...counter, seq }, issued };
}

/** What `decide` must never hand over is a bug and throws; a county nobody knows is refused. */
function check(context: StoreContext, changes: readonly StationChange[]): void {
  const seen = new Set<StationId>();
  for (const { before, after, issue } of changes) {
    if (seen.has(after.id)) throw new Error(`two changes of one station in one commit: ${after.id}`);
    seen.add(after.id);
    if (before && before.id !== after.id) throw new Error(`a change turns ${before.id} into ${after.id}`);
    if (after.rev !== (before?.rev ?? 0) + 1) throw new Error(`rev ${after.rev} does not follow ${before?.rev ?? 0}`);
    if (issue && after.code !== null) throw new Error(`${after.id} has a code and asks for one`);
    if (!issue && before && before.code !== after.code) throw new Error(`${after.id} changes its code`);
    for (const region of [after.region, issue?.region ?? after.region]) {
      if (!context.regions.has(region)) throw new Refused({ kind: 'region-unknown', region });
    }
  }
}

async function checkUnions(tx: Tx, changes: readonly StationChange[]): Promise<void> {
  const named = changes.filter(({ before, after }) => before?.union !== after.union).map(({ after }) => after.union);
  const asked = [...new Set(named)];
  if (asked.length === 0) return;
  const open = tx.selectFrom('union').select('id').where('closed_on', 'is', null);
  const rows = await open.where('id', 'in', asked).execute();
  const known = new Set(rows.map((row) => row.id));
  const union = asked.find((id) => !known.has(id));
  if (union !== undefined) throw new Refused({ kind: 'union-unknown', union });
}

async function checkFederationCodes(tx: Tx, changes: readonly StationChange[]): Promise<void> {
  const owners = new Map<string, StationId>();
  for (const { before, after } of changes) {
    const code = after.federationCode;
    if (code === null || code === before?.federationCode) continue;
    if (owners.has(code)) throw new Refused({ kind: 'federation-code-taken', federationCode: code });
    owners.set(code, after.id);
  }
  if (owners.size === 0) return;
  const taken = await tx
    .selectFrom('station')
    .select('federation_code')
    .where('federation_code', 'in', [...owners.keys()])
    .executeTakeFirst();
  const federationCode = taken?.federation_code ?? null;
  if (federationCode !== null) throw new Refused({ kind: 'federation-code-taken', federationCode });
}

/** Codes in the order of the changes; then a relocation's old record learns its successor's. */
async function fillCodes(
  tx: Tx,
  counter: Counter,
  changes: readonly StationChange[],
): Promise<readonly StationChange[]> {
  const codes = await issueCodes(
    tx,
    counter,
    changes.flatMap((change) => (change.issue ? [change.issue] : [])),
  );
  let next = 0;
  const issued = new Map<StationId, Station>();
  return changes.map((change) => {
    const code = change.issue ? (codes[next++] ?? null) : change.after.code;
    const successor = change.successorFrom === null ? change.after.successor : codeFrom(issued, change.successorFrom);
    const after =
      code === change.after.code && successor === change.after.successor
        ? change.after
        : { ...change.after, code, successor };
    issued.set(after.id, after);
    return { ...change, after };
  });
}

function codeFrom(issued: ReadonlyMap<StationId, Station>, id: StationId): Station['successor'] {
  const code = issued.get(id)?.code ?? null;
  if (code === null) throw new Error(`no earlier change of this commit gave ${id} a code`);
  return code;
}

function entryOf(change: StationChange, record: string): Entry {
  const { before, after, step, reason, effectiveOn } = change;
  const diff = before ? diffRecords(before, after) : null;
  return {
    effectiveOn,
    subject: 'station',
    subjectId: after.id,
    step,
    reason,
    before: diff ? JSON.stringify(diff.before) : null,
    after: diff ? JSON.stringify(diff.after) : record,
  };
}

async function writeStations(tx: Tx, rows: readonly StationRow[]): Promise<void> {
  const insert = { table: 'station', columns: STATION_COLUMNS, tail: UPSERT } as const;
  if ((await insertRows(tx, insert, rows)) === rows.length) return;
  // Some row was not the successor of what is stored: say which.
  const stored = await tx
    .selectFrom('station')
    .select(['id', 'rev', 'record'])
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  const recordOf = new Map(stored.map((row) => [row.id, row]));
  for (const row of rows) {
    const found = recordOf.get(row.id);
    if (found && found.record !== row.record) {
      throw new Refused({ kind: 'rev-stale', based: row.rev - 1, current: found.rev });
    }
  }
  throw new Error('stations were not written though their revisions follow');
}

function placed(changes: readonly StationChange[], end: ChainEnd): readonly PlacedChange[] {
  return changes.map(({ before, after, effectiveOn, reason }, i) => ({
    before,
    after,
    effectiveOn,
    reason,
    seq: end.seq + 1 + i,
  }));
}

async function mark(context: StoreContext, tx: Tx, changes: readonly PlacedChange[]): Promise<void> {
  await writeMarks(
    tx,
    changes.flatMap((change) => marksOf(change, context.regions.cityOf)),
  );
  for (const change of changes) await restateDrop(tx, change, context.regions.cityOf);
}
