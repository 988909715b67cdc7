import { dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { Ledger, LedgerLine } from '../../store/port/ledgers.ts';
import type { Store } from '../../store/port.ts';
import type { NamedDatum } from './columns.ts';
import { type CommitParts, commitLedger } from './commit.ts';
import { Register } from './existing.ts';
import { hoursReader } from './facts.ts';
import type { LedgerRows } from './ledger-worker.ts';
import { lineOfPiece } from './piece.ts';
import { type Atlas, datumOf } from './placed.ts';
import { type PlanContext, planRow } from './plan.ts';
import { NOTHING_READ, type Summary, summaryWith } from './report.ts';
import { decideChunk, idsOf, type Outcome, trailsOf } from './run.ts';
import { type Hand, type Scope, scopeOfCommand } from './scope.ts';
import { stagedOf } from './staged.ts';

export type ImportOptions = {
  readonly store: Store;
  /** Answers within `region` when one was named. */
  readonly atlas: Atlas;
  readonly datum: NamedDatum | null;
  readonly union: string | null;
  readonly dryRun: boolean;
  readonly acceptFlagged: boolean;
  readonly now: () => Instant;
  readonly randomId: () => string;
  readonly hashOf: (body: string) => string;
  /** What became of the next rows; nothing else keeps it. */
  readonly became: (outcomes: readonly Outcome[]) => void;
};

export type ImportDone = { readonly summary: Summary; readonly remarks: readonly string[] };

const DATUM_WORDS: { readonly [D in NamedDatum]: string } = {
  gcj02: 'GCJ-02（高德、腾讯）',
  wgs84: 'WGS-84（GPS、天地图）',
  bd09: 'BD-09（百度）',
};

/**
 * A ledger of standing stations into the register by the command line: every row comes out once, as new, changed, same, flagged or
 * refused. First all of it is staged, then committed; killed in between, the next start goes on (`rollForward`).
 */
export async function importLedger(ledger: LedgerRows, options: ImportOptions): Promise<Result<ImportDone>> {
  const { store, atlas, now } = options;
  const scope = await scopeOfCommand(store, options.union as UnionId | null, now());
  if (scope === null) return refuse({ kind: 'region-unknown', region: options.union ?? '' });
  const { datum, told } = await datumOf(ledger, options.datum ?? ledger.columns.datum, atlas);
  const running = { ledger, scope, datum, told, options };
  const done = options.dryRun ? await tryRows(running) : await writeRows(running);
  if (!done.ok) return done;
  const { summary, skipped } = done.value;
  const reading = told
    ? `坐标按 ${DATUM_WORDS[datum]} 读。`
    : `看不出坐标系，按 ${DATUM_WORDS[datum]} 读；不对就用 --datum 指定。`;
  const left = skipped > 0 ? [`跳过了 ${skipped} 行空行、合计或重复表头。`] : [];
  return ok({ summary, remarks: [reading, ...left] });
}

type Running = {
  readonly ledger: LedgerRows;
  readonly scope: Scope;
  readonly datum: NamedDatum;
  readonly told: boolean;
  readonly options: ImportOptions;
};
type Ran = { readonly summary: Summary; readonly skipped: number };

/** Made where rows are planned and let go with it: of a whole country it weighs as much as all the rest of an import. */
async function planning({ scope, datum, options }: Running): Promise<PlanContext> {
  return {
    atlas: options.atlas,
    register: await Register.of(options.store),
    datum,
    unionOf: scope.unionOf,
    duplicateMetres: scope.settingsOf(scope.acting)['duplicate-metres'],
    newId: () => options.randomId() as StationId,
    readHours: hoursReader(),
    claimed: new Map(),
  };
}

async function tryRows(running: Running): Promise<Result<Ran>> {
  const { ledger, scope, options } = running;
  const { store, acceptFlagged, now, randomId } = options;
  const plan = await planning(running);
  let summary = NOTHING_READ;
  let skipped = 0;
  for await (const piece of ledger.pieces()) {
    skipped += piece.skipped;
    const chunk = piece.rows.map((row) => planRow(row, plan));
    const loaded = { stations: await store.stationsById(idsOf(chunk)), trails: await trailsOf(store, chunk) };
    const at = now();
    const run = { scope, hand: handOf(scope), acceptFlagged, at, broughtOn: dayOf(at), randomId };
    const { outcomes } = decideChunk(chunk, loaded, run);
    summary = summaryWith(summary, outcomes);
    options.became(outcomes);
  }
  return ok({ summary, skipped });
}

function handOf({ acting }: Scope): Hand {
  return { id: 'system', union: acting, functions: ['system'] };
}

async function writeRows(running: Running): Promise<Result<Ran>> {
  const { scope, options } = running;
  const { store, acceptFlagged, now, randomId, hashOf } = options;
  const staged = await stageRows(running);
  const hand = handOf(scope);
  const body = { actor: { id: hand.id, union: hand.union }, commandId: randomId(), at: now() };
  const begun = await store.beginLedger({ ...body, bodyHash: hashOf(staged.id) }, staged.id, (ledger) =>
    ok({
      ...ledger,
      rows: staged.rows,
      skipped: staged.skipped,
      state: 'committing',
      commit: { commandId: body.commandId, at: body.at, hand, acceptFlagged },
    }),
  );
  if (!begun.ok) return begun;
  const committing = await store.ledger(staged.id);
  if (committing === null) throw new Error('a ledger was taken away while it was committed');
  let summary = NOTHING_READ;
  const beat = heart(store, staged.id, now);
  const became = async (outcomes: readonly Outcome[]) => {
    summary = summaryWith(summary, outcomes);
    options.became(outcomes);
    await beat();
  };
  const parts: CommitParts = { ...options, scope, hand, meanwhile: null, chunk: 1, became };
  const done = await commitLedger(committing, parts);
  if (!done.ok) return done;
  // Its rows stand in the result file now.
  await store.dropLedger(staged.id);
  return ok({ summary, skipped: staged.skipped });
}

/** Pieces a transaction: the disk is waited for once for all of them. */
const STAGED_AT_ONCE = 5;

/** All rows with their plans, nothing of the register touched. */
async function stageRows(running: Running) {
  const { ledger, scope, datum, told, options } = running;
  const { store, now, randomId } = options;
  const plan = await planning(running);
  const id = randomId();
  await store.openLedger(openedByCommand(id, { ledger, scope, datum, told, at: now() }));
  const beat = heart(store, id, now);
  let lines: LedgerLine[] = [];
  let rows = 0;
  let skipped = 0;
  for await (const piece of ledger.pieces()) {
    await beat();
    skipped += piece.skipped;
    rows += piece.rows.length;
    const plans = piece.rows.map((row) => stagedOf(planRow(row, plan), null));
    const line = lineOfPiece(piece, plans);
    if (line !== null) lines.push(line);
    if (lines.length < STAGED_AT_ONCE) continue;
    await store.stageLines(id, lines);
    lines = [];
  }
  await store.stageLines(id, lines);
  return { id, rows, skipped };
}

const BEAT_MS = 5_000;

/** Says every few seconds that somebody is at work: what falls silent is rolled forward, or taken away, by whoever comes next. */
function heart(store: Store, id: string, now: () => Instant): () => Promise<void> {
  let last = now();
  return async () => {
    if (now() < last + BEAT_MS) return;
    last = now();
    await store.changeLedger(id, (ledger) => ok({ ...ledger, changedAt: last }));
  };
}

type Opened = {
  readonly ledger: LedgerRows;
  readonly scope: Scope;
  readonly datum: NamedDatum;
  readonly told: boolean;
  readonly at: Instant;
};

function openedByCommand(id: string, { ledger, scope, datum, told, at }: Opened): Ledger {
  return {
    id,
    union: scope.acting,
    door: 'command',
    state: 'staging',
    version: 1,
    at,
    changedAt: at,
    name: '',
    hash: '',
    actor: 'system',
    titles: ledger.columns.titles,
    rows: 0,
    skipped: 0,
    datum: { said: null, read: datum, told },
    plannedAt: 0,
    progress: 0,
    counts: null,
    commit: null,
  };
}
