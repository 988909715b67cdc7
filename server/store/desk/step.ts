import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import { appendHistory, chainEnd, type Entry } from '../chain.ts';
import { applyChanges } from '../commit.ts';
import { type StoreContext, type Written, writing } from '../context.ts';
import type { Counter, Tx } from '../engine.ts';
import type { DeskCommand, StepFacts, StepOutcome, StepReceipt } from '../port/desk.ts';
import type { Receipt } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';
import { decodeRecord } from '../record.ts';
import { loadStations } from '../stations.ts';
import { besideStep } from './beside.ts';
import { historyIn } from './read.ts';
import { waitingOf } from './rows.ts';

/** A receipt as it is kept; `waiting` only where it says so. */
type Kept = Receipt & { readonly waiting?: true };
type On = { readonly station: StationId; readonly successor: StationCode | null };
type Held = { readonly tx: Tx; readonly counter: Counter; readonly command: DeskCommand };

/** See `DeskStore.takeStep`. */
export function takeStep(
  context: StoreContext,
  { command, ...on }: On & { readonly command: DeskCommand },
  decide: (facts: StepFacts) => Result<StepOutcome>,
): Promise<Result<StepReceipt>> {
  return writing<StepReceipt>(context, async (tx, counter) => {
    const known = await findReply<Kept>(tx, command);
    if (known) return { value: known.ok ? ok(told(known.value)) : known, counter, issued: false };
    const facts = await factsOf(tx, on);
    const decided = decide(facts);
    if (!decided.ok) return { value: decided, counter, issued: false };
    return write(context, { tx, counter, command }, { facts, outcome: decided.value });
  });
}

function told({ waiting, ...receipt }: Kept): StepReceipt {
  return { receipt, waiting: waiting === true };
}

async function factsOf(tx: Tx, { station: id, successor }: On): Promise<StepFacts> {
  const [station = null] = await loadStations(tx, [id]);
  return {
    station,
    rows: station === null ? [] : await historyIn(tx, id),
    successor: successor === null ? null : await byCode(tx, successor),
    waiting: station === null ? null : await waitingOf(tx, id),
  };
}

async function byCode(tx: Tx, code: StationCode): Promise<Station | null> {
  const row = await tx.selectFrom('station').select('record').where('code', '=', code).executeTakeFirst();
  return row ? decodeRecord(row.record) : null;
}

type Decided = { readonly facts: StepFacts; readonly outcome: StepOutcome };

async function write(
  context: StoreContext,
  held: Held,
  { facts, outcome }: Decided,
): Promise<Written<Result<StepReceipt>>> {
  const beside = await besideStep(held, { facts, outcome });
  if (outcome.changes.length === 0 && beside.length > 0) return keepBeside(context, held, { facts, outcome, beside });
  const written = await applyChanges(context, { ...held, beside }, outcome.changes);
  const { value } = written;
  return { ...written, value: value.ok ? ok({ receipt: value.value, waiting: false }) : value };
}

/** Nothing of the record changes: only what hangs on it. */
async function keepBeside(
  context: StoreContext,
  { tx, counter, command }: Held,
  { facts, outcome, beside }: Decided & { readonly beside: readonly Entry[] },
): Promise<Written<Result<StepReceipt>>> {
  const end = await chainEnd(tx, counter, command.at);
  const { seq } = await appendHistory(tx, end, {
    key: context.historyKey,
    doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
    entries: beside,
  });
  const { station } = facts;
  const stations = station === null ? [] : [{ id: station.id, code: station.code, rev: station.rev }];
  const receipt: Receipt = { commandId: command.commandId, at: end.at, stations, seq };
  const waiting = outcome.propose !== null;
  await keepReply(tx, command, { at: end.at, reply: waiting ? { ...receipt, waiting } : receipt });
  return { value: ok({ receipt, waiting }), counter: { ...counter, seq }, issued: false };
}
