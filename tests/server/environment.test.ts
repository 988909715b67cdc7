import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { environmentTable, readEnvironment } from '../../server/environment.ts';

const PRODUCTION = { NODE_ENV: 'production', PUBLIC_ORIGIN: 'https://xiejiao.example.cn', SECRET: 'x'.repeat(32) };

describe('the environment', () => {
  test('with nothing set there are defaults for a trial', () => {
    const env = readEnvironment({});
    expect(env.ok && env.value).toMatchObject({
      PORT: 3000,
      DATA_DIR: 'data/var',
      SEED_STATIONS: 20_000,
      DATABASE_URL: null,
    });
  });

  test.each(['PUBLIC_ORIGIN', 'SECRET'])('production without %s is refused by name', (name) => {
    const env = readEnvironment({ ...PRODUCTION, [name]: undefined });
    expect(env).toEqual({ ok: false, refusal: { kind: 'config-missing', name } });
  });

  test.each([
    ['PORT', 'eighty'],
    ['SEED_STATIONS', '-1'],
    ['SECRET', 'short'],
    ['PUBLIC_ORIGIN', 'https://a.cn/path'],
    ['NODE_ENV', 'prod'],
  ])('%s=%s is refused by name', (name, value) => {
    const env = readEnvironment({ ...PRODUCTION, [name]: value });
    expect(env.ok === false && env.refusal).toMatchObject({ kind: 'config-invalid', name });
  });

  test('an empty variable is one that is not set', () => {
    expect(readEnvironment({ PORT: '' })).toMatchObject({ ok: true, value: { PORT: 3000 } });
  });

  test("the README's table is the one the server reads by", () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
    expect(readme).toContain(environmentTable());
  });
});
