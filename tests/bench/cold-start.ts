import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../fixtures/make/chromium.ts';
import { PHONE, paintedAt, servedApp, watchPaint, workingMorning } from './browser.ts';
import { type PeerPage, peerPage } from './cold-start-peers.ts';
import { type BenchResult, median } from './result.ts';

const ROUNDS = 3;
/** How many times slower than this machine a phone is taken to be. */
const SLOWER = 6;
const BUDGET = { bytes: 1.6, rows: 12 } as const;
/** The server packs every city first, and the nation last. */
const FILLED_MS = 900_000;
const LOOK_MS = 300;
const LIST_MS = 60_000;

type Visit = { readonly folder: string; readonly worker: boolean };
type Counts = { readonly city: number; readonly nation: number };
/**
 * Milliseconds from the arrival of the entry script, by the app's own marks: the table opened and the nearest ten
 * known, the first list painted with its texts; `whole`: painted, from navigation.
 */
type Ours = { readonly ids: number; readonly painted: number; readonly whole: number };

/**
 * B3: the app and its peers each with a profile of their own, filled by a visit with the server up. Then the server
 * stops, and each round starts a browser anew for each of them in turn, slowed down, without a net.
 */
export async function coldStartBench({ stations }: { readonly stations: number }): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cold-'));
  const profile = (name: string): string => join(folder, name);
  try {
    const app: Visit = { folder: profile('app'), worker: true };
    const server = await servedApp(profile('register'), stations);
    const { origin } = server;
    const peers: Readonly<Record<'bytes' | 'rows', Visit>> = {
      bytes: { folder: profile('bytes'), worker: false },
      rows: { folder: profile('rows'), worker: false },
    };
    try {
      for (const visit of [app, peers.bytes, peers.rows]) await firstVisit(visit, origin);
    } finally {
      await server.stop();
    }
    await fillPeer(peers.bytes, origin);
    const counts = await fillPeer(peers.rows, origin);
    const ours: Ours[] = [];
    const times = { bytes: [] as number[], all: [] as number[], city: [] as number[], nation: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await coldApp(app, origin));
      times.bytes.push(await coldPeer(peers.bytes, origin, 'bytes'));
      times.all.push(await coldPeer(peers.bytes, origin, 'all'));
      times.city.push(await coldPeer(peers.rows, origin, 'city'));
      times.nation.push(await coldPeer(peers.rows, origin, 'nation'));
    }
    return lines(ours, times, counts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lines(
  all: readonly Ours[],
  times: Readonly<Record<keyof Counts | 'bytes' | 'all', number[]>>,
  counts: Counts,
) {
  const of = (which: keyof Ours): number => median(all.map((one) => one[which]));
  const [ids, painted] = [of('ids'), of('painted')];
  const [bytes, whole, city, nation] = [times.bytes, times.all, times.city, times.nation].map(median);
  console.log(`B3 navigation to painted list, worker and document included: ${of('whole').toFixed(0)} ms`);
  const start = `cold offline at ${SLOWER}×, script start to`;
  const line = (name: string, [mine, peer]: readonly [number, number | undefined], budget: string): BenchResult => {
    const ratio = budget.startsWith('≥') ? (peer ?? Number.NaN) / mine : mine / (peer ?? Number.NaN);
    const [limit] = /[\d.]+/.exec(budget) ?? [];
    const isIn = budget.startsWith('≥') ? ratio >= Number(limit) / 2 : ratio <= Number(limit) * 2;
    return {
      id: 'B3',
      name: `${start} ${name}, ms`,
      ours: mine,
      peer: peer ?? Number.NaN,
      ratio,
      budget,
      ok: limit === undefined || isIn,
    };
  };
  const [under, over] = [`≤ ${BUDGET.bytes}×`, `≥ ${BUDGET.rows}×`];
  const stored = `reading the ${counts.nation} stations stored`;
  return [
    line(`ids against ${stored}`, [ids, whole], under),
    line(`list painted with text against ${stored}`, [painted, whole], under),
    line(`ids against reading the ${counts.city} of the cities alone`, [ids, bytes], 'reported'),
    line(`list painted with text against the same`, [painted, bytes], 'reported'),
    line(`list painted with text against Dexie, ${counts.city} rows`, [painted, city], 'reported'),
    line(`list painted with text against Dexie, ${counts.nation} rows`, [painted, nation], over),
  ];
}

/** A browser of its own, on what an earlier one left in the folder. */
async function visiting<T>({ folder, worker }: Visit, go: (page: Page, context: BrowserContext) => Promise<T>) {
  const context = await chromium.launchPersistentContext(folder, {
    ...PHONE,
    executablePath: chromiumPath(),
    serviceWorkers: worker ? 'allow' : 'block',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  try {
    return await go(context.pages()[0] ?? (await context.newPage()), context);
  } finally {
    await context.close();
  }
}

/** Until the cities and the core are stored, and the app's own files with them. */
async function firstVisit(visit: Visit, origin: string): Promise<void> {
  await visiting(visit, async (page) => {
    await watchPaint(page);
    await workingMorning(page);
    await page.goto(origin);
    await paintedAt(page);
    // Looked at from outside before it exists, the database would come into being empty.
    const isFilled = async (): Promise<boolean> => {
      if (!(await indexedDB.databases()).some(({ name, version = 0 }) => name === 'xiejiao' && version > 1))
        return false;
      return new Promise((done) => {
        const opening = indexedDB.open('xiejiao');
        opening.onsuccess = () => {
          const db = opening.result;
          const asking = db.transaction('cursors').objectStore('cursors').getAllKeys();
          asking.onsuccess = () => {
            db.close();
            done(asking.result.includes('CN') && asking.result.length > 1);
          };
        };
      });
    };
    const last = Date.now() + FILLED_MS;
    while (!(await page.evaluate(isFilled))) {
      if (Date.now() > last) throw new Error('the first visit did not store cities and core');
      await page.waitForTimeout(LOOK_MS);
    }
    if (visit.worker) await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  });
}

/** The peer's document, answered in the browser itself: what it costs to fetch lies before its script starts. */
async function open(page: Page, origin: string, kind: PeerPage): Promise<unknown> {
  const url = `${origin}/bench-${kind}.html`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: peerPage(kind) }));
  await page.goto(url);
  const told = await page.waitForFunction(() => Reflect.get(window, 'done'), null, { timeout: FILLED_MS });
  return told.jsonValue();
}

