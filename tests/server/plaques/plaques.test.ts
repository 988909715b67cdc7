import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Station } from '../../../shared/station/station.ts';
import { openTestServer, registering, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { handMadeStations } from '../../fixtures/world/stations.ts';
import { date, region, sampleStation, stationId, union } from '../../shared/station/sample.ts';

const ORIGIN = 'https://xiejiao.example.cn';
let server: TestServer;
let officer: Clerk;
let admin: Clerk;
let made = 0;
const commandId = () => `d${(++made).toString(16).padStart(31, '0')}`;

beforeAll(async () => {
  server = await openTestServer({ stations: handMadeStations(), deps: { publicOrigin: ORIGIN } });
  officer = clerkAt(server.app, { union: '410102', functions: ['officer'] });
  admin = clerkAt(server.app, { union: '000000', functions: ['system-admin'] });
});
afterAll(() => server.close());

/** By the number it was made by hand under. */
async function station(n: number, on: TestServer = server): Promise<Station & { code: NonNullable<Station['code']> }> {
  const [found] = await on.store.stationsById([stationId(n)]);
  if (found?.code == null) throw new Error(`no station ${n}`);
  return { ...found, code: found.code };
}

async function sheet(clerk: Clerk, codes: readonly string[]) {
  const response = await clerk.post('/api/v1/plaques/sheets', { codes });
  return { status: response.status, body: await response.json() };
}

describe('the sheet of a plaque', () => {
  test('says what stays true on a wall, and leads to the station with a tag of ours', async () => {
    const { code, name } = await station(23);
    const { status, body } = await sheet(officer, [code, `${code.slice(0, 6)} ${code.slice(6)}`]);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        code,
        name,
        union: '中原区总工会',
        modes: ['open-door'],
        free: true,
        hours: ['每天 8:00–20:00'],
        amenities: [],
        isSynthetic: false,
        url: expect.stringMatching(new RegExp(`^${ORIGIN}/s/${code}\\?k=1[0-9A-HJKMNP-TV-Z]{12}$`)),
      },
    ]);
  });

  test('names only things that somebody confirmed, five at most, what people come for first', async () => {
    const fact = (confirmedOn: string | null, state: 'yes' | 'broken' = 'yes') => ({ state, note: null, confirmedOn });
    const amenities = {
      aed: fact('2026-11-01'),
      wifi: fact('2026-11-01'),
      heating: fact('2026-11-01'),
      cooling: fact('2026-11-01', 'broken'),
      seating: fact('2026-11-01'),
      toilet: fact('2026-11-01'),
      water: fact('2026-11-01'),
      microwave: fact(null),
    };
    const record = { ...sampleStation({ amenities }), id: stationId(901), region: region('410102') };
    const [stored] = await server.register([{ ...record, union: union('410102'), code: null, rev: 1 }]);
    const { body } = await sheet(officer, [stored?.code ?? '']);
    expect(body.items[0].amenities).toEqual(['water', 'toilet', 'seating', 'heating', 'wifi']);
  });

  test('is given for published stations of the own branch alone', async () => {
    const elsewhere = (await station(1)).code;
    expect(await sheet(officer, [elsewhere])).toMatchObject({ status: 404, body: { kind: 'station-unknown' } });
    const retired = (await station(11)).code;
    const theirs = clerkAt(server.app, { union: '410105', functions: ['officer'] });
    expect(await sheet(theirs, [retired])).toMatchObject({
      status: 409,
      body: { kind: 'plaque-unpublished', detail: expect.stringContaining(retired) },
    });
    for (const functions of [['keeper'], ['analyst'], ['auditor'], ['system-admin']] as const) {
      const other = clerkAt(server.app, { union: '410102', functions: [...functions] });
      expect((await sheet(other, [(await station(23)).code])).status).toBe(404);
      expect((await other.get('/api/v1/plaques/stations')).status).toBe(404);
    }
    expect((await server.get('/api/v1/plaques/stations')).status).toBe(401);
  });

  test.each([
    ['none', [], 400],
    ['too many', Array.from({ length: 201 }, () => '410102100003791'), 413],
    ['no text', [7], 400],
    ['no code', ['标牌'], 400],
  ])('of %s is refused in words', async (_, codes, status) => {
    const response = await officer.post('/api/v1/plaques/sheets', { codes });
    expect([status, 400]).toContain(response.status);
    expect((await response.json()).detail).toMatch(/。$/);
  });
});

