import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { appendHistory, type ChainEnd, chainEnd } from '../chain.ts';
import { applyChanges } from '../commit.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import { newsAmong } from '../entries/ledger.ts';
import { historyOf, putEntries } from '../entries/write.ts';
import { insertRows } from '../insert.ts';
import type { Ledger, LedgersStore, LineOutcome } from '../port/ledgers.ts';
import type { Receipt } from '../port.ts';
import { findReceipt, keepReceipt } from '../receipt.ts';
import { loadStations } from '../stations.ts';
import { findLedger, findLine, LINE_COLUMNS, ledgerRecord, writeLedger } from './rows.ts';

type Ask<K extends keyof LedgersStore> = Parameters<LedgersStore[K]>;

/** Work that cannot be refused, in a write transaction of its own. */
async function quietly<T>(context: StoreContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = await writing<T>(context, async (tx, counter) => ({
    value: ok(await work(tx)),
    counter,
    issued: false,
  }));
  if (!done.ok) throw new Error(`a ledger's own rows cannot be refused: ${done.refusal.kind}`);
  return done.value;
}

export function openLedger(context: StoreContext, ledger: Ledger): Promise<boolean> {
  return quietly(context, async (tx) => {
    if (await findLedger(tx, ledger.id)) return false;
    await tx.insertInto('ledger').values(ledgerRecord(ledger)).execute();
    return true;
  });
}

export function changeLedger(context: StoreContext, [id, change]: Ask<'changeLedger'>): Promise<Result<Ledger>> {
  return writing(context, async (tx, counter) => {
    const changed = await rewrite(tx, id, change);
    return { value: changed, counter, issued: false };
  });
}

async function rewrite(tx: Tx, ...[id, change]: Ask<'changeLedger'>): Promise<Result<Ledger>> {
  const before = await findLedger(tx, id);
  if (before === null) return refuse({ kind: 'ledger-unknown', ledger: id });
  const after = change(before);
  if (after.ok) await writeLedger(tx, after.value);
  return after;
}

export function editLine(context: StoreContext, [id, number, change]: Ask<'editLine'>): Promise<Result<Ledger>> {
  return writing(context, async (tx, counter) => {
    const line = await findLine(tx, id, number);
    let edited = line;
    const ledger = await rewrite(tx, id, (before) => {
      const changed = change(before, line);
      if (!changed.ok) return changed;
      edited = changed.value.line;
      return ok(changed.value.ledger);
    });
    if (ledger.ok && edited !== null) {
      await insertRows(tx, { table: 'ledger_row', columns: LINE_COLUMNS, tail: OVER }, [{ ledger: id, ...edited }]);
    }
    return { value: ledger, counter, issued: false };
  });
}

const OVER = `on conflict (ledger, number) do update set ${LINE_COLUMNS.slice(2)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`;

export function stageLines(context: StoreContext, [id, lines]: Ask<'stageLines'>): Promise<void> {
  return quietly(context, async (tx) => {
    const rows = lines.map((line) => ({ ledger: id, ...line }));
    await insertRows(tx, { table: 'ledger_row', columns: LINE_COLUMNS, tail: OVER }, rows);
  });
}

const PLANNED = 'on conflict (ledger, number) do update set kind = excluded.kind, plan = excluded.plan';
const ENDED = 'on conflict (ledger, number) do update set kind = excluded.kind, outcome = excluded.outcome';
/** Of a line of many rows nothing is kept but its outcome: its pages are free for the rows it became. */
const EMPTIED = `${ENDED}, cells = excluded.cells`;
const BLANK = { cells: '', kind: null, plan: null, answer: null, outcome: null } as const;

export function planLines(context: StoreContext, [id, plans]: Ask<'planLines'>): Promise<void> {
  return quietly(context, async (tx) => {
    const rows = plans.map((plan) => ({ ...BLANK, ledger: id, ...plan }));
    await insertRows(tx, { table: 'ledger_row', columns: LINE_COLUMNS, tail: PLANNED }, rows);
  });
}

