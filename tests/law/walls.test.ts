import { describe, expect, test } from 'vitest';
import { type Module, modulesOf } from './modules.ts';

const modules = modulesOf('shared', 'server', 'web', 'data/make');
/** Raised as the tree grows: a law that sees no modules proves nothing. */
const FLOOR = 300;

const ROOMS = ['kernel', 'geo', 'station', 'search', 'report', 'actor', 'feed', 'stats', 'words', 'wire'];
/** room → the rooms of shared it may import. */
const MAY: Record<string, readonly string[]> = {
  kernel: [],
  words: ['kernel', 'station'],
  geo: ['kernel'],
  station: ['kernel', 'geo'],
  search: ['kernel', 'geo', 'station'],
  report: ['kernel', 'geo', 'station'],
  actor: ['kernel', 'geo', 'station', 'report'],
  feed: ['kernel', 'geo', 'station', 'search'],
  stats: ['kernel', 'geo', 'station', 'report', 'actor', 'feed'],
  wire: ROOMS,
};
const SHARED_PACKAGES: Record<string, readonly string[]> = { wire: ['valibot'], geo: ['gcoord'] };

/** package → the only folders that may name it. */
const OWNERS: Record<string, readonly string[]> = {
  dexie: ['web/local/'],
  leaflet: ['web/map/'],
  'react-leaflet': ['web/map/'],
  'workbox-precaching': ['web/sw/'],
  'workbox-window': ['web/platform/'],
  kysely: ['server/store/'],
  'better-sqlite3': ['server/store/'],
  pg: ['server/store/'],
  antd: ['web/desk/', 'web/admin/', 'web/stats/'],
  echarts: ['web/stats/'],
  '@tanstack/react-query': ['web/desk/', 'web/admin/', 'web/stats/'],
  '@node-rs/argon2': ['server/feature/'],
  otpauth: ['server/feature/'],
  'pinyin-pro': ['server/feature/', 'data/make/'],
};

function breaches(check: (module: Module, target: string, own: boolean) => boolean): string[] {
  return modules.flatMap((m) =>
    m.imports.filter((i) => check(m, i.target, i.own)).map((i) => `${m.path} → ${i.target}`),
  );
}
const roomOf = (path: string) => path.split('/')[1] ?? '';
const isFolder = (slice: string) => !/\.tsx?$/.test(slice);
const sliceOf = (path: string) => path.split('/').slice(0, 2).join('/');

describe('the walls', () => {
  test(`the laws see at least ${FLOOR} modules and every shared room is known`, () => {
    expect(modules.length).toBeGreaterThanOrEqual(FLOOR);
    const unknown = modules.filter((m) => m.path.startsWith('shared/') && !ROOMS.includes(roomOf(m.path)));
    expect(unknown.map((m) => m.path)).toEqual([]);
    expect(modules.flatMap((m) => m.imports).length).toBeGreaterThan(FLOOR);
  });

  test('R1: shared imports only shared, in its order, and no package but valibot in wire and gcoord in geo', () => {
    const found = breaches((m, target, own) => {
      if (!m.path.startsWith('shared/')) return false;
      const room = roomOf(m.path);
      if (!own) return !(SHARED_PACKAGES[room] ?? []).includes(target);
      if (!target.startsWith('shared/')) return true;
      const to = roomOf(target);
      return to !== room && !(MAY[room] ?? []).includes(to);
    });
    expect(found).toEqual([]);
  });

  test('R2: web and server never meet', () => {
    const found = breaches(
      (m, target, own) =>
        own &&
        ((m.path.startsWith('web/') && target.startsWith('server/')) ||
          (m.path.startsWith('server/') && target.startsWith('web/'))),
    );
    expect(found).toEqual([]);
  });

  test('R3: slices never import each other; platform < local < sync; ui, map and desk know no slice', () => {
    const slices = [
      'web/find',
      'web/station',
      'web/report',
      'web/notices',
      'web/admin',
      'web/stats',
      'web/search',
      'web/offline',
      'web/about',
    ];
    const lower: Record<string, readonly string[]> = {
      'web/platform': [],
      'web/local': ['web/platform'],
      'web/sync': ['web/local', 'web/platform'],
    };
    const found = breaches((m, target, own) => {
      if (!own || !target.startsWith('web/')) return false;
      const [from, to] = [sliceOf(m.path), sliceOf(target)];
      if (from === to) return false;
      const allowed = lower[from];
      if (allowed) return !allowed.includes(to);
      // What the workspace's slices share is large and never reaches a worker's phone.
      if (to === 'web/desk') return from !== 'web/admin' && from !== 'web/stats' && isFolder(from);
      if (['web/ui', 'web/map', 'web/desk', ...slices].includes(from)) return slices.includes(to);
      return false;
    });
    expect(found).toEqual([]);
  });

  test('R4: features see the store port only; main and commands alone name an engine or the environment', () => {
    const found = breaches(
      (m, target, own) =>
        own &&
        m.path.startsWith('server/feature/') &&
        target.startsWith('server/store/') &&
        !/^server\/store\/port(\/[\w-]+)?\.ts$/.test(target),
    );
    expect(found).toEqual([]);
    const env = modules.filter(
      (m) => /process\.env/.test(m.source) && m.path !== 'server/main.ts' && m.path !== 'server/environment.ts',
    );
    expect(env.map((m) => m.path)).toEqual([]);
  });

  test('R5: each outside package has one owner', () => {
    const found = breaches((m, target, own) => {
      const owners = own ? undefined : OWNERS[target];
      return owners !== undefined && !owners.some((folder) => m.path.startsWith(folder));
    });
    expect(found).toEqual([]);
  });

  test('R6: no cycles, no vague names, no unexplained suppressions', () => {
    expect(cycles()).toEqual([]);
    expect(modules.filter((m) => /\/(utils?|helpers?|common|misc)(\.|\/)/i.test(m.path)).map((m) => m.path)).toEqual(
      [],
    );
    const bare = modules.filter((m) => /@ts-(ignore|nocheck)|biome-ignore[^:]*:\s*$/m.test(m.source));
    expect(bare.map((m) => m.path)).toEqual([]);
  });

  test('R7: shared, features and stores read no clock, dice, network or place of their own', () => {
    const reach =
      /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|navigator\.|performance\.now\(|randomUUID\(|randomBytes\(/;
    const pure = modules.filter((m) =>
      /^(shared|server\/feature|server\/http|web\/(ui|find|station|search|offline|sync|local))\//.test(m.path),
    );
    expect(pure.length).toBeGreaterThan(10);
    expect(pure.filter((m) => reach.test(codeOf(m.source))).map((m) => m.path)).toEqual([]);
  });

  test('R8: no file is longer than 250 lines and the median stays short', () => {
    expect(modules.filter((m) => m.lines > 251).map((m) => `${m.path} ${m.lines}`)).toEqual([]);
    const sorted = modules.map((m) => m.lines).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThanOrEqual(120);
  });
});

function codeOf(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

/** Chains of modules that import each other in a ring. */
function cycles(): string[] {
  const edges = new Map(modules.map((m) => [m.path, m.imports.filter((i) => i.own).map((i) => i.target)]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}