function fillPeer(visit: Visit, origin: string): Promise<Counts> {
  return visiting(visit, async (page) => {
    const told = await open(page, origin, 'fill');
    const [city, nation] = [numberIn(told, 'city'), numberIn(told, 'nation')];
    if (!(city > 0 && nation > 0)) throw new Error(`a peer could not be filled: ${JSON.stringify(told)}`);
    return { city, nation };
  });
}

function coldPeer(visit: Visit, origin: string, kind: PeerPage): Promise<number> {
  return visiting(visit, async (page, context) => {
    await slowed(page, context);
    const took = Number(await open(page, origin, kind));
    if (!(took > 0)) throw new Error(`the peer ${kind} showed nothing`);
    return took;
  });
}

function coldApp(visit: Visit, origin: string): Promise<Ours> {
  return visiting(visit, async (page, context) => {
    await slowed(page, context);
    await context.setOffline(true);
    await workingMorning(page);
    await page.goto(origin);
    await page.waitForFunction(() => performance.getEntriesByName('list painted').length > 0, null, {
      timeout: LIST_MS,
    });
    const told = await page.evaluate(() => {
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
      const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
      const script: unknown = Reflect.get(performance.getEntriesByName(entry)[0] ?? {}, 'responseEnd');
      return { script: Number(script), ids: at('ids known'), painted: at('list painted') };
    });
    return { ids: told.ids - told.script, painted: told.painted - told.script, whole: told.painted };
  });
}

async function slowed(page: Page, context: BrowserContext): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** NaN where there is none. */
function numberIn(value: unknown, field: string): number {
  return typeof value === 'object' && value !== null ? Number(Reflect.get(value, field)) : Number.NaN;
}
