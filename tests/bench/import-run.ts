import { createHash, randomBytes } from 'node:crypto';
import { atlasOf } from '../../server/feature/import/atlas.ts';
import { randomIds } from '../../server/feature/import/ids.ts';
import { importLedger } from '../../server/feature/import/import.ts';
import { ResultRows, type Summary } from '../../server/feature/import/report.ts';
import { loadCountyOf } from '../../server/feature/regions/read.ts';
import { readInWorker } from '../../server/jobs/read-ledger.ts';
import { keepHeapSmall } from '../../server/jobs/small-heap.ts';
import { openWorld } from '../../server/open.ts';
import { instant } from '../../shared/kernel/instant.ts';
import { profiling, type Steps, type Watched, watching } from './watch.ts';

/**
 * One import as the command does it, in a process of its own beside the server: the file is read in a worker thread, planned
 * and committed in the main one. The register and the outlines are open before the watch begins: that is the idle state.
 * usage: node import-run.js FILE [profile]; sends `ImportRun` to its parent.
 */
export type ImportRun = {
  readonly summary: Summary;
  readonly watched: Watched;
  /** Share of the main thread's busy time by step; empty without `profile`. */
  readonly shares: Readonly<Record<string, number>>;
  readonly readMs: number;
};

const STEPS: Steps = {
  datumOf: 'datum',
  placeRow: 'regions',
  readHours: 'hours',
  parseHours: 'hours',
  statedFacts: 'facts',
  near: 'duplicates',
  flagsOf: 'duplicates',
  find: 'duplicates',
  add: 'duplicates',
  of: 'duplicates',
  decide: 'decide',
  decideRow: 'decide',
  bodyOf: 'receipt body',
  commit: 'commit and history',
  apply: 'commit and history',
  appendHistory: 'commit and history',
  writeStations: 'commit and history',
  stationRow: 'commit and history',
  mark: 'commit and history',
  keepReceipt: 'commit and history',
  executeQuery: 'commit and history',
  raise: 'commit and history',
};

keepHeapSmall();
const [path = '', mode] = process.argv.slice(2);
const world = await openWorld();
if (!world.ok) throw new Error(JSON.stringify(world.refusal));
const { store, regions, close } = world.value;
const atlas = atlasOf(regions, loadCountyOf());
let readMs = 0;

async function run(): Promise<Summary> {
  const started = performance.now();
  const ledger = await readInWorker(path);
  readMs = performance.now() - started;
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.refusal));
  const rows = new ResultRows();
  const done = await importLedger(ledger.value, {
    store,
    atlas,
    datum: null,
    union: null,
    dryRun: false,
    acceptFlagged: false,
    now: () => instant(Date.now()),
    randomId: randomIds(randomBytes),
    hashOf: (body) => createHash('sha256').update(body).digest('hex'),
    became: (outcomes) => rows.add(outcomes),
  });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.summary;
}

if (mode === 'profile') {
  const { value: profiled, watched } = await watching(() => profiling(run, STEPS));
  send({ summary: profiled.value, watched, shares: profiled.shares, readMs });
} else {
  const { value: summary, watched } = await watching(run);
  send({ summary, watched, shares: {}, readMs });
}
await close();
process.disconnect?.();

function send(run: ImportRun): void {
  if (process.send) process.send(run);
  else console.log(JSON.stringify(run, null, 1));
}