describe('without an address of its own', () => {
  test('only plaques that are examples are made, and the refusal names the variable', async () => {
    const bare = await openTestServer({
      stations: [
        ...handMadeStations(),
        {
          ...sampleStation({ origin: 'synthetic' }),
          id: stationId(77),
          region: region('410102'),
          union: union('410102'),
          code: null,
          rev: 1,
        },
      ],
    });
    const clerk = clerkAt(bare.app, { union: '410102', functions: ['officer'] });
    const real = (await station(23, bare)).code;
    const example = (await station(77, bare)).code;
    expect(await sheet(clerk, [example, real])).toMatchObject({
      status: 409,
      body: { kind: 'plaque-needs-origin', detail: expect.stringContaining('PUBLIC_ORIGIN') },
    });
    const { body } = await sheet(clerk, [example]);
    expect(body.items).toMatchObject([{ isSynthetic: true, url: expect.stringContaining(`/s/${example}?k=1`) }]);
    await bare.close();
  });
});

describe('printing', () => {
  test('leaves a row of history for each station, once however often it is asked', async () => {
    const [a, b] = [await station(23), await station(24)];
    const id = commandId();
    const body = { id, codes: [a.code, b.code], size: 'a5' };
    const first = await (await officer.post('/api/v1/plaques/prints', body)).json();
    const again = await (await officer.post('/api/v1/plaques/prints', body)).json();
    expect(again.at).toBe(first.at);
    expect(first.items.map(({ code }: { code: string }) => code)).toEqual([a.code, b.code]);
    for (const { id: station, code } of [a, b]) {
      expect(await server.store.historyOf(`${station}/plaque`)).toMatchObject([
        {
          subject: 'plaque',
          step: 'print-plaque',
          actor: officer.actor.id,
          union: '410102',
          after: { code, size: 'a5', key: '1' },
        },
      ]);
    }
    const other = await officer.post('/api/v1/plaques/prints', { ...body, size: 'a4' });
    expect([other.status, (await other.json()).kind]).toEqual([409, 'receipt-conflict']);
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
  });

  test('takes a station off the list of those without a plaque', async () => {
    const list = async (query: string) => await (await officer.get(`/api/v1/plaques/stations?${query}`)).json();
    const before = await list('printed=no');
    const code = before.items[0]?.code;
    expect(code).toMatch(/^410102/);
    await officer.post('/api/v1/plaques/prints', { id: commandId(), codes: [code], size: 'sticker' });
    const after = await list('printed=no');
    expect(after.missing).toBe(before.missing - 1);
    expect(after.items.map((one: { code: string }) => one.code)).not.toContain(code);
    const yes = await list('printed=yes');
    expect(yes.items.find((one: { code: string }) => one.code === code)).toMatchObject({
      printed: { size: 'sticker' },
    });
    // By name and by code; letters that are wildcards elsewhere are none.
    expect((await list(`q=${encodeURIComponent('中原二号')}`)).items).toMatchObject([{ name: '中原二号驿站' }]);
    expect((await list(`q=${code}`)).items).toMatchObject([{ code }]);
    expect((await list(`q=${encodeURIComponent('中%原')}`)).items.length).toBeGreaterThan(1);
    expect((await list(`q=${encodeURIComponent('_国_')}`)).items).toEqual([]);
  });

  test('pages through a branch by code and misses none', async () => {
    const many = Array.from({ length: 120 }, (_, n) => ({
      ...sampleStation({ name: `连号${n}` }),
      id: stationId(2000 + n),
      region: region('410202'),
      union: union('410202'),
      code: null,
      rev: 1,
    }));
    await server.apply(many.map(registering));
    const clerk = clerkAt(server.app, { union: '410202', functions: ['approver'] });
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: { items: { code: string }[]; next: string | null } = await (
        await clerk.get(`/api/v1/plaques/stations${after === '' ? '' : `?after=${after}`}`)
      ).json();
      seen.push(...page.items.map(({ code }) => code));
      after = page.next;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen.length).toBe(123);
  });
});

