import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGcj02 } from '../../../shared/geo/datum.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { Clerk } from '../../fixtures/make/signed.ts';
import { type Desk, newFacts, openDesk, opened, rollId, take, told } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.close());

const HOST = '中国邮政郑州分公司';
const similar = async (who: Clerk, over: object = {}) =>
  (
    await told(
      who.post('/api/v1/desk/similar', {
        point: gcj02(113.66, 34.75),
        name: '无',
        hostName: null,
        station: null,
        ...over,
      }),
    )
  ).body.items;

describe('likely twins', () => {
  test('stand within the union’s metres, or under the same host by a like name in the county; the nearest first', async () => {
    const near = await opened(desk, { name: '门口这个', point: gcj02(113.6603, 34.75) });
    const host = await opened(desk, {
      name: '二七路邮政驿站',
      hostName: HOST,
      region: '410103' as never,
      point: gcj02(113.64, 34.74),
    });
    const found = await similar(desk.wang, { name: '二七路邮政爱心驿站', hostName: `${HOST} ` });
    expect(found.map(({ id, why }: { id: string; why: string[] }) => [id, why])).toEqual([
      [near, ['near']],
      [host, ['host-name']],
    ]);
    expect(found[0].metres).toBeGreaterThan(20);
    expect(found[0].metres).toBeLessThan(30);
    expect(await similar(desk.wang, { station: near })).toEqual([]);
  });

  test('of another branch are named when they are published, without their id, and never before', async () => {
    const place = { point: gcj02(113.67, 34.74) };
    const draft = rollId();
    await take(desk, draft, [[desk.wang, { kind: 'draft', facts: newFacts(place) }]]);
    expect(await similar(desk.stranger, place)).toEqual([]);
    expect(await similar(desk.zhao, place)).toMatchObject([{ id: draft, code: null, status: 'draft' }]);
    const open = await opened(desk, { ...place, name: '公开的' });
    const [foreign] = await similar(desk.stranger, place);
    expect(foreign).toMatchObject({ id: null, code: (await desk.station(open)).code, name: '公开的' });
  });
});

describe('coordinates somebody pasted', () => {
  const locate = async (who: Clerk, body: object) => told(who.post('/api/v1/desk/locate', body));

  test('are put into our datum, with their county, and whether it is the asker’s own ground', async () => {
    const body = { lng: 113.65, lat: 34.75, datum: 'wgs84' };
    const { lng, lat } = toGcj02(body, 'wgs84');
    const found = await locate(desk.wang, body);
    expect(found.body.point.lng).toBeCloseTo(lng, 5);
    expect(found.body.point.lat).toBeCloseTo(lat, 5);
    expect(found.body).toMatchObject({ county: '410103', countyName: '河南省郑州市二七区', inBranch: false });
    expect((await locate(desk.li, body)).body.inBranch).toBe(true);
  });

  test('swapped or abroad are refused with what may be wrong', async () => {
    const swapped = await locate(desk.wang, { lng: 34.75, lat: 113.65, datum: 'gcj02' });
    expect(swapped.body).toMatchObject({ status: 400, kind: 'point-abroad' });
    expect(swapped.body.detail).toContain('填反');
    expect((await locate(desk.wang, { lng: 113, lat: 34, datum: 'mars' })).refused).toBe('field-choice');
  });

  test('at sea belong to nobody', async () => {
    expect((await locate(desk.wang, { lng: 125, lat: 30, datum: 'gcj02' })).body).toMatchObject({
      county: null,
      inBranch: false,
    });
  });
});

describe('a photo of a station', () => {
  const picture = () =>
    sharp({ create: { width: 1600, height: 900, channels: 3, background: '#c33' } })
      .withExif({ IFD0: { Copyright: '手机里的秘密' } })
      .jpeg()
      .toBuffer();

  test('is drawn anew, put on the shelf, and written into the record by its name', async () => {
    const id = await opened(desk, { point: gcj02(113.62, 34.75) });
    const { body } = await told(desk.wang.upload(`/api/v1/desk/photos?station=${id}`, await picture()));
    expect(body.name).toMatch(/^[0-9a-f]{32}$/);
    const shown = await desk.server.get(`/photos/${body.name}.webp`);
    expect(shown.status).toBe(200);
    expect(Buffer.from(await shown.arrayBuffer()).includes('秘密')).toBe(false);
    const { rev } = await desk.station(id);
    const set = (photos: string[]) =>
      desk.step(desk.wang, id, { kind: 'revise', patch: { photos }, basedOn: rev, reason: null });
    expect((await set(['f'.repeat(32)])).body).toMatchObject({ status: 400, kind: 'photo-unknown', field: 'photos' });
    expect((await set(Array.from({ length: 7 }, () => body.name))).body).toMatchObject({
      kind: 'field-range',
      field: 'photos',
    });
    expect((await set([body.name])).status).toBe(200);
    expect((await desk.station(id)).photos).toEqual([body.name]);
  });

  test('is taken of the own branch’s stations only, and only when it is a picture', async () => {
    const id = await opened(desk, { point: gcj02(113.61, 34.76) });
    const send = async (who: Clerk, place: string, bytes: Uint8Array) =>
      (await told(who.upload(`/api/v1/desk/photos?${place}`, bytes))).refused;
    expect(await send(desk.stranger, `station=${id}`, await picture())).toBe('not-permitted');
    expect(await send(desk.stranger, 'union=410102', await picture())).toBe('not-permitted');
    expect(
      await send(desk.clerk('410102', ['keeper'], { stations: [id as never] }), `station=${id}`, await picture()),
    ).toBe('not-permitted');
    expect(await send(desk.wang, 'union=410102', await picture())).toBeNull();
    expect(await send(desk.wang, `station=${id}`, new Uint8Array([1, 2, 3]))).toBe('picture-unreadable');
    expect(await send(desk.wang, `station=${id}`, new Uint8Array(0))).toBe('picture-unreadable');
    expect(await send(desk.wang, `station=${id}`, new Uint8Array(8 * 1024 * 1024 + 1))).toBe('body-too-large');
  });
});
