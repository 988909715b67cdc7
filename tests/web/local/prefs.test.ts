import { describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { openPrefs } from '../../../web/local/prefs.ts';
import { forThisVisit } from '../../../web/platform/key-value.ts';
import { DEFAULT_PREFS } from '../../../web/ui/ports.ts';

const PLACE = { point: gcj02(113.66, 34.75), accuracy: 20, at: instant(9), label: '二七区德化街一带' };

describe('what a person chose', () => {
  test('is there at the next visit, before anything is painted', () => {
    const notes = forThisVisit();
    const before = openPrefs(notes, DEFAULT_PREFS);
    before.set({ size: 'elder' });
    before.set({ lastPlace: PLACE });
    expect(openPrefs(notes, DEFAULT_PREFS).get()).toEqual({ ...DEFAULT_PREFS, size: 'elder', lastPlace: PLACE });
  });

  test('remembers the map app and how one went, and nothing it does not know', () => {
    const notes = forThisVisit();
    openPrefs(notes, DEFAULT_PREFS).set({ goBy: { app: 'baidu', mode: 'ride' } });
    expect(openPrefs(notes, DEFAULT_PREFS).get().goBy).toEqual({ app: 'baidu', mode: 'ride' });
    notes.put('prefs', '{"goBy":{"app":"baidu","mode":"fly"}}');
    expect(openPrefs(notes, DEFAULT_PREFS).get().goBy).toBeNull();
  });

  test('knows a phone whose fixes come shifted, and takes no other word for it', () => {
    const notes = forThisVisit();
    openPrefs(notes, DEFAULT_PREFS).set({ shifted: true });
    expect(openPrefs(notes, DEFAULT_PREFS).get().shifted).toBe(true);
    notes.put('prefs', '{"shifted":"yes"}');
    expect(openPrefs(notes, DEFAULT_PREFS).get().shifted).toBe(false);
  });

  test('is told to those who watch', () => {
    const prefs = openPrefs(forThisVisit(), DEFAULT_PREFS);
    const seen: string[] = [];
    const stop = prefs.subscribe(() => seen.push(prefs.get().theme));
    prefs.set({ theme: 'sun' });
    stop();
    prefs.set({ theme: 'dark' });
    expect(seen).toEqual(['sun']);
  });

  test.each([
    ['not JSON', '{'],
    ['a number', '5'],
    ['another product’s', '{"theme":"solarized","size":12,"lastPlace":{"point":{"lng":"x"}}}'],
    ['a place that is nowhere in China', JSON.stringify({ lastPlace: { ...PLACE, point: { lng: 2.3, lat: 48.8 } } })],
  ])('is as usual where it cannot be read: %s', (_, text) => {
    const notes = forThisVisit();
    notes.put('prefs', text);
    expect(openPrefs(notes, DEFAULT_PREFS).get()).toEqual(DEFAULT_PREFS);
  });

  test('field by field: one that cannot be read leaves the others', () => {
    const notes = forThisVisit();
    notes.put('prefs', JSON.stringify({ theme: 'dark', size: 'huge', lastPlace: PLACE }));
    expect(openPrefs(notes, DEFAULT_PREFS).get()).toEqual({ ...DEFAULT_PREFS, theme: 'dark', lastPlace: PLACE });
  });
});
