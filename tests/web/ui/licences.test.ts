import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modulesOf } from '../../law/modules.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const json = (path: string) => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'));
type Row = readonly [name: string, version: string, licence: string, holder: string | null, isInApp: boolean];
const rows: readonly Row[] = json('data/licences.json');
const lock: { readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>> } =
  json('package-lock.json');

/** When one of these fails: `npm run build && node dist/server/licences.js`. */
describe('the list of open-source parts', () => {
  test('holds what is installed to run, in the versions of the lock file', () => {
    const stale = rows.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version);
    expect(stale).toEqual([]);
    const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } = json('package.json');
    const named = rows.map(([name]) => name);
    expect(Object.keys(dependencies).filter((name) => !named.includes(name))).toEqual([]);
  });

  test('names every package the app imports as one of the app’s', () => {
    const imported = new Set(
      modulesOf('web', 'shared').flatMap(({ imports }) =>
        imports.filter(({ own }) => !own).map(({ target }) => target),
      ),
    );
    expect(imported.size).toBeGreaterThan(4);
    const inApp = rows.filter((row) => row[4]).map(([name]) => name);
    const installed = [...imported].filter((name) => lock.packages[`node_modules/${name}`]?.dev === undefined);
    expect(installed.filter((name) => `node_modules/${name}` in lock.packages && !inApp.includes(name))).toEqual([]);
  });

  test('says the licence of each, and keeps the line of each that asks for one', () => {
    const licence = new Map(rows.map(([name, , one]) => [name, one]));
    expect(licence.get('leaflet')).toBe('BSD-2-Clause');
    expect(licence.get('react-leaflet')).toBe('Hippocratic-2.1');
    expect(rows.filter(([, , one]) => one === '').length).toBe(0);
    const inApp = rows.filter((row) => row[4]);
    expect(inApp.filter(([, , , holder]) => holder !== null).length).toBeGreaterThan(inApp.length / 2);
  });
});
