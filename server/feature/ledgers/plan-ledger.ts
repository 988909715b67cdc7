import { dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import type { Ledger, LedgerLine, LinePlan } from '../../store/port/ledgers.ts';
import type { Store } from '../../store/port.ts';
import type { NamedDatum } from '../import/columns.ts';
import { Register } from '../import/existing.ts';
import { hoursReader } from '../import/facts.ts';
import { nearbyOf } from '../import/forward.ts';
import { columnsOf, linesReader } from '../import/lines.ts';
import { type Atlas, datumOf } from '../import/placed.ts';
import { type PlanContext, type Planned, planRow } from '../import/plan.ts';
import type { ReadRow } from '../import/row.ts';
import { changesOf, decideChunk, idsOf, type Outcome, type RunContext, trailsOf } from '../import/run.ts';
import { type Scope, scopeOfBranch } from '../import/scope.ts';
import { answerOf, type Shown, stagedOf } from '../import/staged.ts';

export type PlanParts = {
  readonly store: Store;
  readonly atlas: Atlas;
  readonly now: () => Instant;
  readonly randomId: () => string;
};

/** Lines planned at once: some ten milliseconds, then somebody else has a turn. */
const PAGE = 100;
/** How often the progress is written down, in pages. */
const TELL = 5;

/**
 * Finds what each line of a ledger would do, against the register as it is now, and writes nothing but that. Ends in `ready`, or
 * refuses `ledger-unknown` when somebody gave it up meanwhile.
 */
export async function planLedger(ledger: Ledger, parts: PlanParts): Promise<Result<Ledger>> {
  const { store, atlas, now, randomId } = parts;
  const { seq } = await store.counter();
  const scope = await scopeOfBranch(store, ledger.union, now());
  const read = linesReader(ledger.titles, atlas);
  const { datum, told } = await datumOfLines(ledger, { store, atlas, read });
  const { acting, isOwn } = scope;
  const near = { branch: acting, isOwn, region: nearbyOf(scope, atlas), except: new Set<StationId>() };
  const plan: PlanContext = {
    atlas,
    register: await Register.around(store, near),
    datum,
    unionOf: scope.unionOf,
    duplicateMetres: scope.settingsOf(acting)['duplicate-metres'],
    newId: () => randomId() as StationId,
    readHours: hoursReader(),
    claimed: new Map(),
  };
  const pass = await planLines(ledger, { parts, scope, plan, read });
  if (!pass.ok) return pass;
  const counts = await store.lineCounts(ledger.id);
  return store.changeLedger(ledger.id, (last) =>
    last.state === 'planning'
      ? ok({
          ...last,
          state: 'ready',
          version: last.version + 1,
          changedAt: now(),
          datum: { said: last.datum.said, read: datum, told },
          plannedAt: seq,
          progress: last.rows,
          counts,
        })
      : refuse({ kind: 'ledger-state', state: last.state }),
  );
}

type Lines = { readonly store: Store; readonly atlas: Atlas; readonly read: (line: LedgerLine) => ReadRow };

/** What was said, what the header names, what an earlier pass found, or else what the rows tell. */
async function datumOfLines({ id, titles, datum }: Ledger, { store, atlas, read }: Lines) {
  const said = namedDatum(datum.said) ?? columnsOf(titles).datum;
  if (said !== null) return { datum: said, told: true };
  const before = namedDatum(datum.read);
  if (before !== null) return { datum: before, told: datum.told };
  async function* pieces() {
    for await (const lines of pagesOf(store, id)) yield { rows: lines.map(read) };
  }
  return datumOf({ pieces }, null, atlas);
}

function namedDatum(text: string | null): NamedDatum | null {
  return text === 'gcj02' || text === 'wgs84' || text === 'bd09' ? text : null;
}

async function* pagesOf(store: Store, id: string): AsyncGenerator<readonly LedgerLine[]> {
  for (let after = 0; ; ) {
    const lines = await store.linesAfter(id, { after, limit: PAGE, pending: false });
    const last = lines[lines.length - 1];
    if (!last) return;
    after = last.number;
    yield lines;
  }
}

type Pass = {
  readonly parts: PlanParts;
  readonly scope: Scope;
  readonly plan: PlanContext;
  readonly read: (line: LedgerLine) => ReadRow;
};

async function planLines(ledger: Ledger, pass: Pass): Promise<Result<true>> {
  const { store, now, randomId } = pass.parts;
  // Nobody acts yet: what one officer may do decides what is shown.
  const hand = { id: ledger.actor, union: ledger.union, functions: ['officer'] as const };
  let progress = 0;
  let pages = 0;
  for await (const lines of pagesOf(store, ledger.id)) {
    const chunk = lines.map((line) => planRow(pass.read(line), pass.plan, answerOf(line)));
    const stations = await store.stationsById(idsOf(chunk));
    const run = {
      scope: pass.scope,
      hand,
      acceptFlagged: false,
      at: now(),
      broughtOn: dayOf(ledger.at),
      randomId,
    };
    const plans = plansOf(chunk, { stations, trails: await trailsOf(store, chunk) }, run);
    const news = plans.filter(({ plan, kind }, at) => lines[at]?.plan !== plan || lines[at]?.kind !== kind);
    if (news.length > 0) await store.planLines(ledger.id, news);
    progress += lines.length;
    if (++pages % TELL !== 0) continue;
    const told = await store.changeLedger(ledger.id, (last) => ok({ ...last, progress }));
    if (!told.ok) return told;
  }
  return ok(true);
}

function plansOf(
  chunk: readonly Planned[],
  loaded: Parameters<typeof decideChunk>[1],
  run: RunContext,
): readonly LinePlan[] {
  const records = new Map(loaded.stations.map((station) => [station.id, station]));
  const { outcomes } = decideChunk(chunk, loaded, run);
  return chunk.map((planned, at) => {
    const outcome = outcomes[at];
    if (!outcome) throw new Error('a row was decided without an outcome');
    const { number, kind } = outcome;
    return { number, kind, plan: JSON.stringify(stagedOf(planned, shownOf(planned, outcome, records))) };
  });
}

function shownOf(
  planned: Planned,
  { refusal, notes }: Outcome,
  records: ReadonlyMap<StationId, Station>,
): Shown | null {
  if (!('stated' in planned)) return null;
  const station = records.get(planned.id) ?? null;
  const changes = station === null ? [] : changesOf(station, planned);
  return { rev: station?.rev ?? null, changes, refusal, notes };
}
