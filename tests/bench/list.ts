import { parseArgs } from 'node:util';
import { listModel } from '../../server/feature/list/model.ts';
import { openTestServer } from '../fixtures/make/server.ts';
import { clerkAt } from '../fixtures/make/signed.ts';
import { median } from './result.ts';

/**
 * `node dist/bench/list.js [--stations 186100] [--rounds 30]`: what the list of the whole register costs somebody of the
 * federation, count and page and JSON together. Milliseconds; printed, nothing is asserted.
 */
const { values } = parseArgs({
  options: { stations: { type: 'string', default: '186100' }, rounds: { type: 'string', default: '30' } },
});
const rounds = Number(values.rounds);
const server = await openTestServer({ seed: Number(values.stations) });
const clerk = clerkAt(server.app, { union: '000000', functions: ['officer'] });

const QUERIES: { readonly [what: string]: string } = {
  'first page': '',
  'by name': 'sort=name',
  'latest changes': 'sort=changed',
  'three conditions': 'status=active,suspended&has=water,toilet&host=bank',
  doubts: 'doubt=any',
  'old hours': 'hours=old',
  'one city': 'region=410100&sort=name',
  'search by name': 'q=建设银行',
  'search by initials': 'q=jsyh',
  'search by code': 'q=410102',
};

const opening = performance.now();
let longest = 0;
let turned = performance.now();
const watch = setInterval(() => {
  longest = Math.max(longest, performance.now() - turned - 5);
  turned = performance.now();
}, 5);
const heap = process.memoryUsage().heapUsed;
await listModel(server.store, server.deps.unions, server.deps.now).current();
clearInterval(watch);
console.log(
  `reading the register: ${Math.round(performance.now() - opening)} ms, longest turn ${Math.round(longest)} ms`,
);
console.log(`memory: ${Math.round((process.memoryUsage().heapUsed - heap) / 1e6)} MB more heap (before collection)`);
await clerk.get('/api/v1/list/stations');
for (const [what, query] of Object.entries(QUERIES)) console.log(what, await timesOf(`/api/v1/list/stations?${query}`));
console.log('counts, cached', await timesOf('/api/v1/list/counts'));
console.log('map of 2,000', await timesOf('/api/v1/list/map'));
console.log('walking on', await walk());
await server.close();
process.exit(0);

async function timesOf(path: string): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timeOf(path));
  return said(times);
}

async function timeOf(path: string): Promise<number> {
  const started = performance.now();
  const response = await clerk.get(path);
  await response.text();
  return performance.now() - started;
}

async function walk(): Promise<string> {
  const times: number[] = [];
  let after = '';
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const page: { next: string } = await (
      await clerk.get(`/api/v1/list/stations?sort=name&after=${after}`.replace(/&after=$/, ''))
    ).json();
    times.push(performance.now() - started);
    after = encodeURIComponent(page.next);
  }
  return said(times);
}

function said(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return `median ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}
