import { parseArgs } from 'node:util';
import { browserLacks } from './browser.ts';
import { messageOf } from './child.ts';
import { coldStartBench } from './cold-start.ts';
import { deltaBench } from './delta.ts';
import { firstLoadBench } from './first-load.ts';
import { httpBench } from './http.ts';
import { importBench } from './import.ts';
import { mapBench } from './map.ts';
import { nearestBench } from './nearest.ts';
import { packBench } from './pack.ts';
import type { BenchResult } from './result.ts';
import { searchBench } from './search.ts';

/**
 * `npm run bench -- [--only B4,B6] [--stations 190000] [--rounds 5]`: every measurement in a process of its own, so that none
 * inherits another's heap; prints one table and ends with 1 when a ratio is worse than half its budget.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    stations: { type: 'string', default: '190000' },
    rounds: { type: 'string', default: '5' },
    one: { type: 'string' },
  },
});

const size = { stations: Number(values.stations), rounds: Number(values.rounds) };
const BENCHES: Readonly<Record<string, () => Promise<readonly BenchResult[]>>> = {
  B1: inBrowser('B1', firstLoadBench),
  B2: packBench,
  B3: inBrowser('B3', () => coldStartBench(size)),
  B4: nearestBench,
  B5: inBrowser('B5', () => mapBench(size)),
  B6: () => httpBench(size),
  B7: deltaBench,
  B8: () => importBench(size),
  B9: searchBench,
};

if (values.one !== undefined) await runOne(values.one);
else process.exitCode = await runAll(values.only?.split(',') ?? Object.keys(BENCHES));

/** A machine without a browser or a built app says so and goes on. */
function inBrowser(id: string, bench: () => Promise<readonly BenchResult[]>): () => Promise<readonly BenchResult[]> {
  return async () => {
    const lacks = browserLacks();
    if (lacks === null) return bench();
    console.log(`${id} skipped: ${lacks}`);
    return [];
  };
}

async function runOne(id: string): Promise<void> {
  const bench = BENCHES[id];
  if (!bench) throw new Error(`no bench ${id}; there are ${Object.keys(BENCHES).join(', ')}`);
  const results = await bench();
  process.send?.(results, () => process.exit(0));
}

async function runAll(ids: readonly string[]): Promise<number> {
  const lines: BenchResult[] = [];
  let broken = 0;
  for (const id of ids) {
    try {
      const args = ['--one', id, '--stations', values.stations, '--rounds', values.rounds];
      lines.push(...(await messageOf<readonly BenchResult[]>({ entry: 'run', args, prints: 'shown' })));
    } catch (error) {
      broken++;
      console.error(`${id} did not end:`, error);
    }
  }
  print(lines);
  return broken > 0 || lines.some(({ ok }) => !ok) ? 1 : 0;
}

function print(lines: readonly BenchResult[]): void {
  const cells = lines.map((line) => {
    const { id, name, ours, peer, ratio, budget } = line;
    return [id, shortNumber(ours), shortNumber(peer), shortNumber(ratio), budget, verdict(line), name];
  });
  const header = ['id', 'ours', 'peer', 'ratio', 'budget', 'verdict', 'what'];
  const widths = header.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  for (const row of [header, ...cells])
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** A budget with × is one of the ratio, without it one of our own figure; `short` is within half of it. */
function verdict({ ours, ratio, budget, ok }: BenchResult): string {
  if (!ok) return 'FAILS';
  const [, sign, limit, times] = /^([≥≤]) ([\d.]+)(×?)/.exec(budget) ?? [];
  if (sign === undefined) return '';
  const value = times === '×' ? ratio : ours;
  return (sign === '≥' ? value >= Number(limit) : value <= Number(limit)) ? 'met' : 'short';
}

function shortNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}
