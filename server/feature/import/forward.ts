import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { NATION } from '../../../shared/station/region.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { Ledger, LedgerLine, RowCounts } from '../../store/port/ledgers.ts';
import type { Store } from '../../store/port.ts';
import { commitLedger } from './commit.ts';
import { Register } from './existing.ts';
import { meanwhileOf } from './meanwhile.ts';
import { addedCounts, pieceEndOf, pieceOf } from './piece.ts';
import type { Atlas } from './placed.ts';
import type { Outcome } from './run.ts';
import { type Scope, scopeOfBranch, scopeOfCommand } from './scope.ts';
import { planOf } from './staged.ts';
import { datumRead } from './waiting.ts';

export type ForwardParts = {
  readonly store: Store;
  readonly atlas: Atlas;
  readonly now: () => Instant;
  readonly randomId: () => string;
  readonly hashOf: (body: string) => string;
  /** Rows of a transaction. */
  readonly chunk: number;
  readonly became: (outcomes: readonly Outcome[]) => void | Promise<void>;
};

/** Lines read at a time where only their plans are looked at. */
const MANY = 500;
/** The same where a line holds hundreds of rows. */
const FEW = 5;

/**
 * Brings a ledger that is committing to its end, from wherever it stands: whatever was registered by others since its plan was made
 * is looked at first. Refuses what no row alone is to blame for; the ledger then stays where it is.
 */
export async function rollForward(ledger: Ledger, parts: ForwardParts): Promise<Result<Ledger>> {
  const { store, atlas, now } = parts;
  const { commit } = ledger;
  if (commit === null) throw new Error('a ledger is committing in nobody’s name');
  const scope = await scopeOfLedger(store, ledger, now());
  const except = await ownOf(store, ledger);
  const { acting, isOwn } = scope;
  const register = await Register.around(store, { branch: acting, isOwn, region: nearbyOf(scope, atlas), except });
  const duplicateMetres = scope.settingsOf(acting)['duplicate-metres'];
  const meanwhile = meanwhileOf({ register, atlas, datum: datumRead(ledger), duplicateMetres });
  const { hand, acceptFlagged } = commit;
  const done = await commitLedger(ledger, { ...parts, scope, hand, acceptFlagged, meanwhile });
  if (!done.ok) return done;
  const counts = await countsOf(store, ledger);
  return store.changeLedger(ledger.id, (last) => ok({ ...last, state: 'done', counts, progress: last.rows }));
}

/** Counties stand beside each other: a ledger's neighbours are looked for in the whole city, a city's in itself. Null for everywhere. */
export function nearbyOf({ region }: Scope, atlas: Atlas): Scope['region'] {
  return region === null || region === NATION ? null : atlas.cityOf(region);
}

export async function scopeOfLedger(store: Store, ledger: Ledger, at: Instant): Promise<Scope> {
  if (ledger.door === 'desk') return scopeOfBranch(store, ledger.union, at);
  const scope = await scopeOfCommand(store, ledger.union, at);
  if (scope === null) throw new Error(`the union ${ledger.union} of a ledger is gone`);
  return scope;
}

async function countsOf(store: Store, ledger: Ledger): Promise<RowCounts> {
  let counts = await store.lineCounts(ledger.id);
  if (ledger.door === 'desk') return counts;
  await eachLine(store, ledger, (line) => {
    const end = pieceEndOf(line);
    if (end !== null) counts = addedCounts(counts, end.counts);
  });
  return counts;
}

/** Stations the ledger has made, or is about to make. */
async function ownOf(store: Store, ledger: Ledger): Promise<ReadonlySet<StationId>> {
  const own = new Set<StationId>();
  await eachLine(store, ledger, (line) => {
    const plans = pieceOf(line)?.plans ?? (line.plan === null ? [] : [planOf(line)]);
    for (const plan of plans) if (plan.kind === 'fresh') own.add(plan.id);
    for (const id of pieceEndOf(line)?.made ?? []) own.add(id);
  });
  return own;
}

async function eachLine(store: Store, { id, door }: Ledger, visit: (line: LedgerLine) => void): Promise<void> {
  const limit = door === 'command' ? FEW : MANY;
  for (let after = 0; ; ) {
    const lines = await store.linesAfter(id, { after, limit, pending: false });
    const last = lines[lines.length - 1];
    if (!last) return;
    after = last.number;
    for (const line of lines) visit(line);
  }
}