async function endLines(tx: Tx, id: string, outcomes: readonly LineOutcome[]): Promise<void> {
  const rows = outcomes.map((outcome) => ({ ...BLANK, ledger: id, ...outcome }));
  const [pieces, single] = [rows.filter(({ kind }) => kind === null), rows.filter(({ kind }) => kind !== null)];
  await insertRows(tx, { table: 'ledger_row', columns: LINE_COLUMNS, tail: ENDED }, single);
  await insertRows(tx, { table: 'ledger_row', columns: LINE_COLUMNS, tail: EMPTIED }, pieces);
}

export function beginLedger(
  context: StoreContext,
  [command, id, change]: Ask<'beginLedger'>,
): Promise<Result<Receipt>> {
  return writing(context, async (tx, counter) => {
    const known = await findReceipt(tx, command);
    if (known) return { value: known, counter, issued: false };
    const ledger = await rewrite(tx, id, change);
    if (!ledger.ok) return { value: ledger, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const { seq } = ledger.value.door === 'command' ? end : await begun(context, { tx, end, command }, ledger.value);
    const { commandId } = command;
    const receipt: Receipt = { commandId, at: end.at, stations: [], seq };
    await keepReceipt(tx, command, receipt);
    return { value: ok(receipt), counter: { ...counter, seq }, issued: false };
  });
}

type Beginning = {
  readonly tx: Tx;
  readonly end: ChainEnd;
  readonly command: Ask<'beginLedger'>[0];
};

/** That a person brought a ledger in. What the command line does stands at the stations it does it to. */
function begun(context: StoreContext, { tx, end, command }: Beginning, ledger: Ledger): Promise<{ seq: number }> {
  const { id, rows, counts } = ledger;
  const entry = {
    effectiveOn: dateText(dayOf(end.at)),
    subject: 'ledger',
    subjectId: id,
    step: 'import',
    reason: null,
    before: null,
    // The file's own name may name a person.
    after: JSON.stringify({ rows, counts }),
  } as const;
  const doer = { commandId: command.commandId, actor: command.actor.id, union: command.actor.union };
  return appendHistory(tx, end, { key: context.historyKey, doer, entries: [entry] });
}

export function commitLines(
  context: StoreContext,
  [command, id, decide]: Ask<'commitLines'>,
): Promise<Result<Receipt>> {
  return writing(context, async (tx, counter) => {
    // Known already: it was committed before, its lines and entries with it.
    const known = await findReceipt(tx, command);
    if (known) return { value: known, counter, issued: false };
    const decided = decide(await loadStations(tx, command.load));
    if (!decided.ok) return { value: decided, counter, issued: false };
    const { changes, entries, outcomes } = decided.value;
    const news = await newsAmong(tx, entries);
    const beside = news.map((write) => historyOf(write, command.at, 'import'));
    const written = await applyChanges(context, { tx, counter, command, beside }, changes);
    if (!written.value.ok) return written;
    const receipt = written.value.value;
    await putEntries(tx, news, receipt.at);
    await endLines(tx, id, outcomes(receipt));
    return written;
  });
}

/** Lines of one transaction. */
const DROPPED = 2_000;

export async function dropLedger(context: StoreContext, id: string): Promise<void> {
  for (;;) {
    const left = await quietly(context, async (tx) => {
      const lines = await tx
        .selectFrom('ledger_row')
        .select('number')
        .where('ledger', '=', id)
        .orderBy('number')
        .limit(DROPPED)
        .execute();
      const last = lines[lines.length - 1];
      if (last) await tx.deleteFrom('ledger_row').where('ledger', '=', id).where('number', '<=', last.number).execute();
      if (lines.length < DROPPED) await tx.deleteFrom('ledger').where('id', '=', id).execute();
      return lines.length === DROPPED;
    });
    if (!left) return;
  }
}
