import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { figuresHere } from '../../server/feature/figures/here.ts';
import { loadCountyOf, loadRegions } from '../../server/feature/regions/read.ts';
import { gatherFile } from '../../server/feature/workbooks/gather.ts';
import { writeFigures } from '../../server/feature/workbooks/write.ts';
import { openStore } from '../../server/store/open.ts';
import type { Epoch } from '../../shared/feed/feed.ts';
import { instantAt } from '../../shared/kernel/instant.ts';
import type { UnionId } from '../../shared/station/station.ts';
import { TABLES } from '../../shared/stats/definition.ts';
import { parsePeriod } from '../../shared/stats/period.ts';
import { messageOf } from './child.ts';
import { BENCH_TODAY, makeRegister } from './figures-register.ts';

/**
 * `node dist/bench/figures.js [--stations 186100] [--rows 1500000] [--format xlsx] [--register FOLDER]`: every table of the whole country
 * by county into a file, by a process that reads all of history, by one that finds its pieces, and again by the same; and a plain
 * GROUP BY over the current table. Printed, nothing is asserted. `--register` keeps the register there for the next run.
 */
const { values } = parseArgs({
  options: {
    stations: { type: 'string', default: '186100' },
    rows: { type: 'string', default: '1500000' },
    format: { type: 'string', default: 'xlsx' },
    register: { type: 'string' },
    run: { type: 'string' },
  },
});

type Run = { readonly first: Took; readonly warm: Took; readonly groupBy: number };
/** Milliseconds; `cpu` of all of it, which says more on a machine that others use. */
type Took = { readonly figures: number; readonly file: number; readonly cpu: number; readonly rssMb: number };

if (values.run !== undefined) {
  const run = await runOn(values.run);
  process.send?.(run, () => process.exit(0));
} else await runAll();

async function runAll(): Promise<void> {
  const folder = values.register ?? mkdtempSync(join(tmpdir(), 'xiejiao-figures-'));
  const started = performance.now();
  if (!isMade(folder)) await makeRegister(folder, { stations: Number(values.stations), rows: Number(values.rows) });
  console.log(`register: ${Math.round((performance.now() - started) / 1000)} s`);
  dropPieces(folder);
  for (const name of ['all of history', 'from pieces']) {
    const { first, warm, groupBy } = await messageOf<Run>({
      entry: 'figures',
      args: ['--run', folder, '--format', values.format],
      prints: 'shown',
    });
    console.log(`${name}: ${said(first)}; again: ${said(warm)}`);
    console.log(
      `  GROUP BY over the current table ${Math.round(groupBy)} ms, ${ratio(warm.figures / groupBy)} of it when warm`,
    );
  }
  if (values.register === undefined) rmSync(folder, { recursive: true });
}

function said({ figures, file, cpu, rssMb }: Took): string {
  const times = `figures ${Math.round(figures)} ms, with the file ${Math.round(file)} ms (CPU ${Math.round(cpu)} ms)`;
  return `${times}, RSS at most ${Math.round(rssMb)} MB`;
}

function ratio(times: number): string {
  return `${times.toPrecision(2)}×`;
}

function isMade(folder: string): boolean {
  const database = new Database(join(folder, 'xiejiao.db'));
  const made = database.prepare(`select count(*) as n from sqlite_master where name = 'history'`).get();
  database.close();
  return JSON.stringify(made) !== '{"n":0}';
}

function dropPieces(folder: string): void {
  const database = new Database(join(folder, 'xiejiao.db'));
  database.exec('delete from fact_chunk');
  database.close();
}

async function runOn(folder: string): Promise<Run> {
  const regions = loadRegions();
  const now = () => instantAt(BENCH_TODAY, 24 * 60);
  const store = await openStore(join(folder, 'xiejiao.db'), {
    regions: regions.all,
    aliases: new Map(),
    calendar: [],
    historyKey: 'a key for the bench',
    highWater: join(folder, 'high-water.json'),
    now,
    newEpoch: () => 'c'.repeat(16) as Epoch,
  });
  if (!store.ok) throw new Error(store.refusal.kind);
  const figures = figuresHere({ store: store.value, regions, countyOf: (point) => loadCountyOf()(point), now });
  const parts = { store: store.value, regions, figures };
  const file = join(folder, `made-${process.pid}.${values.format}`);
  const take = async (): Promise<Took> => {
    const period = parsePeriod('2026-10');
    if (period === null) throw new Error('no period');
    const [started, cpuBefore] = [performance.now(), process.cpuUsage()];
    const question = {
      period,
      asOf: await figures.known(),
      union: '000000' as UnionId,
      region: null,
      by: 'county',
      divisions: 'then',
      stations: 'real',
      openingAsOf: null,
    } as const;
    const format = values.format === 'csv' ? 'csv' : 'xlsx';
    const content = await gatherFile(parts, { question, tables: TABLES }, format);
    if (!content.ok) throw new Error(content.refusal.kind);
    const reckoned = performance.now() - started;
    await writeFigures(content.value, file);
    rmSync(file);
    const { user, system } = process.cpuUsage(cpuBefore);
    const rssMb = process.resourceUsage().maxRSS / 1024;
    return { figures: reckoned, file: performance.now() - started, cpu: (user + system) / 1000, rssMb };
  };
  const first = await take();
  const warm = await take();
  await store.value.close();
  return { first, warm, groupBy: groupBy(folder) };
}

/** What the current table gives without history: stations by county, status and kind. Milliseconds, the better of two. */
function groupBy(folder: string): number {
  const database = new Database(join(folder, 'xiejiao.db'), { readonly: true });
  const query = database.prepare('select region, status, kind, count(*) from station group by region, status, kind');
  const times = [0, 1].map(() => {
    const started = performance.now();
    query.all();
    return performance.now() - started;
  });
  database.close();
  return Math.min(...times);
}
