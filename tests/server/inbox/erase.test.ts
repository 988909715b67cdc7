import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eraseOld } from '../../../server/feature/inbox/erase.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import type { Station } from '../../../shared/station/station.ts';
import { placeReport, reportId, stationReport } from '../../fixtures/make/report.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { sampleStation, stationId } from '../../shared/station/sample.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: TestServer;
let stations: readonly Station[];
let clerk: Clerk;
beforeEach(async () => {
  server = await openTestServer();
  stations = await server.register([1, 2].map((n) => sampleStation({ id: stationId(n), code: null, rev: 1 })));
  clerk = clerkAt(server.app, { union: '410102', functions: ['officer'] });
});
afterEach(() => server.close());

const codeOf = (n: number) => stations[n - 1]?.code ?? '';

async function file(body: unknown): Promise<{ id: string }> {
  const headers = { 'content-type': 'application/json' };
  const response = await server.app.request('/api/v1/reports', { method: 'POST', body: JSON.stringify(body), headers });
  expect(response.status).toBe(200);
  return response.json();
}

describe('what is kept long enough', () => {
  const erase = () => {
    const { store, photos, unions, now } = server.deps;
    return eraseOld({ store, photos, unions, now });
  };

  test('loses its words and photo a year after the answer; that there was a report stays, and so does the chain', async () => {
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#111' } })
      .png()
      .toBuffer();
    const said = { text: '张三说锁坏了', photo: picture.toString('base64') };
    const old = await file(stationReport(codeOf(1), said));
    const place = await file(placeReport({ text: '李四的店', place: { ...placeReport().place, region: '410102' } }));
    const open = await file(stationReport(codeOf(2), said));
    const step = { kind: 'resolve', answer: '修好了' };
    const reports = [old.id, place.id];
    expect((await clerk.post('/api/v1/inbox/steps', { id: reportId(), reports, step })).status).toBe(200);
    server.clock.now = instant(server.clock.now + 364 * DAY);
    expect(await erase()).toMatchObject({ reports: 0 });
    server.clock.now = instant(server.clock.now + 2 * DAY);
    expect(await erase()).toEqual({ reports: 2, photos: 0 });
    expect(await erase()).toEqual({ reports: 0, photos: 0 });
    const [at, there, still] = await Promise.all(
      [old, place, open].map(async ({ id }) => (await clerk.get(`/api/v1/inbox/reports/${id}`)).json()),
    );
    expect(at.report).toMatchObject({
      text: null,
      hasPhoto: false,
      isErased: true,
      state: 'resolved',
      answer: '修好了',
    });
    expect(there.report.place).toEqual({ name: '', address: '', region: '410102', point: null });
    expect(still.report).toMatchObject({ text: said.text, hasPhoto: true, isErased: false });
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
  });

  test('goes with pictures no report ever showed, but not with one just put there', async () => {
    const { reports } = server.deps.photos;
    const [lost, fresh] = [await reports.put(new Uint8Array([1])), await reports.put(new Uint8Array([2]))];
    const place = (name: string) => join(server.folder, 'photos/reports', name.slice(0, 2), `${name}.webp`);
    const put = (name: string, ago: number) => {
      const seconds = (server.clock.now - ago) / 1000;
      return utimes(place(name), seconds, seconds);
    };
    await put(lost, 2 * DAY);
    await put(fresh, HOUR);
    expect(await erase()).toEqual({ reports: 0, photos: 1 });
    expect([await reports.read(lost), (await reports.read(fresh))?.length]).toEqual([null, 1]);
  });
});
