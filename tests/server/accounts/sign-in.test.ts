import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { browserOf, codeAt, later, PASSWORD, personAt, setUp, signIn } from './people.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ deps: { trustProxy: true } });
});
afterAll(() => server.close());

const MINUTE = 60_000;

describe('signing in', () => {
  test('with name and password opens a session that only this browser has', async () => {
    const { username, id } = await personAt(server);
    const browser = browserOf(server);
    expect(await signIn(browser, username)).toEqual({
      next: 'in',
      profile: 'modern',
      offer: null,
      recovery: null,
      recoveryLeft: null,
    });
    const me = await browser.get('/api/v1/me');
    expect(me.body).toMatchObject({ id, username, name: '李敏', functions: ['officer'], union: { id: '410102' } });
    expect((await browserOf(server).get('/api/v1/me')).status).toBe(401);
  });

  test('does not mind the case of the name, and minds that of the password', async () => {
    const { username } = await personAt(server, 'Zhao.Lei');
    expect(await signIn(browserOf(server), username.toUpperCase())).toMatchObject({ next: 'in' });
    expect(await signIn(browserOf(server), username, PASSWORD.toUpperCase())).toMatchObject({ kind: 'sign-in-failed' });
  });

  test('gives a cookie that scripts and other sites do not get, and that no other host can set', async () => {
    const { username } = await personAt(server);
    const browser = browserOf(server);
    await signIn(browser, username);
    expect(browser.set).toMatch(/^__Host-s=[0-9a-f]{32}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });

  test('keeps no token in the store, only its hash', async () => {
    const { username, id } = await personAt(server);
    const browser = browserOf(server);
    await signIn(browser, username);
    const token = browser.cookie.split('=')[1] ?? '';
    expect(await server.store.sessionByToken(token)).toBeNull();
    expect(JSON.stringify(await server.store.sessionsOf(id))).not.toContain(token);
  });

  test('answers the same to a wrong password, an unknown name, a locked, a disabled and an invited account', async () => {
    const { username } = await personAt(server);
    const wrong = await browserOf(server).post('/api/v1/session', { username, password: 'wrong' });
    const unknown = await browserOf(server).post('/api/v1/session', { username: 'nobody-at-all', password: PASSWORD });
    expect(wrong.status).toBe(403);
    expect(unknown).toEqual(wrong);
    for (let n = 0; n < 10; n++) await signIn(browserOf(server), username, 'wrong');
    expect(await browserOf(server).post('/api/v1/session', { username, password: PASSWORD })).toEqual(wrong);
  });
});

describe('too many wrong tries', () => {
  test('lock the account for a while, say so in history, and then let it be', async () => {
    const { username, id } = await personAt(server);
    for (let n = 0; n < 9; n++) await signIn(browserOf(server), username, 'wrong');
    expect((await server.store.accountById(id))?.lockedUntil).toBeNull();
    await signIn(browserOf(server), username, 'wrong');
    expect((await server.store.accountById(id))?.lockedUntil).toBe(server.clock.now + 15 * MINUTE);
    expect(await signIn(browserOf(server), username)).toMatchObject({ kind: 'sign-in-failed' });
    const steps = (await server.store.historyOf(id)).map(({ step }) => step);
    expect(steps).toEqual(['invite', 'lock']);
    later(server, 15 * MINUTE);
    expect(await signIn(browserOf(server), username)).toMatchObject({ next: 'in' });
  });

  test('are forgotten once somebody signs in', async () => {
    const { username, id } = await personAt(server);
    for (let n = 0; n < 9; n++) await signIn(browserOf(server), username, 'wrong');
    await signIn(browserOf(server), username);
    await signIn(browserOf(server), username, 'wrong');
    expect(await server.store.accountById(id)).toMatchObject({ failed: 1, lockedUntil: null });
  });

  test('from one address have to wait, whatever names they try', async () => {
    const { username } = await personAt(server);
    const office = { address: '192.0.2.7' };
    for (let n = 0; n < 40; n++) await signIn(browserOf(server, office), `guess${n}`, 'wrong');
    const answer = await browserOf(server, office).post('/api/v1/session', { username, password: PASSWORD });
    expect(answer.status).toBe(429);
    expect(answer.body.data.retrySeconds).toBeGreaterThan(800);
    expect(await signIn(browserOf(server), username)).toMatchObject({ next: 'in' });
  });
});

describe('the second factor', () => {
  test('comes between the password and the session', async () => {
    const { username } = await personAt(server);
    const first = browserOf(server);
    await signIn(first, username);
    const { secret } = await setUp(first, server.clock.now);
    const browser = browserOf(server);
    expect(await signIn(browser, username)).toMatchObject({ next: 'code' });
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    expect((await browser.get('/api/v1/session')).body.expiresAt).toBeNull();
    const half = browser.cookie;
    const code = codeAt(secret, later(server, MINUTE));
    expect((await browser.post('/api/v1/session/code', { code })).body).toMatchObject({ next: 'in' });
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    expect(browser.cookie).not.toBe(half);
  });

  test('takes the code of the step before and after, and none further off', async () => {
    const { username } = await personAt(server);
    const first = browserOf(server);
    await signIn(first, username);
    const { secret } = await setUp(first, server.clock.now);
    later(server, 10 * MINUTE);
    const attempt = async (shift: number) => {
      const browser = browserOf(server);
      await signIn(browser, username);
      const code = codeAt(secret, (server.clock.now + shift) as typeof server.clock.now);
      return (await browser.post('/api/v1/session/code', { code })).body;
    };
    expect(await attempt(-61_000)).toMatchObject({ kind: 'code-wrong' });
    expect(await attempt(61_000)).toMatchObject({ kind: 'code-wrong' });
    expect(await attempt(-30_000)).toMatchObject({ next: 'in' });
    expect(await attempt(30_000)).toMatchObject({ next: 'in' });
  });

  test('takes no code twice, nor an older one after it, whenever they are tried', async () => {
    const { username } = await personAt(server);
    const first = browserOf(server);
    await signIn(first, username);
    const { secret } = await setUp(first, server.clock.now);
    const taken = new Set<string>();
    let newest = Math.floor(server.clock.now / 30_000);
    later(server, 5 * MINUTE);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 45_000 }), fc.integer({ min: -1, max: 1 }), async (wait, step) => {
        const at = later(server, wait);
        const wanted = Math.floor(at / 30_000) + step;
        const code = codeAt(secret, (wanted * 30_000) as typeof at);
        const browser = browserOf(server);
        await signIn(browser, username);
        const { body } = await browser.post('/api/v1/session/code', { code });
        const isNew = wanted > newest;
        expect(body.next ?? body.kind).toBe(isNew ? 'in' : 'code-used');
        expect(isNew && taken.has(`${wanted}`)).toBe(false);
        if (isNew) newest = wanted;
        taken.add(`${wanted}`);
      }),
      { numRuns: 40 },
    );
    expect(taken.size).toBeGreaterThan(10);
  });

  test('counts wrong codes like wrong passwords, and the right password does not wipe them out', async () => {
    const { username, id } = await personAt(server);
    const first = browserOf(server);
    await signIn(first, username);
    const { secret } = await setUp(first, server.clock.now);
    for (let n = 0; n < 10; n++) {
      const browser = browserOf(server);
      await signIn(browser, username);
      const { body } = await browser.post('/api/v1/session/code', { code: '000000' });
      expect(body.kind).toBe(n < 9 ? 'code-wrong' : 'account-locked');
    }
    expect((await server.store.accountById(id))?.lockedUntil).toBe(server.clock.now + 15 * MINUTE);
    const browser = browserOf(server);
    expect(await signIn(browser, username)).toMatchObject({ kind: 'sign-in-failed' });
    later(server, 16 * MINUTE);
    await signIn(browser, username);
    const code = codeAt(secret, server.clock.now);
    expect((await browser.post('/api/v1/session/code', { code })).body).toMatchObject({ next: 'in' });
  });

  test('can be stood in for by a recovery code, each of which is taken once', async () => {
    const { username, id } = await personAt(server);
    const first = browserOf(server);
    await signIn(first, username);
    const { recovery } = await setUp(first, server.clock.now);
    expect(recovery).toHaveLength(10);
    expect(new Set(recovery).size).toBe(10);
    const attempt = async (code: string) => {
      const browser = browserOf(server);
      await signIn(browser, username);
      return (await browser.post('/api/v1/session/code', { code })).body;
    };
    const [one = '', two = ''] = recovery;
    expect(await attempt(one)).toMatchObject({ next: 'in', recoveryLeft: 9 });
    expect(await attempt(one)).toMatchObject({ kind: 'code-wrong' });
    expect(await attempt(two.toUpperCase().replaceAll('-', ' '))).toMatchObject({ next: 'in', recoveryLeft: 8 });
    expect((await server.store.accountById(id))?.secondFactor?.recovery).toHaveLength(8);
  });

  test('lapses when the code comes more than ten minutes after the password', async () => {
    const { username } = await personAt(server);
    const first = browserOf(server);
    await signIn(first, username);
    const { secret } = await setUp(first, server.clock.now);
    const browser = browserOf(server);
    await signIn(browser, username);
    later(server, 10 * MINUTE);
    const { body } = await browser.post('/api/v1/session/code', { code: codeAt(secret, server.clock.now) });
    expect(body.kind).toBe('sign-in-lapsed');
  });
});