describe('a scan of a plaque', () => {
  const tagOf = async (n: number): Promise<{ code: string; k: string }> => {
    const { code } = await station(n);
    const { body } = await sheet(clerkAt(server.app, { union: '410000', functions: ['officer'] }), [code]);
    return { code, k: new URL(body.items[0].url).searchParams.get('k') ?? '' };
  };
  const scan = async (body: unknown) => {
    const response = await server.app.request('/api/v1/visits', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    return { status: response.status, body: await response.json() };
  };
  const visits = async (n: number) => {
    const all = await server.store.visitDays({ from: date('2026-11-01'), to: date('2026-12-31') });
    return all.filter((one) => one.station === stationId(n)).map(({ day, visits: count }) => [day, count]);
  };

  test('counts one under its day and station, and the same scan again counts nothing', async () => {
    const { code, k } = await tagOf(1);
    const id = commandId();
    const seq = (await server.store.counter()).seq;
    expect(await scan({ id, code, k, day: '2026-11-26' })).toEqual({
      status: 200,
      body: { id, code, day: '2026-11-26' },
    });
    expect((await scan({ id, code, k, day: '2026-11-26' })).status).toBe(200);
    expect((await scan({ id: commandId(), code, k, day: '2026-11-12' })).status).toBe(200);
    expect(await visits(1)).toEqual([
      ['2026-11-12', 1],
      ['2026-11-26', 1],
    ]);
    expect(await scan({ id, code, k, day: '2026-11-25' })).toMatchObject({
      status: 409,
      body: { kind: 'receipt-conflict' },
    });
    expect((await server.store.counter()).seq).toBe(seq);
  });

  test('that is no scan of ours is refused in words and counts nothing', async () => {
    const { code, k } = await tagOf(2);
    const { k: other } = await tagOf(3);
    const retired = (await station(11)).code;
    const cases: [Record<string, unknown>, number, string][] = [
      [{ k: other }, 422, 'visit-tag'],
      [{ k: `2${k.slice(1)}` }, 422, 'visit-tag'],
      [{ k: k.slice(0, -1) }, 422, 'visit-tag'],
      [{ k: '' }, 422, 'visit-tag'],
      [{ k: '<script>' }, 422, 'visit-tag'],
      [{ code: '410102100003792' }, 400, 'code-check'],
      [{ code: retired }, 422, 'visit-tag'],
      [{ day: '2026-11-11' }, 422, 'visit-day'],
      [{ day: '2026-11-27' }, 422, 'visit-day'],
      [{ day: '2026-02-30' }, 400, 'field-format'],
      [{ id: 'x' }, 400, 'field-format'],
    ];
    for (const [over, status, kind] of cases) {
      const answer = await scan({ id: commandId(), code, k, day: '2026-11-26', ...over });
      expect([over, answer.status, answer.body.kind]).toEqual([over, status, kind]);
      expect(answer.body.detail).toMatch(/。$/);
    }
    expect(await visits(2)).toEqual([]);
  });

  test('goes on counting under a new key, and no more once its own is retired', async () => {
    const old = await tagOf(4);
    const begun = await (await admin.post('/api/v1/plaques/new-key', { id: commandId() })).json();
    expect(begun).toMatchObject({ key: '2', isCurrent: true, retiredAt: null });
    const next = await tagOf(4);
    expect(next.k.slice(0, 1)).toBe('2');
    expect((await scan({ id: commandId(), ...old, day: '2026-11-26' })).status).toBe(200);
    expect((await scan({ id: commandId(), ...next, day: '2026-11-26' })).status).toBe(200);
    const retire = (key: string, who = admin) =>
      who.post(`/api/v1/plaques/keys/${key}/retirement`, { id: commandId(), reason: '密钥泄露' });
    expect((await (await retire('2')).json()).kind).toBe('plaque-key-current');
    expect((await (await retire('9')).json()).kind).toBe('plaque-key-unknown');
    for (const who of [officer, clerkAt(server.app, { union: '410000', functions: ['system-admin'] })]) {
      expect((await retire('1', who)).status).toBe(404);
      expect((await who.get('/api/v1/plaques/keys')).status).toBe(404);
      expect((await who.post('/api/v1/plaques/new-key', { id: commandId() })).status).toBe(404);
    }
    expect(await (await retire('1')).json()).toMatchObject({ key: '1', retiredAt: expect.any(Number) });
    expect((await scan({ id: commandId(), ...old, day: '2026-11-26' })).body.kind).toBe('visit-tag');
    expect((await scan({ id: commandId(), ...next, day: '2026-11-26' })).status).toBe(200);
    expect(await visits(4)).toEqual([['2026-11-26', 3]]);
    expect(await server.store.historyOf('key/1')).toMatchObject([{ step: 'retire-key', reason: '密钥泄露' }]);
  });

  test('from one address is taken at a pace that a whole network keeps', async () => {
    const busy = await openTestServer({ stations: handMadeStations(), deps: { trustProxy: true } });
    const ask = async (from: string) =>
      (
        await busy.app.request('/api/v1/visits', {
          method: 'POST',
          body: JSON.stringify({ id: commandId(), code: (await station(1, busy)).code, k: 'x', day: '2026-11-26' }),
          headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        })
      ).status;
    for (let n = 0; n < 600; n++) expect(await ask('198.51.100.1')).toBe(422);
    expect(await ask('198.51.100.1')).toBe(429);
    expect(await ask('198.51.100.2')).toBe(422);
    await busy.close();
  });
});
