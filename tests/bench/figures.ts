import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import type { Figures } from '../../server/feature/figures/figures.ts';
import { Gauge } from '../../server/feature/figures/gauge.ts';
import { gatherFile } from '../../server/feature/workbooks/gather.ts';
import { figuresInWorker } from '../../server/jobs/figures-keeper.ts';
import { writeFiguresInWorker } from '../../server/jobs/write-figures.ts';
import { openWorld, type World } from '../../server/open.ts';
import { instantAt } from '../../shared/kernel/instant.ts';
import type { UnionId } from '../../shared/station/station.ts';
import { TABLES } from '../../shared/stats/definition.ts';
import { parsePeriod } from '../../shared/stats/period.ts';
import { messageOf } from './child.ts';
import { BENCH_TODAY, makeRegister } from './figures-register.ts';

/**
 * `node dist/bench/figures.js [--stations 186100] [--rows 1500000] [--format xlsx] [--register FOLDER]`: every table of the whole country
 * by county into a file as the server makes it, folded in one thread and written in another: by a process that reads all of history, by
 * one that finds its pieces, and again by the same; how soon a fold and a file that are called off end; and a plain GROUP BY over the
 * current table. Printed, nothing is asserted. `--register` keeps the register there for the next run, `--pieces` what is kept of its
 * history too, so that nothing but pieces is read.
 */
const { values } = parseArgs({
  options: {
    stations: { type: 'string', default: '186100' },
    rows: { type: 'string', default: '1500000' },
    format: { type: 'string', default: 'xlsx' },
    register: { type: 'string' },
    pieces: { type: 'boolean', default: false },
    run: { type: 'string' },
  },
});
const FORMAT = values.format === 'csv' ? 'csv' : 'xlsx';

/** `idleMb`: RSS before anything was asked. `stopped`: milliseconds from the calling off of a fold and of a file to their end. */
type Run = {
  readonly idleMb: number;
  readonly first: Took;
  readonly warm: Took;
  readonly stopped: readonly number[];
  readonly groupBy: number;
};
/** Milliseconds; `cpu` of all of it, which says more on a machine that others use. `rssMb`: the most there was while it was made. */
type Took = {
  readonly figures: number;
  readonly file: number;
  readonly cpu: number;
  readonly rssMb: number;
  readonly sha256: string;
};

if (values.run !== undefined) {
  const run = await runOn(values.run);
  process.send?.(run, () => process.exit(0));
} else await runAll();

async function runAll(): Promise<void> {
  const folder = values.register ?? mkdtempSync(join(tmpdir(), 'xiejiao-figures-'));
  const started = performance.now();
  if (!isMade(folder)) await makeRegister(folder, { stations: Number(values.stations), rows: Number(values.rows) });
  console.log(`register: ${Math.round((performance.now() - started) / 1000)} s`);
  if (!values.pieces) dropPieces(folder);
  for (const name of values.pieces ? ['from pieces'] : ['all of history', 'from pieces']) {
    const { idleMb, first, warm, stopped, groupBy } = await messageOf<Run>({
      entry: 'figures',
      args: ['--run', folder, '--format', FORMAT],
      env: { DATA_DIR: folder, DATABASE_URL: '', SECRET: '', NODE_ENV: 'development' },
      prints: 'shown',
    });
    console.log(`${name}: ${said(first, idleMb)}; again: ${said(warm, idleMb)}`);
    console.log(
      `  called off: ${stopped.map((ms) => `${Math.round(ms)} ms`).join(', ')}; SHA-256 ${first.sha256.slice(0, 12)}`,
    );
    console.log(
      `  GROUP BY over the current table ${Math.round(groupBy)} ms, ${ratio(warm.figures / groupBy)} of it when warm`,
    );
  }
  if (values.register === undefined) rmSync(folder, { recursive: true });
}

function said({ figures, file, cpu, rssMb }: Took, idleMb: number): string {
  const times = `figures ${Math.round(figures)} ms, with the file ${Math.round(file)} ms (CPU ${Math.round(cpu)} ms)`;
  return `${times}, RSS at most ${Math.round(rssMb)} MB, ${Math.round(rssMb - idleMb)} MB above idle`;
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
  const world = await openWorld();
  if (!world.ok) throw new Error(world.refusal.kind);
  const now = () => instantAt(BENCH_TODAY, 24 * 60);
  const { store, close } = world.value;
  const figures = figuresInWorker({ store, now, log: pino({ level: 'warn' }) });
  const idleMb = process.memoryUsage.rss() / 1024 ** 2;
  const file = join(folder, `made-${process.pid}.${FORMAT}`);
  const parts = { world: world.value, figures, file };
  const first = await take(parts);
  const warm = await take(parts);
  const stopped = [await stopping(parts, 'counting'), await stopping(parts, 'writing')];
  await figures.stop();
  await close();
  return { idleMb, first, warm, stopped, groupBy: groupBy(folder) };
}

type Parts = { readonly world: World; readonly figures: Figures; readonly file: string };
type Making = { readonly gauge: Gauge; readonly stop: AbortController };

async function take(parts: Parts): Promise<Took> {
  writeFileSync('/proc/self/clear_refs', '5');
  const [started, cpuBefore] = [performance.now(), process.cpuUsage()];
  const { reckoned, sha256 } = await make(parts, { gauge: new Gauge(), stop: new AbortController() });
  const file = performance.now() - started;
  const { user, system } = process.cpuUsage(cpuBefore);
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  rmSync(parts.file);
  return { figures: reckoned - started, file, cpu: (user + system) / 1000, rssMb: Number(peak) / 1024, sha256 };
}

async function make({ world: { store }, figures, file }: Parts, { gauge, stop }: Making) {
  const period = parsePeriod('2026-10');
  if (period === null) throw new Error('no period');
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
  const waiting = figures.within({ letGo: stop.signal, gauge });
  const content = await gatherFile({ store, figures: waiting }, { question, tables: TABLES }, FORMAT);
  if (!content.ok) throw new Error(content.refusal.kind);
  const reckoned = performance.now();
  const { sha256 } = await writeFiguresInWorker(content.value, file, { stop: stop.signal, gauge });
  return { reckoned, sha256 };
}

/** From the calling off of a file in one of its steps until it is over and the next question is answered. */
async function stopping(parts: Parts, doing: 'counting' | 'writing'): Promise<number> {
  const [gauge, stop] = [new Gauge(), new AbortController()];
  const making = make(parts, { gauge, stop }).catch(() => null);
  while (gauge.read().doing !== doing) await new Promise((turn) => setTimeout(turn, 20));
  const started = performance.now();
  stop.abort();
  await making;
  const asOf = await parts.figures.known();
  const period = parsePeriod('2026-10');
  if (period === null) throw new Error('no period');
  const scope = { union: '110000' as UnionId, region: null, by: 'none', divisions: 'then', stations: 'real' } as const;
  await parts.figures.series({ period, asOf, ...scope, openingAsOf: null }, { months: [], indicators: [] });
  rmSync(parts.file, { force: true });
  return performance.now() - started;
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
