import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../fixtures/make/chromium.ts';
import { onAWorkingMorning, PHONE, paintedAt, servedApp, watchPaint } from './browser.ts';
import { type PeerPage, peerPage } from './cold-start-peers.ts';
import { type BenchResult, median } from './result.ts';

const STATIONS = 20_000;
const ROUNDS = 3;
/** How many times slower than this machine a phone is taken to be. */
const SLOWER = 6;
const BUDGET = { bytes: 1.6, rows: 12 } as const;
const FILLED_MS = 60_000;
const LOOK_MS = 300;

type Visit = { readonly folder: string; readonly worker: boolean };
type Counts = { readonly city: number; readonly nation: number };
/**
 * Milliseconds from the arrival of the entry script: first list in the document, the same painted;
 * `whole`: painted, from navigation.
 */
type Ours = { readonly listed: number; readonly painted: number; readonly whole: number };

/**
 * B3: the app and its peers each with a profile of their own, filled by a visit with the server up. Then the server
 * stops, and each round starts a browser anew for each of them in turn, slowed down, without a net.
 */
export async function coldStartBench(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cold-'));
  const profile = (name: string): string => join(folder, name);
  try {
    const app: Visit = { folder: profile('app'), worker: true };
    const server = await servedApp(profile('register'), STATIONS);
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
    const times = { bytes: [] as number[], city: [] as number[], nation: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await coldApp(app, origin));
      times.bytes.push(await coldPeer(peers.bytes, origin, 'bytes'));
      times.city.push(await coldPeer(peers.rows, origin, 'city'));
      times.nation.push(await coldPeer(peers.rows, origin, 'nation'));
    }
    return lines(ours, times, counts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lines(all: readonly Ours[], times: Readonly<Record<keyof Counts | 'bytes', number[]>>, counts: Counts) {
  const of = (which: keyof Ours): number => median(all.map((one) => one[which]));
  const [listed, painted] = [of('listed'), of('painted')];
  const [bytes, city, nation] = [median(times.bytes), median(times.city), median(times.nation)];
  console.log(`B3 navigation to painted list, worker and document included: ${of('whole').toFixed(0)} ms`);
  const start = `cold offline at ${SLOWER}×, script start to`;
  const line = (name: string, numbers: readonly [number, number, number], budget: string): BenchResult => {
    const [mine, peer, ratio] = numbers;
    return { id: 'B3', name: `${start} ${name}, ms`, ours: mine, peer, ratio, budget, ok: true };
  };
  const rows = (n: number): string => `list painted with text against Dexie, ${n} rows`;
  const bytesLine = line(
    `list in the document (later than its ids) against reading ${counts.city} stations' bytes`,
    [listed, bytes, listed / bytes],
    `≤ ${BUDGET.bytes}×`,
  );
  const nationLine = line(rows(counts.nation), [painted, nation, nation / painted], `≥ ${BUDGET.rows}×`);
  return [
    { ...bytesLine, ok: bytesLine.ratio <= BUDGET.bytes * 2 },
    line(rows(counts.city), [painted, city, city / painted], 'reported'),
    { ...nationLine, ok: nationLine.ratio >= BUDGET.rows / 2 },
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
    await onAWorkingMorning(page);
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

const LISTED = 'benchListedAt';

function coldApp(visit: Visit, origin: string): Promise<Ours> {
  return visiting(visit, async (page, context) => {
    await slowed(page, context);
    await context.setOffline(true);
    await watchPaint(page);
    await watchList(page);
    await onAWorkingMorning(page);
    await page.goto(origin);
    const painted = await paintedAt(page);
    const told = await page.evaluate((name) => Reflect.get(window, name), LISTED);
    const [since, script] = [numberIn(told, 'since'), numberIn(told, 'script')];
    const listed = numberIn(told, 'listed') - script;
    return { listed, painted: painted - since - script, whole: painted - since };
  });
}

/** Notes when the first list is in the document, and when the last byte of the entry script had come; before any fixed clock. */
async function watchList(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    const since = performance.timeOrigin;
    const now = performance.now.bind(performance);
    const timingsOf = performance.getEntriesByName.bind(performance);
    const watcher = new MutationObserver(() => {
      if (document.querySelector('article#nearest') === null) return;
      watcher.disconnect();
      const listed = now();
      const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
      const script = timingsOf(entry).map((timing) => Reflect.get(timing, 'responseEnd'))[0];
      Object.assign(window, { [name]: { since, script, listed } });
    });
    watcher.observe(document, { childList: true, subtree: true });
  }, LISTED);
}

async function slowed(page: Page, context: BrowserContext): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** NaN where there is none. */
function numberIn(value: unknown, field: string): number {
  return typeof value === 'object' && value !== null ? Number(Reflect.get(value, field)) : Number.NaN;
}
