import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { instant } from '../../shared/kernel/instant.ts';
import { isRegionCode, NATION } from '../../shared/station/region.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { argumentsOf, type Said } from '../arguments.ts';
import { atlasOf } from '../feature/import/atlas.ts';
import { rollForward } from '../feature/import/forward.ts';
import { randomIds } from '../feature/import/ids.ts';
import { importLedger } from '../feature/import/import.ts';
import { ResultRows } from '../feature/import/report.ts';
import { dueLedgers } from '../feature/ledgers/due.ts';
import { loadCountyOf } from '../feature/regions/read.ts';
import type { RegionTable } from '../feature/regions/table.ts';
import { readInWorker } from '../jobs/read-ledger.ts';
import { keepHeapSmall } from '../jobs/small-heap.ts';
import { openWorld } from '../open.ts';
import type { Store } from '../store/port.ts';

const USAGE =
  '用法：npm run import -- 文件.xlsx|.csv [--datum gcj02|wgs84|bd09|auto] [--region 410100] [--union 410102] [--dry-run] [--accept-flagged]';

const OPTIONS = {
  datum: { type: 'string', default: 'auto' },
  region: { type: 'string' },
  union: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'accept-flagged': { type: 'boolean', default: false },
} as const;

const MEANS = {
  now: () => instant(Date.now()),
  randomId: randomIds(randomBytes),
  hashOf: (body: string) => createHash('sha256').update(body).digest('hex'),
} as const;

keepHeapSmall();
const args = argumentsOf(OPTIONS);
process.exitCode = args ? await run(args) : fail(USAGE);

type Args = Said<typeof OPTIONS>;

async function run({ values, positionals }: Args): Promise<number> {
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) return fail(USAGE);
  if (!['auto', 'gcj02', 'wgs84', 'bd09'].includes(values.datum)) return fail(USAGE);
  const within = values.region ?? NATION;
  if (!isRegionCode(within)) return fail(sentence({ kind: 'region-unknown', region: within }));
  const world = await openWorld();
  if (!world.ok) return fail(sentence(world.refusal));
  const { store, regions, close } = world.value;
  try {
    if (!regions.get(within)) return fail(sentence({ kind: 'region-unknown', region: within }));
    await goOn(store, regions);
    const ledger = await readInWorker(path);
    if (!ledger.ok) return fail(sentence(ledger.refusal));
    const rows = new ResultRows();
    let handled = 0;
    const done = await importLedger(ledger.value, {
      store,
      atlas: atlasOf(regions, loadCountyOf(), within),
      datum: values.datum === 'auto' ? null : (values.datum as 'gcj02'),
      union: values.union ?? null,
      dryRun: values['dry-run'],
      acceptFlagged: values['accept-flagged'],
      ...MEANS,
      became: (outcomes) => {
        rows.add(outcomes);
        handled += outcomes.length;
        console.error(`已处理 ${handled} 行`);
      },
    });
    if (!done.ok) return fail(sentence(done.refusal));
    for (const line of done.value.remarks) console.error(line);
    const result = await rows.file(ledger.value.columns.titles);
    const target = resolve(`${basename(path, extname(path))}-导入结果.${result.extension}`);
    await writeFile(target, result.pieces);
    console.error(`结果写在 ${target}`);
    console.log(JSON.stringify(done.value.summary));
    return 0;
  } finally {
    await close();
  }
}

/** What an import that was ended in the middle had begun to write is written first. */
async function goOn(store: Store, regions: RegionTable): Promise<void> {
  const { commit, drop } = await dueLedgers(store, MEANS.now());
  for (const id of drop) await store.dropLedger(id);
  for (const id of commit) {
    const ledger = await store.ledger(id);
    // The desk's own are the server's.
    if (ledger === null || ledger.door === 'desk') continue;
    const parts = { ...MEANS, store, atlas: atlasOf(regions, loadCountyOf()), chunk: 200, became: () => {} };
    const done = await rollForward(ledger, parts);
    console.error(done.ok ? `上次中断的台账接着写完了，共 ${ledger.rows} 行。` : sentence(done.refusal));
  }
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
