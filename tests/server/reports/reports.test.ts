import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handleReport } from '../../../server/feature/reports/handle.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { HOUR_LIMIT, type ReportStep } from '../../../shared/report/decide.ts';
import { type Lookup, parseLookup } from '../../../shared/report/lookup.ts';
import { BODY_MOST } from '../../../shared/wire/route.ts';
import { placeReport, reportId, stationReport } from '../../fixtures/make/report.ts';
import { accepted, openTestServer, sha256, type TestServer } from '../../fixtures/make/server.ts';
import { handMadeStations } from '../../fixtures/world/stations.ts';
import { union } from '../../shared/station/sample.ts';

const PATH = '/api/v1/reports';
let server: TestServer;
let codes: readonly string[] = [];
beforeAll(async () => {
  server = await openTestServer({ stations: handMadeStations(), deps: { trustProxy: true } });
  const all = await server.store.stationsById(handMadeStations().map(({ id }) => id));
  codes = all.filter(({ status }) => status === 'active').flatMap(({ code }) => code ?? []);
});
afterAll(() => server.close());

let turn = 0;
/** A station no other test spoke of, and an address of one's own. */
const freshCode = () => codes[turn++ % codes.length] ?? '';
let addresses = 0;
const freshAddress = () => `203.0.113.${++addresses}`;

type Headers = Record<string, string>;
function post(body: unknown, headers: Headers = {}): Promise<Response> {
  const said = typeof body === 'string' ? body : JSON.stringify(body);
  return Promise.resolve(
    server.app.request(PATH, {
      method: 'POST',
      body: said,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': freshAddress(), ...headers },
    }),
  );
}

async function receiptOf(response: Response) {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return response.json() as Promise<{ id: string; lookup: Lookup; at: string; state: string }>;
}

function take(lookup: Lookup, step: ReportStep) {
  const actor = { id: 'system', union: union('000000') };
  const desk = { store: server.store, actor, now: () => server.clock.now, randomId: reportId, hashOf: sha256 };
  return handleReport(desk, lookup, step).then(accepted);
}

const PICTURE = () => sharp({ create: { width: 300, height: 200, channels: 3, background: '#7a3' } });

describe('a report', () => {
  test('is answered with its own id, a look-up code and when it came', async () => {
    const body = stationReport(freshCode());
    const receipt = await receiptOf(await post(body));
    expect(receipt).toEqual({ id: body.id, lookup: receipt.lookup, at: receipt.at, state: 'received' });
    expect(parseLookup(receipt.lookup).ok).toBe(true);
    expect(receipt.at).toMatch(/^2026-11-26T\d\d:\d\d:\d\d\+08:00$/);
  });

  test('sent again gets the same receipt; other words under its id are refused, and say under which', async () => {
    const body = stationReport(freshCode(), { text: '锁着' });
    const first = await receiptOf(await post(body));
    expect(await receiptOf(await post(body))).toEqual(first);
    const all = await Promise.all(Array.from({ length: 8 }, () => post(body).then(receiptOf)));
    for (const receipt of all) expect(receipt).toEqual(first);
    const other = await post({ ...body, text: '开着' }, { 'idempotency-key': body.id });
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ kind: 'receipt-conflict', id: body.id });
  });

  test('about a place keeps the point that was chosen for it', async () => {
    const { lookup } = await receiptOf(await post(placeReport()));
    expect(await server.store.reportByLookup(lookup)).toMatchObject({
      kind: 'new-place',
      union: '410105',
      place: { name: '东门口', address: '金水路1号东门', region: '410105', point: { lng: 113.7, lat: 34.76 } },
      text: '这儿骑手多',
    });
  });

  test('of a retired station is taken like any other', async () => {
    const all = await server.store.stationsById(handMadeStations().map(({ id }) => id));
    const retired = all.find(({ status }) => status === 'retired')?.code ?? '';
    expect((await receiptOf(await post(stationReport(retired)))).state).toBe('received');
  });

  test('never changes its station', async () => {
    const code = freshCode();
    const before = await (await server.get(`/api/v1/stations/${code}`)).json();
    for (const kind of ['door-shut', 'charged', 'all-right'] as const)
      await receiptOf(await post(stationReport(code, { kind })));
    expect(await (await server.get(`/api/v1/stations/${code}`)).json()).toEqual(before);
  });

  test('has what is not text taken out of its words', async () => {
    const { lookup } = await receiptOf(
      await post(stationReport(freshCode(), { text: ' 门\u0000锁\u001b[31m了\n真的 ' })),
    );
    expect((await server.store.reportByLookup(lookup))?.text).toBe('门 锁 [31m了\n真的');
  });
});

