import { afterEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { LoadShed } from '../../../server/http/shed.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { handMadeStations } from '../../fixtures/world/stations.ts';

const N = '/api/v1/nearest?lng=113.68&lat=34.76&k=1';
const open: TestServer[] = [];
async function opened(deps: { readonly rateLimit: number; readonly trustProxy?: boolean }): Promise<TestServer> {
  const server = await openTestServer({ stations: handMadeStations(), deps });
  open.push(server);
  return server;
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

describe('the rate limit', () => {
  test('sends a partner away after its share, and says when to come back', async () => {
    const { get } = await opened({ rateLimit: 3 });
    for (const path of [N, '/api/v1/search?q=a', '/api/v1/stations/1']) expect((await get(path)).status).not.toBe(429);
    for (const path of [N, '/api/v1/search?q=a', '/api/v1/stations/1']) {
      const refused = await get(path);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(await refused.json()).toMatchObject({ kind: 'rate-limited', detail: expect.stringContaining('秒') });
    }
  });

  test('never stands between a phone and its stations: a whole carrier shares one address', async () => {
    const { get, pack } = await opened({ rateLimit: 1 });
    const { hash } = await pack('410100' as 'CN');
    await get(N);
    expect((await get(N)).status).toBe(429);
    for (const path of [
      '/api/v1/feed?region=410100',
      `/packs/${hash}`,
      '/api/v1/packs',
      '/api/v1/config',
      '/api/v1/calendar',
      '/api/v1/health',
    ]) {
      for (let n = 0; n < 20; n++) expect((await get(path)).status, path).toBe(200);
    }
  });

  test('counts each address behind a proxy it was told to trust, by the last one the proxy added', async () => {
    const { get } = await opened({ rateLimit: 1, trustProxy: true });
    const from = async (addresses: string) => (await get(N, { 'x-forwarded-for': addresses })).status;
    expect(await from('203.0.113.1')).toBe(200);
    expect(await from('203.0.113.2')).toBe(200);
    expect(await from('203.0.113.1')).toBe(429);
    // Whoever claims other addresses before its own is still itself.
    expect(await from('198.51.100.7, 203.0.113.1')).toBe(429);
  });

  test('does not believe a forwarded address nobody vouches for', async () => {
    const { get } = await opened({ rateLimit: 1 });
    const from = async (address: string) => (await get(N, { 'x-forwarded-for': address })).status;
    expect([await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([200, 429]);
  });
});

describe('under load', () => {
  test('the sync paths and the page answer "come back" at once while the loop lags, partners’ queries as well as they can', async () => {
    const { deps } = await opened({ rateLimit: 1000 });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    // Any delay at all is too long for this one.
    const shed = new LoadShed(-1);
    const app = createApp(deps, shed);
    expect((await app.request('/api/v1/feed?region=410100')).status).toBe(200);
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    for (const path of ['/api/v1/feed?region=410100', `/packs/${'0'.repeat(64)}`]) {
      const response = await app.request(path);
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('5');
      expect(await response.json()).toMatchObject({ kind: 'overloaded' });
    }
    expect((await app.request('/api/v1/health')).status).toBe(200);
    shed.stop();
  });
});
