import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servedApp } from './browser.ts';
import { messageOf } from './child.ts';
import type { ImportRun } from './import-run.ts';
import { ledgerRows, writeLedger } from './ledger.ts';
import { rawInserts } from './raw-inserts.ts';
import { type BenchResult, median } from './result.ts';

const BUDGET = { ratio: 0.07, loopMs: 100, aboveIdleMb: 300 } as const;
const SEARCH_EVERY_MS = 200;

/** One import beside a server that serves. `searchableMs`: from the start of the import until the server finds the last row. */
type Round = ImportRun & { readonly searchableMs: number; readonly serverLoopMs: number };

type Ledger = { readonly path: string; readonly lastName: string };

/** The longest lag since the last time it was asked. */
async function loopLagMs(base: string): Promise<number> {
  const text = await (await fetch(`${base}/metrics`)).text();
  const seconds = /^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error('the server does not tell its event loop lag');
  return Number(seconds) * 1000;
}

async function finds(base: string, name: string): Promise<boolean> {
  const reply = await fetch(`${base}/search?q=${encodeURIComponent(name)}`);
  if (!reply.ok) return false;
  const { items }: { items: readonly { station: { name: string } }[] } = JSON.parse(await reply.text());
  return items.some(({ station }) => station.name === name);
}

async function round(ledger: Ledger, folder: string, mode: 'plain' | 'profile'): Promise<Round> {
  const { origin, stop } = await servedApp(folder, 0);
  const base = `${origin}/api/v1`;
  try {
    await loopLagMs(base);
    const started = performance.now();
    const importing = runImport(ledger, folder, mode);
    let run: ImportRun | null = null;
    importing.then((done) => {
      run = done;
    });
    // Somebody asks all the while; once the import has ended, until its last row is found.
    let serverLoopMs = 0;
    while (run === null || !(await finds(base, ledger.lastName))) {
      serverLoopMs = Math.max(serverLoopMs, await loopLagMs(base));
      await Promise.race([importing, new Promise((wake) => setTimeout(wake, SEARCH_EVERY_MS))]);
    }
    return { ...(await importing), searchableMs: performance.now() - started, serverLoopMs };
  } finally {
    await stop();
  }
}

function runImport({ path }: Ledger, folder: string, mode: 'plain' | 'profile'): Promise<ImportRun> {
  return messageOf({ entry: 'import-run', args: [path, mode], env: { DATA_DIR: folder } });
}

/**
 * B8: a ledger of so many rows as CSV, from the start of the import until the server that serves beside it finds its last row,
 * against bare prepared inserts of the same cells (see raw-inserts). The import runs in a process of its own as the command
 * does: read in a worker thread, planned and committed in the main one; that process's event loop and memory are watched, and
 * the server's event loop through its own metrics. A last round is profiled for the share of each step.
 */
export async function importBench({
  stations,
  rounds,
}: {
  readonly stations: number;
  readonly rounds: number;
}): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    const rows = ledgerRows(stations, 7);
    const ledger = { path: join(folder, 'ledger.csv'), lastName: rows[rows.length - 1]?.[1] ?? '' };
    writeLedger(ledger.path, rows);
    const cells = rows.slice(1);
    const raw: number[] = [];
    const taken: Round[] = [];
    for (let at = 0; at < rounds; at++) {
      raw.push(rawInserts(join(folder, 'raw.db'), cells));
      taken.push(await round(ledger, join(folder, `plain-${at}`), 'plain'));
      if (at > 0) rmSync(join(folder, `plain-${at}`), { recursive: true, force: true });
    }
    const profiled = await round(ledger, join(folder, 'profiled'), 'profile');
    const again = await runImport(ledger, join(folder, 'plain-0'), 'plain');
    tellSteps([...taken, profiled], profiled);
    return lines(stations, raw, { taken, again });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tellSteps(rounds: readonly Round[], { shares, summary }: Round): void {
  console.log(`B8 rows: ${JSON.stringify(summary)}`);
  console.log(
    `B8 reading and checking the file, in the worker: ${median(rounds.map((one) => one.readMs)).toFixed(0)} ms`,
  );
  const parts = Object.entries(shares).sort(([, a], [, b]) => b - a);
  console.log(`B8 main thread: ${parts.map(([step, share]) => `${step} ${(share * 100).toFixed(1)} %`).join(', ')}`);
}

function lines(
  stations: number,
  raw: readonly number[],
  { taken, again }: { readonly taken: readonly Round[]; readonly again: ImportRun },
): BenchResult[] {
  const worst = (of: (round: Round) => number) => Math.max(...taken.map(of));
  const [ours, peer] = [
    median(taken.map((one) => stations / (one.searchableMs / 1000))),
    stations / (median(raw) / 1000),
  ];
  const committed = stations / (median(taken.map((one) => one.watched.wallMs)) / 1000);
  const loopMs = worst((one) => one.watched.loopMaxMs);
  const serverMs = worst((one) => one.serverLoopMs);
  const above = worst((one) => one.watched.peakMb - one.watched.idleMb);
  const written = again.summary.read - again.summary.same - again.summary.flagged;
  return [
    held({ name: `CSV of ${stations} rows → searchable, rows/s ÷ raw prepared inserts`, ours, peer }, BUDGET.ratio),
    { ...held({ name: 'the same until committed', ours: committed, peer }, 0), budget: 'printed' },
    capped({ name: 'event loop of the importing process, longest block, ms', ours: loopMs, peer: BUDGET.loopMs }),
    capped({ name: 'event loop of the server meanwhile, longest block, ms', ours: serverMs, peer: BUDGET.loopMs }),
    capped({ name: 'memory of the importing process above idle, MB', ours: above, peer: BUDGET.aboveIdleMb }),
    {
      ...capped({ name: 'the same file again: rows that were neither same nor repeated', ours: written, peer: 0 }),
      ratio: written,
      budget: '0',
      ok: written === 0,
    },
  ];
}

type Line = { readonly name: string; readonly ours: number; readonly peer: number };

function held({ name, ours, peer }: Line, atLeast: number): BenchResult {
  const ratio = ours / peer;
  return { id: 'B8', name, ours, peer, ratio, budget: `≥ ${atLeast}×`, ok: ratio >= atLeast / 2 };
}

function capped({ name, ours, peer }: Line): BenchResult {
  const ratio = ours / peer;
  return { id: 'B8', name, ours, peer, ratio, budget: `≤ ${peer}`, ok: ratio <= 2 };
}
