import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../shared/kernel/refusal.ts';
import { problemOf, STATUS } from '../../shared/wire/problem.ts';
import { modulesOf } from './modules.ts';

/** The kinds as they stand in the source, read without the compiler. */
const source = modulesOf('shared/kernel')
  .filter(({ path }) => /\/refus[a-z-]+\.ts$/.test(path))
  .map((module) => module.source)
  .join('\n');
const KINDS = [...source.matchAll(/readonly kind: '([a-z-]+)'/g)].map(([, kind]) => kind ?? '');

/** Something for every field that any kind has. */
const FILLED = {
  at: '2027-01-01T00:00:00+08:00',
  period: '2026-10',
  indicator: 'stock.closing',
  row: '410102',
  day: '2026-11-26',
  of: 'looked',
  entry: 'a'.repeat(32),
  text: '上周',
  field: 'point.lng',
  expected: '数字',
  provider: 'tianditu',
  min: 1,
  max: 9,
  allowed: ['water'],
  example: '113.6',
  notBefore: '2026-11-26',
  lng: 2.35,
  lat: 48.85,
  code: '410102100003791',
  region: '999999',
  union: '999999',
  step: 'retire',
  status: 'active',
  fields: ['name'],
  similar: ['410102100003791'],
  metres: 300,
  items: ['有座椅'],
  functions: ['officer', 'system-admin'],
  unions: 1,
  stations: 12,
  accounts: 3,
  based: 1,
  current: 2,
  commandId: 'a'.repeat(32),
  ledger: 'a'.repeat(32),
  lookup: '4821 0937 5566',
  state: 'resolved',
  federationCode: 'QZ-1',
  bytes: 1,
  name: '台账.xlsx',
  part: 'register.db',
  wanted: ['站点名称'],
  version: 2,
  known: 1,
  section: 'reply',
  found: 3,
  problem: 'checksum',
  path: '/api/v1/nothing',
  method: 'POST',
  key: '7',
  from: '2026-11-12',
  to: '2026-11-26',
  retrySeconds: 5,
  attempts: 5,
  lockMinutes: 30,
  until: '14:50',
  why: 'classes',
  least: 10,
  classes: 3,
  history: 5,
  username: 'limin',
  endsOn: '2026-11-30',
  count: 2,
};

describe('law 8: every refusal', () => {
  test('has a status, and no status stands for a refusal that is not there', () => {
    expect(KINDS.length).toBeGreaterThan(50);
    expect(new Set(KINDS).size).toBe(KINDS.length);
    expect(Object.keys(STATUS).sort()).toEqual([...KINDS].sort());
    for (const status of Object.values(STATUS))
      expect([400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503]).toContain(status);
  });

  test.each(KINDS)('%s says one thing in Chinese that a person can act on', (kind) => {
    const problem = problemOf({ ...FILLED, kind } as never as Refusal);
    expect(problem.kind).toBe(kind);
    expect(problem.detail).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。$/u);
    expect(problem.detail).not.toMatch(/undefined|null|NaN|Infinity|\[object|[a-z]+-[a-z]+-/);
    expect(problem.detail.length).toBeLessThan(160);
  });
});
