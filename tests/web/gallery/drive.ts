import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Gallery } from './serve.ts';

export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  reducedMotion: 'reduce',
};

/** A page of the gallery, when its heading is there. Close it by its context. */
export async function openScreen(
  gallery: Gallery,
  path: string,
  options: BrowserContextOptions = PHONE,
): Promise<Page> {
  const context = await (gallery.browser satisfies Browser).newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(new URL(path, gallery.url).href);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  return page;
}

/** What the screens asked the world for, in order. */
export function askedFor(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const stage: unknown = Reflect.get(window, 'stage');
    const asked: unknown = typeof stage === 'object' && stage !== null ? Reflect.get(stage, 'asked') : null;
    return Array.isArray(asked) ? asked.map(String) : [];
  });
}

/** Puts a value into one of the stage's cells: `sync`, `locate`, `prefs`, `minute`. */
export function put(page: Page, name: string, value: unknown): Promise<void> {
  return page.evaluate(
    ([name, value]) => {
      const stage: unknown = Reflect.get(window, 'stage');
      if (typeof stage !== 'object' || stage === null) throw new Error('no stage');
      const cell = Reflect.get(stage, String(name));
      const now = cell.get();
      cell.put(typeof now === 'object' && typeof value === 'object' ? { ...now, ...value } : value);
    },
    [name, value] as const,
  );
}

export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}

/** How many pixels the page is wider than the screen. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** Controls a gloved finger would miss. A radio counts with its label; what only the keyboard sees is left out. */
export function smallTargets(page: Page, least = 48): Promise<readonly string[]> {
  return page.evaluate((floor) => {
    const controls = [...document.querySelectorAll('button, a[href], label:has(input)')];
    return (
      controls
        // Links inside a sentence are read, not tapped with gloves.
        .filter((one) => !one.getAttribute('href')?.startsWith('#') && getComputedStyle(one).display !== 'inline')
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (Math.round(box.height) < floor || Math.round(box.width) < 48))
        .map(({ one, box }) => `${one.textContent} ${Math.round(box.width)}×${Math.round(box.height)}`)
    );
  }, least);
}
