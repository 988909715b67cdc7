import { dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { Ledger } from '../../store/port/ledgers.ts';
import type { Receipt, Store } from '../../store/port.ts';
import type { Meanwhile } from './meanwhile.ts';
import type { Atlas } from './placed.ts';
import type { Planned } from './plan.ts';
import { decideChunk, idsOf, type Outcome, type RunContext, trailsOf } from './run.ts';
import type { Hand, Scope } from './scope.ts';
import { type Waiting, waitingRows } from './waiting.ts';

export type CommitParts = {
  readonly store: Store;
  readonly atlas: Atlas;
  readonly scope: Scope;
  readonly hand: Hand;
  readonly acceptFlagged: boolean;
  readonly now: () => Instant;
  readonly randomId: () => string;
  readonly hashOf: (body: string) => string;
  /** What was registered since the plan was made; null where the plan is as new as the commit. */
  readonly meanwhile: Meanwhile | null;
  /** Rows of a transaction at the desk; a piece of the command's is one by itself. */
  readonly chunk: number;
  /** What became of the next rows. */
  readonly became: (outcomes: readonly Outcome[]) => void | Promise<void>;
};

/**
 * Commits the lines of a ledger that have no outcome yet, each chunk in a transaction of its own together with what became of its
 * lines: whoever goes on after a kill finds either both or neither.
 */
export async function commitLedger(ledger: Ledger, parts: CommitParts): Promise<Result<true>> {
  const { meanwhile } = parts;
  const next = waitingRows(ledger, parts);
  let coming = next(0);
  try {
    for (;;) {
      const waiting = await coming;
      if (waiting === null) return ok(true);
      // Read while the disk takes what was written last. What fails is told where it is waited for.
      coming = next(waiting.after);
      coming.catch(() => {});
      const planned = meanwhile === null ? waiting.planned : waiting.planned.map(meanwhile);
      const done = await commitChunk({ ...waiting, planned }, ledger, parts);
      if (!done.ok) return done;
      await parts.became(done.value);
    }
  } finally {
    // Whoever gives up half way leaves no reading behind.
    await coming.catch(() => {});
  }
}

/** A fault of one row that only the database sees refuses that row, and the others are tried again. */
async function commitChunk(chunk: Waiting, ledger: Ledger, parts: CommitParts): Promise<Result<readonly Outcome[]>> {
  for (let { planned } = chunk; ; ) {
    const done = await commitOnce({ ...chunk, planned }, ledger, parts);
    if (done.ok) return done;
    const without = withoutFaulty(planned, done.refusal);
    if (without === null) return done;
    planned = without;
  }
}

type Fault = Extract<Awaited<ReturnType<typeof commitOnce>>, { readonly ok: false }>['refusal'];

function withoutFaulty(planned: readonly Planned[], refusal: Fault): readonly Planned[] | null {
  const isFaulty = (one: Planned) => {
    if (!('stated' in one)) return false;
    const { facts } = one.stated;
    if (refusal.kind === 'federation-code-taken') return facts.federationCode === refusal.federationCode;
    if (refusal.kind === 'serials-used-up' || refusal.kind === 'region-unknown') return facts.region === refusal.region;
    return refusal.kind === 'union-unknown' && facts.union === refusal.union;
  };
  if (!planned.some(isFaulty)) return null;
  return planned.map((one) => (isFaulty(one) ? { kind: 'refused', row: one.row, refusal } : one));
}

async function commitOnce(
  { planned: chunk, ended }: Waiting,
  ledger: Ledger,
  parts: CommitParts,
): Promise<Result<readonly Outcome[]>> {
  const { store, scope, hand, acceptFlagged, randomId, hashOf } = parts;
  const trails = await trailsOf(store, chunk);
  const at = parts.now();
  const run: RunContext = { scope, hand, acceptFlagged, at, broughtOn: dayOf(ledger.at), randomId };
  const first = chunk[0]?.row.number ?? 0;
  const body = hashOf(`${ledger.commit?.commandId} ${first} ${chunk.map(({ kind }) => kind).join()}`);
  const command = {
    commandId: body.slice(0, 32),
    actor: { id: hand.id, union: hand.union },
    bodyHash: body,
    at,
    load: idsOf(chunk),
  };
  let outcomes: readonly Outcome[] = [];
  const done = await store.commitLines(command, ledger.id, (stations) => {
    const decided = decideChunk(chunk, { stations, trails }, run);
    return ok({
      changes: decided.changes,
      entries: decided.entries,
      outcomes: (receipt) => {
        outcomes = coded(decided.outcomes, chunk, receipt);
        return ended(outcomes);
      },
    });
  });
  return done.ok ? ok(outcomes) : done;
}

function coded(outcomes: readonly Outcome[], chunk: readonly Planned[], receipt: Receipt): readonly Outcome[] {
  const codes = new Map<StationId, string | null>(receipt.stations.map(({ id, code }) => [id, code]));
  return outcomes.map((outcome, at) => {
    const planned = chunk[at];
    const code = planned && 'id' in planned ? (codes.get(planned.id) ?? null) : null;
    return code === null ? outcome : { ...outcome, code };
  });
}
