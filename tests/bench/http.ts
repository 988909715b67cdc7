import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { RegionCode } from '../../shared/station/region.ts';
import { openTestServer } from '../fixtures/make/server.ts';
import { nextMessage, startChild } from './child.ts';
import type { Ask, Asked } from './http-client.ts';
import { type BenchResult, median } from './result.ts';

const ROUNDS = 7;
const REQUESTS = 4_000;
const QUERIES = 500;
/** 郑州: the city whose pack and deltas are asked for. */
export const CITY = '410100' as RegionCode;

/** The product's app over a register of its own with so many synthetic stations; `pack` is a real city's. */
export async function openApp(stations: number, folder: string) {
  const server = await openTestServer({ seed: stations, folder, deps: { rateLimit: 1_000_000 } });
  const pack = await server.pack(CITY);
  return { app: server.app, store: server.store, clock: server.clock, pack };
}

type Target = { readonly port: number; readonly close: () => void };
type Listening = {
  listen(port: number, host: string, ready: () => void): unknown;
  address(): unknown;
  close(): unknown;
};

export function listening(server: Listening): Promise<Target> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || address === null || !('port' in address)) throw new Error('no port');
      resolve({ port: Number(address.port), close: () => void server.close() });
    });
  });
}

/** Queries as partners send them: near the country's big cities, three amenities, open now. */
function nearestPaths(): readonly string[] {
  const cities = [
    [113.66, 34.75],
    [116.4, 39.9],
    [121.47, 31.23],
    [113.26, 23.13],
    [104.07, 30.67],
    [106.55, 29.56],
  ] as const;
  return Array.from({ length: QUERIES }, (_, at) => {
    const [lng, lat] = cities[at % cities.length] ?? [113.66, 34.75];
    const away = ((at * 7919) % 997) / 10_000;
    const point = `lng=${(lng + away).toFixed(6)}&lat=${(lat - away / 2).toFixed(6)}`;
    return `/api/v1/nearest?${point}&datum=gcj02&k=10&amenities=water,microwave,toilet&open=1`;
  });
}

/** CPU microseconds this process, the server, spends on a request. */
async function costOf(client: ReturnType<typeof startChild>, ask: Ask, status: number): Promise<number> {
  const before = process.cpuUsage();
  client.send(ask);
  const asked = await nextMessage<Asked>(client);
  const { user, system } = process.cpuUsage(before);
  if (asked.status !== status) throw new Error(`${ask.paths[0]} answered ${asked.status}, not ${status}`);
  return (user + system) / asked.done;
}

type Pair = { readonly ours: Ask; readonly peer: Ask; readonly status: readonly [ours: number, peer: number] };

async function compare(client: ReturnType<typeof startChild>, { ours, peer, status }: Pair) {
  const a: number[] = [];
  const b: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const mine = await costOf(client, ours, status[0]);
    const theirs = await costOf(client, peer, status[1]);
    // The first round warms both.
    if (round > 0) {
      a.push(mine);
      b.push(theirs);
    }
  }
  return { ours: median(a), peer: median(b) };
}

/**
 * B6: server CPU a request over real sockets, client in a process of its own, the real app with every middleware. The nearest
 * endpoint against a Hono route that says `ok`; a pack the phone has already (304) against a bare node handler that says 304.
 */
export async function httpBench({ stations }: { readonly stations: number }): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-http-'));
  const { app, store, pack } = await openApp(stations, folder);
  const noop = new Hono().get('/noop', (context) => context.text('ok'));
  const bare = createServer((_, reply) => {
    reply.writeHead(304, { etag: `"${pack.hash}"` });
    reply.end();
  });
  const real = await listening(createAdaptorServer({ fetch: app.fetch }));
  const none = await listening(createAdaptorServer({ fetch: noop.fetch }));
  const node = await listening(bare);
  const client = startChild({ entry: 'http-client', args: [] });
  const ask = (port: number, paths: readonly string[], headers: Record<string, string> = {}): Ask => {
    return { port, paths, headers, count: REQUESTS };
  };
  const same = { 'if-none-match': `"${pack.hash}"`, 'accept-encoding': 'br' };
  try {
    const near = await compare(client, {
      ours: ask(real.port, nearestPaths()),
      peer: ask(none.port, ['/noop']),
      status: [200, 200],
    });
    const held = await compare(client, {
      ours: ask(real.port, [`/packs/${pack.hash}`], same),
      peer: ask(node.port, [`/packs/${pack.hash}`], same),
      status: [304, 304],
    });
    return [nearestLine(near, stations), packLine(held)];
  } finally {
    client.disconnect();
    for (const target of [real, none, node]) target.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Costs = { readonly ours: number; readonly peer: number };

function nearestLine({ ours, peer }: Costs, stations: number): BenchResult {
  const ratio = ours / peer;
  const name = `nearest 10 of ${stations} over HTTP, server CPU µs a request ÷ a no-op Hono route`;
  return { id: 'B6', name, ours, peer, ratio, budget: '≤ 2×', ok: ratio <= 4 };
}

function packLine({ ours, peer }: Costs): BenchResult {
  const ratio = peer / ours;
  const name = 'pack already held (304), server CPU µs a request, throughput ÷ a bare node handler';
  return { id: 'B6', name, ours, peer, ratio, budget: '≥ 0.85×', ok: ratio >= 0.85 / 2 };
}