describe('its photo', () => {
  const withPhoto = async (bytes: Buffer) => post(stationReport(freshCode(), { photo: bytes.toString('base64') }));

  test('is kept without the place it was taken at, and is nobody’s to see', async () => {
    const bytes = await PICTURE()
      .withExif({ IFD0: { Make: 'Phone' } })
      .jpeg()
      .toBuffer();
    const { lookup } = await receiptOf(await withPhoto(bytes));
    const photo = (await server.store.reportByLookup(lookup))?.photo ?? '';
    const kept = await server.deps.photos.reports.read(photo);
    if (kept === null) throw new Error('no picture');
    const { format, exif } = await sharp(kept).metadata();
    expect([format, exif]).toEqual(['webp', undefined]);
    expect((await server.get(`/photos/${photo}.webp`)).status).toBe(404);
    expect(await (await server.get(`${PATH}/${lookup}`)).text()).not.toContain(photo);
  });

  test('that is no picture is refused with a sentence, and nothing of the report is kept', async () => {
    const before = await server.store.counter();
    const refused = await withPhoto(Buffer.from('<!doctype html>'));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ kind: 'picture-unreadable', detail: expect.stringContaining('照片') });
    expect(await server.store.counter()).toEqual(before);
  });
});

describe('who may send it', () => {
  const own = { 'sec-fetch-site': 'same-origin' };
  test.each<[string, Headers, number]>([
    ['a page of ours', own, 200],
    ['a page of ours in a browser that only names its origin', { origin: 'http://localhost', host: 'localhost' }, 200],
    ['a program that is no browser', {}, 200],
    ['a page elsewhere', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
    ['a page elsewhere in a browser that only names its origin', { origin: 'https://evil.example' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
  ])('%s', async (_, headers, status) => {
    const response = await post(stationReport(freshCode()), headers);
    expect(response.status).toBe(status);
    if (status === 403) expect(await response.json()).toMatchObject({ kind: 'foreign-origin' });
  });

  test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'not as %s',
    async (type) => {
      const response = await server.app.request(PATH, {
        method: 'POST',
        body: JSON.stringify(stationReport(freshCode())),
        headers: type === undefined ? {} : { 'content-type': type },
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ kind: 'body-not-json' });
    },
  );

  test('other methods are refused by name, with what there is', async () => {
    for (const [path, allow] of [
      [PATH, 'POST'],
      [`${PATH}/482109375567`, 'GET, HEAD'],
    ] as const) {
      const response = await server.app.request(path, { method: 'DELETE' });
      expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    }
    expect((await server.get(PATH)).status).toBe(405);
  });
});

describe('what is sent wrongly', () => {
  const code = '410102100003791';
  const good = stationReport(code);
  test.each<[string, unknown, number, string, string | undefined]>([
    ['nothing', '', 400, 'body-not-json', undefined],
    ['half of it', JSON.stringify(good).slice(0, 40), 400, 'body-not-json', undefined],
    ['no id', { ...good, id: undefined }, 400, 'field-required', 'id'],
    ['a short id', { ...good, id: 'abc' }, 400, 'field-format', 'id'],
    ['another kind', { ...good, kind: 'rude' }, 400, 'field-choice', 'kind'],
    ['a code that is none', { ...good, station: '12' }, 400, 'code-shape', undefined],
    ['a code misread', { ...good, station: '410102100003790' }, 400, 'code-check', undefined],
    ['a station nobody knows', good, 404, 'station-unknown', undefined],
    ['a facility there is not', { ...good, amenity: 'sauna' }, 400, 'field-choice', 'amenity'],
    ['too many words', { ...good, text: '长'.repeat(501) }, 400, 'field-length', 'text'],
    ['words that are none', { ...good, text: ' \u0000 ' }, 400, 'field-required', 'text'],
    ['a photo that is not base64', { ...good, photo: 'data:image/png' }, 400, 'field-format', 'photo'],
    ['a time that is none', { ...good, seenAt: 'gestern' }, 400, 'field-format', 'seenAt'],
    [
      'a place without an address',
      placeReport({ place: { ...placeReport().place, address: ' ' } }),
      400,
      'field-required',
      'place.address',
    ],
    [
      'a place abroad',
      placeReport({ place: { ...placeReport().place, point: { lng: 2, lat: 48 } } }),
      400,
      'field-format',
      'place.point',
    ],
    ['more than a photo can be', { ...good, text: 'x'.repeat(BODY_MOST) }, 413, 'body-too-large', undefined],
  ])('%s is refused, and the refusal repeats the id', async (_, body, ...[status, kind, field]) => {
    const id = reportId();
    const response = await post(body, { 'idempotency-key': id });
    const problem = await response.json();
    expect({ ...problem, status: response.status }).toMatchObject({ status, kind, id });
    expect(problem.field).toBe(field);
    expect(problem.detail).toMatch(/\p{Script=Han}.*。$/u);
  });

  test('a body whose length was not said is read no further than a body may be long', async () => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (to) => {
        read += 65_536;
        to.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const init = { method: 'POST', body: endless, headers: { 'content-type': 'application/json' }, duplex: 'half' };
    const response = await server.app.request(PATH, init as RequestInit);
    expect(response.status).toBe(413);
    expect(read).toBeLessThan(2 * BODY_MOST);
  });
});

describe('what became of it', () => {
  test('is told to whoever has the code: its state, then the union’s words, and nothing its sender wrote', async () => {
    const code = freshCode();
    const { lookup } = await receiptOf(await post(stationReport(code, { text: '张三不让进' })));
    const look = async () => (await server.get(`${PATH}/${lookup}`)).json();
    expect(await look()).toMatchObject({
      lookup,
      kind: 'door-shut',
      station: { code },
      state: 'received',
      answer: null,
    });
    await take(lookup, { kind: 'accept' });
    expect(await look()).toMatchObject({ state: 'accepted', answer: null, answeredAt: null });
    await take(lookup, { kind: 'resolve', answer: '说好了，以后都让进。' });
    const told = await look();
    expect(told).toMatchObject({ state: 'resolved', answer: '说好了，以后都让进。' });
    expect(told.answeredAt).toMatch(/\+08:00$/);
    expect(JSON.stringify(told)).not.toContain('张三');
  });

  test('can be asked with the code as it is written in groups', async () => {
    const { lookup } = await receiptOf(await post(stationReport(freshCode())));
    const spaced = `${lookup.slice(0, 4)} ${lookup.slice(4, 8)} ${lookup.slice(8)}`;
    expect((await server.get(`${PATH}/${encodeURIComponent(spaced)}`)).status).toBe(200);
  });

  test('cannot be found out by trying', async () => {
    const from = { 'x-forwarded-for': freshAddress() };
    const { lookup } = await receiptOf(await post(stationReport(freshCode())));
    const unknown = [...'0123456789'].map((d) => `0000000000${d}`);
    let refusedAfter = 0;
    for (let n = 0; refusedAfter === 0 && n < 100; n++) {
      const path = `${PATH}/${withCheck(unknown[n % 10] ?? '')}`;
      const { status } = await server.get(path, from);
      if (status === 429) refusedAfter = n;
      else expect(status).toBe(404);
    }
    expect(refusedAfter).toBe(30);
    expect((await server.get(`${PATH}/${lookup}`, from)).status).toBe(429);
    expect((await server.get(`${PATH}/${lookup}`, { 'x-forwarded-for': freshAddress() })).status).toBe(200);
  });

  test.each([
    ['12', 400, 'lookup-shape'],
    ['482109375560', 400, 'lookup-check'],
  ])('%s is no look-up code', async (text, status, kind) => {
    const response = await server.get(`${PATH}/${text}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ kind });
  });
});

function withCheck(body: string): string {
  for (let digit = 0; digit < 10; digit++) if (parseLookup(`${body}${digit}`).ok) return `${body}${digit}`;
  throw new Error(body);
}

describe('the limits against abuse', () => {
  test('hold back what one address sends beyond its share, and lose none of it', async () => {
    const crowded = await openTestServer({ stations: handMadeStations(), deps: { trustProxy: true } });
    const stations = await crowded.store.stationsById(handMadeStations().map(({ id }) => id));
    const all = stations.filter(({ status }) => status === 'active').flatMap(({ code }) => code ?? []);
    const from = (address: string) => (body: unknown) =>
      crowded.app.request(PATH, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      });
    const send = from('198.51.100.1');
    const states: string[] = [];
    const first = stationReport(all[0] ?? '');
    // Said over and over again it is one report, and counts as one.
    for (let n = 0; n < 50; n++) expect((await (await send(first)).json()).state).toBe('received');
    for (let n = 1; n < HOUR_LIMIT.address + 5; n++) {
      const receipt = await (await send(stationReport(all[n % all.length] ?? ''))).json();
      states.push(receipt.state);
      expect(receipt.lookup).toMatch(/^\d{12}$/);
    }
    expect(states.slice(HOUR_LIMIT.address - 1)).toEqual(Array.from({ length: 5 }, () => 'queued'));
    const other = await (await from('198.51.100.2')(stationReport(all[1] ?? ''))).json();
    const kept = await crowded.store.reports({ states: ['queued', 'received'], limit: 1000 });
    expect(kept).toHaveLength(HOUR_LIMIT.address + 6);
    expect(other.state).toBe('received');
    crowded.clock.now = instant(crowded.clock.now + 2 * 3_600_000);
    expect(await crowded.store.releaseReports()).toBeGreaterThanOrEqual(5);
    expect(await crowded.store.reports({ states: ['queued'], limit: 10 })).toEqual([]);
    // No address is written down anywhere.
    await crowded.stop();
    const { readFileSync, readdirSync } = await import('node:fs');
    for (const name of readdirSync(crowded.folder).filter((file) => file.includes('.db')))
      expect(readFileSync(`${crowded.folder}/${name}`).includes('198.51.100')).toBe(false);
    await crowded.close().catch(() => undefined);
  });
});
