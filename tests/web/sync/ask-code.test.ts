import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { makeCode } from '../../../shared/station/code.ts';
import type { Answer } from '../../../web/platform/http.ts';
import { askCode } from '../../../web/sync/ask-code.ts';
import { region } from '../../shared/station/sample.ts';

const OLD = makeCode(region('410103'), 1, 7);
const HEIR = makeCode(region('410103'), 1, 8);
const TODAY = makeCode(region('410103'), 1, 9);
const BODY = {
  gone: true,
  code: OLD,
  name: '老街驿站',
  status: 'retired',
  exitReason: 'HOST_LEFT',
  on: '2026-03-12',
  successor: null,
  current: null,
  region: '410103',
  point: { lng: 113.66, lat: 34.75, datum: 'gcj02' },
  origin: 'imported',
};

function asking(answer: Answer<unknown>) {
  return askCode({ json: async (path) => (path === `/api/v1/stations/${OLD}` ? answer : ok(null)) }, OLD);
}

describe('what the server says of a code', () => {
  test('of a station that was given up: name, reason, day and place', async () => {
    expect(await asking(ok(BODY))).toEqual({
      kind: 'gone',
      code: OLD,
      name: '老街驿站',
      reason: 'retired',
      on: '2026-03-12',
      exit: 'HOST_LEFT',
      successor: null,
      point: { lng: 113.66, lat: 34.75 },
    });
  });

  test('of one that moved: the station of today, or the next in the chain when there is none', async () => {
    const moved = { ...BODY, status: 'relocated', exitReason: null, successor: HEIR, current: TODAY };
    expect(await asking(ok(moved))).toMatchObject({ reason: 'relocated', exit: null, successor: TODAY });
    expect(await asking(ok({ ...moved, current: null }))).toMatchObject({ successor: HEIR });
  });

  test('a reason that came after this app is one of the others', async () => {
    expect(await asking(ok({ ...BODY, exitReason: 'FLOODED' }))).toMatchObject({ exit: 'OTHER' });
  });

  test('of one on the list: in which county; of one nobody registered: that', async () => {
    expect(await asking(ok({ code: OLD, name: '新站', region: '410105' }))).toEqual({
      kind: 'listed',
      region: '410105',
    });
    expect(await asking(refuse({ kind: 'server', status: 404, retryMs: null }))).toEqual({ kind: 'none' });
  });

  test.each<[string, Answer<unknown>]>([
    ['no net', refuse({ kind: 'offline' })],
    ['a sign-in page', refuse({ kind: 'captive' })],
    ['a server in trouble', refuse({ kind: 'server', status: 503, retryMs: null })],
    ['too many questions', refuse({ kind: 'server', status: 429, retryMs: 1000 })],
    ['another code', ok({ ...BODY, code: HEIR })],
    ['no day', ok({ ...BODY, on: 'gestern' })],
    ['a place off the earth', ok({ ...BODY, point: { lng: 1e9, lat: 0 } })],
    ['a status that never left', ok({ ...BODY, status: 'active', region: 7 })],
    ['nothing of ours', ok('hello')],
  ])('%s is no answer', async (_, answer) => {
    expect(await asking(answer)).toBeNull();
  });
});
