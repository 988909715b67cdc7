import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { NATION } from '../../../shared/station/region.ts';
import { settingsFor } from '../../../shared/station/settings.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { Store } from '../../store/port.ts';
import type { NamedDatum } from './columns.ts';
import { Register } from './existing.ts';
import { hoursReader } from './facts.ts';
import type { LedgerRows } from './ledger-worker.ts';
import { type Atlas, datumOf } from './placed.ts';
import { type PlanContext, planRow } from './plan.ts';
import { NOTHING_READ, type Summary, summaryWith } from './report.ts';
import { commitChunk, type Outcome, type RunContext } from './run.ts';

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

/** A ledger of standing stations into the register: every row comes out once, as new, changed, same, flagged or refused. */
export async function importLedger(ledger: LedgerRows, options: ImportOptions): Promise<Result<ImportDone>> {
  const unions = await options.store.unions();
  const union = unions.find(({ id }) => id === options.union)?.id ?? null;
  if (options.union !== null && !union) return refuse({ kind: 'region-unknown', region: options.union });
  const { datum, told } = await datumOf(ledger, options.datum ?? ledger.columns.datum, options.atlas);
  const acting = union ?? unions.find(({ region }) => region === NATION)?.id ?? (NATION as string as UnionId);
  const byRegion = new Map(unions.map(({ id, region }) => [region, id]));
  const parents = new Map(unions.map(({ id, parent }) => [id, parent]));
  const settings = settingsFor(acting, { rows: await options.store.settings(), parents }, options.now());
  const plan: PlanContext = {
    atlas: options.atlas,
    register: await Register.of(options.store),
    datum,
    unionOf: (region) => union ?? byRegion.get(region) ?? acting,
    duplicateMetres: settings['duplicate-metres'],
    newId: () => options.randomId() as StationId,
    readHours: hoursReader(),
    claimed: new Map(),
  };
  const run: RunContext = { ...options, settings, actingUnion: acting };
  let summary = NOTHING_READ;
  let skipped = 0;
  for await (const piece of ledger.pieces()) {
    skipped += piece.skipped;
    if (piece.rows.length === 0) continue;
    const chunk = piece.rows.map((row) => planRow(row, plan));
    const done = await commitChunk(chunk, run);
    if (!done.ok) return done;
    summary = summaryWith(summary, done.value);
    options.became(done.value);
  }
  const reading = told
    ? `坐标按 ${DATUM_WORDS[datum]} 读。`
    : `看不出坐标系，按 ${DATUM_WORDS[datum]} 读；不对就用 --datum 指定。`;
  const left = skipped > 0 ? [`跳过了 ${skipped} 行空行、合计或重复表头。`] : [];
  return ok({ summary, remarks: [reading, ...left] });
}
