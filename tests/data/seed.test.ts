import { describe, expect, it } from 'vitest';
import { HOURS_TEXTS } from '../../server/feature/seed/hours.ts';
import { parseHours } from '../../shared/station/hours-parse.ts';
import type { Station } from '../../shared/station/station.ts';
import { countyOf, regions, someStations } from '../fixtures/world/world.ts';

const stations = someStations(12_000);
const share = (test: (station: Station) => boolean) => stations.filter(test).length / stations.length;
const has = (code: keyof Station['amenities']) => (s: Station) => s.amenities[code]?.state === 'yes';

describe('synthetic stations', () => {
  it('are the same for the same seed, others for another, and a longer list begins with the shorter', () => {
    expect(someStations(50)).toEqual(stations.slice(0, 50));
    expect(someStations(50, 8)).not.toEqual(stations.slice(0, 50));
  });

  it('say what they are: synthetic, without a code of their own, each its own id', () => {
    expect(stations.every(({ origin, code, rev }) => origin === 'synthetic' && code === null && rev === 1)).toBe(true);
    expect(new Set(stations.map(({ id }) => id)).size).toBe(stations.length);
    expect(stations.every(({ id }) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  });

  it('lie inside their county, in a leaf the federation has unions in', () => {
    for (const { point, region, union } of stations.slice(0, 3000)) {
      expect(countyOf(point)).toBe(region);
      expect(regions.isLeaf(region)).toBe(true);
      expect(union).toBe(region);
    }
    expect(stations.some(({ region }) => /^(71|81|82|4603)/.test(region))).toBe(false);
  });

  it('are spread over the whole country, heavy-tailed by county, some stacked at one point', () => {
    const counts = new Map<string, number>();
    for (const { region } of stations) counts.set(region, (counts.get(region) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    expect(new Set(stations.map(({ region }) => region.slice(0, 2))).size).toBe(31);
    expect(sorted.length).toBeGreaterThan(2000);
    const tenth = sorted.slice(0, Math.round(sorted.length / 10)).reduce((sum, n) => sum + n, 0);
    expect(tenth / stations.length).toBeGreaterThan(0.3);
    const points = new Set(stations.map(({ point }) => `${point.lng},${point.lat}`));
    expect(stations.length - points.size).toBeGreaterThan(50);
  });

  it.each<[string, number, (station: Station) => boolean]>([
    ['open 24 hours', 0.065, (s) => s.hours.base.kind === 'always'],
    ['hours unknown', 0.12, (s) => s.hours.base.kind === 'unknown'],
    ['smart', 0.063, (s) => s.tier === 'smart-24h'],
    ['first aid', 0.59, has('first-aid')],
    ['legal aid', 0.11, has('legal-aid')],
    ['haircut', 0.027, has('haircut')],
    ['discount meal', 0.013, has('discount-meal')],
    ['battery swap', 0.011, has('battery-swap')],
    ['honoured', 0.185, (s) => s.honours.length > 0],
    ['suspended', 0.015, (s) => s.status === 'suspended'],
    ['retired', 0.01, (s) => s.status === 'retired'],
    ['entrance said', 0.6, (s) => s.entrance !== null],
    ['verified', 0.45, (s) => s.verified !== 'unverified'],
  ])('%s: %d of all', (_, expected, test) => {
    const tolerance = 4 * Math.sqrt((expected * (1 - expected)) / stations.length) + 0.002;
    expect(Math.abs(share(test) - expected)).toBeLessThan(tolerance);
  });

  it('have about 150 distinct hours, all of which the parser understands but those meant not to be', () => {
    const texts = new Set(stations.map(({ hours }) => hours.raw));
    expect(texts.size).toBeGreaterThan(100);
    expect(texts.size).toBeLessThan(200);
    for (const [sort, list] of Object.entries(HOURS_TEXTS)) {
      for (const text of list) expect(parseHours(text).understood, `${sort}: ${text}`).toBe(sort !== 'unread');
    }
  });

  it('keep the promises of their kind and status', () => {
    const kinds = new Set(stations.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['station', 'driver-home', 'temporary-lodging', 'mobile']));
    for (const s of stations) {
      expect(s.stops.length > 0).toBe(s.kind === 'mobile');
      expect(s.lodging !== null).toBe(s.kind === 'temporary-lodging');
      if (s.lodging) expect(s.lodging.endsOn > s.lodging.startsOn).toBe(true);
      if (s.status === 'suspended') expect((s.statusNote?.until ?? '') > '2026-11-22').toBe(true);
      expect(s.verifiedOn === null).toBe(s.verified === 'unverified');
      expect((s.verifiedOn ?? '') <= '2026-11-22').toBe(true);
    }
    expect(new Set(stations.map(({ status }) => status)).size).toBe(6);
  });

  it('name nobody: no credit code, and no telephone but the national hotline', () => {
    expect(
      stations.every(({ uscc, publicPhone }) => uscc === null && (publicPhone === null || publicPhone === '12351')),
    ).toBe(true);
  });
});
