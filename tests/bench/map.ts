import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../fixtures/make/chromium.ts';
import { PHONE } from './browser.ts';
import type { Frames, MapBench } from './map-page.ts';
import { type BenchResult, median } from './result.ts';

const SLOWED = 6;
const FIRST = 8;
const FILTER = 100;
const SLOW_SHARE = 10;

/** Without its viewport a phone would lay the page out for a desk, four times as large. */
const PAGE =
  '<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width, initial-scale=1"><body></body></html>';

type Size = { readonly stations: number; readonly rounds: number };
type Who = 'ours' | 'peer';
type Times = { readonly first: number[]; readonly filter: number[]; readonly frames: Frames[] };

/**
 * B5: a phone's page at a sixth of the speed, by turns our canvas and supercluster with markers, over the same rows: from
 * rows to a painted country; a tapped filter; frames while zooming from 4 to 16 and dragging at each zoom.
 */
export async function mapBench({ stations, rounds }: Size): Promise<BenchResult[]> {
  const script = await pageScript();
  const browser = await launchChromium();
  try {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.setContent(PAGE);
    for (const path of ['web/ui/theme/tokens.css', 'web/map/leaflet.css']) {
      await page.addStyleTag({ content: readFileSync(resolve(path), 'utf8') });
    }
    await page.addScriptTag({ content: script });
    await page.evaluate((n) => Reflect.get(window, 'mapBench').prepare(n), stations);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const times = { ours: emptyTimes(), peer: emptyTimes() };
    // The first round warms the code up for both and is thrown away.
    for (let round = 0; round <= rounds; round++) {
      for (const who of ['ours', 'peer'] as const) await runSide(page, who, round === 0 ? emptyTimes() : times[who]);
    }
    const bare = await page.evaluate((): Promise<Frames> => Reflect.get(window, 'mapBench').bare.frames());
    console.log(`B5 the bare map alone: ${shareOf([bare]).toFixed(1)} % of frames over 20 ms`);
    return resultsOf(times);
  } finally {
    await browser.close();
  }
}

function emptyTimes(): Times {
  return { first: [], filter: [], frames: [] };
}

async function runSide(page: Page, who: Who, { first, filter, frames }: Times): Promise<void> {
  const told = await page.evaluate(async (side) => {
    const bench: MapBench = Reflect.get(window, 'mapBench');
    const began = await bench[side].first();
    const taps = [];
    for (let tap = 0; tap < (side === 'ours' ? 10 : 2); tap++) taps.push(bench[side].filter());
    const seen = await bench[side].frames();
    bench[side].clear();
    return { began, taps, seen };
  }, who);
  first.push(told.began);
  filter.push(...told.taps);
  frames.push(told.seen);
}

/** Percent of all frames. */
function shareOf(frames: readonly Frames[]): number {
  const slow = frames.reduce((sum, one) => sum + one.slow, 0);
  return (
    (100 * slow) /
    Math.max(
      1,
      frames.reduce((sum, one) => sum + one.total, 0),
    )
  );
}

function resultsOf({ ours, peer }: Record<Who, Times>): BenchResult[] {
  for (const [who, { frames }] of Object.entries({ ours, peer })) {
    const byZoom = frames.map(({ slowByZoom }) => JSON.stringify(slowByZoom)).join(' ');
    console.log(`B5 ${who}: frames over 20 ms by zoom ${byZoom}`);
  }
  const first = ratioLine('country painted from rows, ms', [ours.first, peer.first], FIRST);
  const filter = ratioLine('filter tapped, ms of work', [ours.filter, peer.filter], FILTER);
  const slow = { ours: shareOf(ours.frames), peer: shareOf(peer.frames) };
  const frames = {
    id: 'B5' as const,
    name: 'frames over 20 ms from z4 to z16, %',
    ...slow,
    ratio: slow.peer / Math.max(0.1, slow.ours),
    budget: `≤ ${SLOW_SHARE}`,
    ok: slow.ours <= 2 * SLOW_SHARE,
  };
  return [first, filter, frames];
}

function ratioLine(name: string, [a, b]: readonly [readonly number[], readonly number[]], budget: number): BenchResult {
  const [ours, peer] = [median(a), median(b)];
  const ratio = peer / ours;
  return { id: 'B5', name: `map: ${name}`, ours, peer, ratio, budget: `≥ ${budget}×`, ok: ratio >= budget / 2 };
}

/** The page's script as a browser of our floor would get it. */
async function pageScript(): Promise<string> {
  const { build } = await import('vite');
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: ['chrome87', 'safari15'],
      lib: { entry: resolve('tests/bench/map-page.ts'), formats: ['iife'], name: 'mapBenchPage' },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (bundle === undefined || !('output' in bundle)) throw new Error('the page was not built');
  return bundle.output[0].code;
}
