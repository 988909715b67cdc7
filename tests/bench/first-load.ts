import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../fixtures/make/chromium.ts';
import { onAWorkingMorning, PHONE, paintedAt, servedApp, type Transfer, transfersOf, watchPaint } from './browser.ts';
import { type BenchResult, median } from './result.ts';

/** Bytes: 130 KB. */
const BUDGET = 130_000;
const STATIONS = 10_000;
const ROUNDS = 5;
/** The protocol tells of a transfer a moment after it ended. */
const SETTLE_MS = 300;

/**
 * B1: what a real browser takes over the wire, scripts and styles, headers included, until the first card of the first list is
 * painted; each round a new profile. Documents, data and pictures are told apart.
 */
export async function firstLoadBench(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-first-'));
  const server = await servedApp(folder, STATIONS);
  const browser = await launchChromium();
  try {
    const code: number[] = [];
    const rest: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext(PHONE);
      const page = await context.newPage();
      const all = await transfersOf(context, page);
      await watchPaint(page);
      await onAWorkingMorning(page);
      await page.goto(server.origin);
      const painted = await paintedAt(page);
      // What the browser has not yet told of by now came after the paint.
      await page.waitForTimeout(SETTLE_MS);
      const list = all.filter(({ at }) => at <= painted);
      code.push(bytesOf(list, isCode));
      rest.push(bytesOf(list, (url) => !isCode(url)));
      if (round === 0) tellFiles(all, painted);
      await context.close();
    }
    const [ours, other] = [median(code), median(rest)];
    console.log(`B1 beside scripts and styles: ${other} bytes of document, data, pictures`);
    const name = 'scripts and styles a browser transfers until the first list is painted, bytes';
    return [{ id: 'B1', name, ours, peer: BUDGET, ratio: ours / BUDGET, budget: `≤ ${BUDGET}`, ok: ours <= BUDGET }];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tellFiles(list: readonly Transfer[], painted: number): void {
  for (const { url, bytes, at } of [...list].sort((a, b) => a.at - b.at)) {
    const when = at <= painted ? 'before' : 'after ';
    console.log(`B1 ${when} ${String(bytes).padStart(7)}  ${url.slice(url.lastIndexOf('/'))}`);
  }
}

function isCode(url: string): boolean {
  return /\.(js|css)(\?|$)/.test(url);
}

function bytesOf(list: readonly Transfer[], wanted: (url: string) => boolean): number {
  return list.reduce((sum, { url, bytes }) => sum + (wanted(url) ? bytes : 0), 0);
}
