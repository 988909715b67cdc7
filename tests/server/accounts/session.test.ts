import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD_PROFILES } from '../../../shared/actor/password.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { TEST_SIGNING } from '../../fixtures/make/signed.ts';
import { browserOf, codeAt, later, PASSWORD, personAt, setUp, signIn } from './people.ts';

let server: TestServer;
let strict: TestServer;
beforeAll(async () => {
  server = await openTestServer({ deps: { trustProxy: true } });
  const signing = { ...TEST_SIGNING, profile: PASSWORD_PROFILES.mlps, needsSecondFactor: true };
  strict = await openTestServer({ deps: { trustProxy: true, secure: false, signing } });
});
afterAll(async () => {
  await server.close();
  await strict.close();
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function signedIn(at = server) {
  const person = await personAt(at);
  const browser = browserOf(at);
  await signIn(browser, person.username);
  return { ...person, browser };
}

describe('a session', () => {
  test('ends when nobody uses it for half an hour, and lasts while somebody does', async () => {
    const { browser } = await signedIn();
    for (let n = 0; n < 3; n++) {
      later(server, 29 * MINUTE);
      expect((await browser.get('/api/v1/me')).status).toBe(200);
    }
    later(server, 30 * MINUTE);
    expect((await browser.get('/api/v1/me')).body.kind).toBe('not-signed-in');
  });

  test('ends after twelve hours, however much it is used', async () => {
    const { browser } = await signedIn();
    const { endsAt } = (await browser.get('/api/v1/me')).body;
    expect(endsAt).toBe(server.clock.now + 12 * HOUR);
    while (server.clock.now + 25 * MINUTE < endsAt) {
      later(server, 25 * MINUTE);
      expect((await browser.post('/api/v1/session/extend', null)).status).toBe(200);
    }
    expect((await browser.post('/api/v1/session/extend', null)).body.expiresAt).toBe(endsAt);
    later(server, endsAt - server.clock.now);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
  });

  test('says until when it lasts without being used by that', async () => {
    const { browser } = await signedIn();
    const until = server.clock.now + 30 * MINUTE;
    later(server, 20 * MINUTE);
    expect((await browser.get('/api/v1/session')).body).toMatchObject({
      expiresAt: until,
      serverTime: server.clock.now,
    });
    later(server, 10 * MINUTE);
    expect((await browser.get('/api/v1/session')).body.expiresAt).toBeNull();
  });

  test('is written down as used once a minute at most, and never in history', async () => {
    const { browser, id } = await signedIn();
    const usedAt = async () => (await server.store.sessionsOf(id))[0]?.usedAt;
    const begun = server.clock.now;
    const { seq } = await server.store.counter();
    later(server, 59_000);
    await browser.get('/api/v1/me');
    expect(await usedAt()).toBe(begun);
    later(server, 1000);
    await browser.get('/api/v1/me');
    expect(await usedAt()).toBe(begun + MINUTE);
    expect((await server.store.counter()).seq).toBe(seq);
  });

  test('ends with signing out, here alone', async () => {
    const { browser, username } = await signedIn();
    const other = browserOf(server);
    await signIn(other, username);
    const token = browser.cookie;
    await browser.post('/api/v1/session/end', null);
    expect(browser.set).toMatch(/^__Host-s=; .*Max-Age=0$/);
    expect((await server.get('/api/v1/me', { cookie: token })).status).toBe(401);
    expect((await other.get('/api/v1/me')).status).toBe(200);
  });

  test('of somebody else cannot be ended as one’s own', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const [session] = (await two.browser.get('/api/v1/me/sessions')).body.sessions;
    await one.browser.post(`/api/v1/me/sessions/${session.id}/end`, null);
    expect((await two.browser.get('/api/v1/me')).status).toBe(200);
    const second = browserOf(server);
    await signIn(second, two.username);
    await second.post(`/api/v1/me/sessions/${session.id}/end`, null);
    expect((await two.browser.get('/api/v1/me')).status).toBe(401);
  });

  test('goes by a plain cookie where there is no TLS', async () => {
    const { browser } = await signedIn(strict);
    expect(browser.set).toMatch(/^s=[0-9a-f]{32}; Path=\/; HttpOnly; SameSite=Lax$/);
  });
});

describe('the password given once more', () => {
  test('opens five minutes in which steps that ask for it are taken; signing in does, too', async () => {
    const { browser } = await signedIn();
    expect((await browser.post('/api/v1/me/second-factor/offer', null)).status).toBe(200);
    later(server, 5 * MINUTE + 1);
    expect((await browser.post('/api/v1/me/second-factor/offer', null)).body.kind).toBe('fresh-sign-needed');
    expect((await browser.post('/api/v1/session/fresh', { password: 'wrong' })).body).toMatchObject({
      kind: 'password-wrong',
      field: 'password',
    });
    expect((await browser.post('/api/v1/me/second-factor/offer', null)).status).toBe(403);
    expect((await browser.post('/api/v1/session/fresh', { password: PASSWORD })).status).toBe(200);
    expect((await browser.post('/api/v1/me/second-factor/offer', null)).status).toBe(200);
  });

  test('cannot be guessed at an unattended desk', async () => {
    const { browser, id } = await signedIn();
    for (let n = 0; n < 9; n++) await browser.post('/api/v1/session/fresh', { password: 'wrong' });
    const tenth = await browser.post('/api/v1/session/fresh', { password: 'wrong' });
    expect(tenth.body.kind).toBe('account-locked');
    expect((await browser.post('/api/v1/session/fresh', { password: PASSWORD })).body.kind).toBe('account-locked');
    expect((await server.store.historyOf(id)).map(({ step }) => step)).toContain('lock');
  });
});

describe('a new password', () => {
  test('ends every session but goes on here, under another cookie', async () => {
    const { browser, username } = await signedIn();
    const other = browserOf(server);
    await signIn(other, username);
    const before = browser.cookie;
    const body = { current: PASSWORD, password: 'seven-slow-green-ferries' };
    expect((await browser.post('/api/v1/me/password', body)).status).toBe(200);
    expect(browser.cookie).not.toBe(before);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    expect((await server.get('/api/v1/me', { cookie: before })).status).toBe(401);
    expect((await other.get('/api/v1/me')).status).toBe(401);
    expect(await signIn(browserOf(server), username)).toMatchObject({ kind: 'sign-in-failed' });
    expect(await signIn(browserOf(server), username, body.password)).toMatchObject({ next: 'in' });
  });

  test('is refused at its field when it is weak, the old one, or the old one is wrong', async () => {
    const { browser, username } = await signedIn();
    const attempt = async (current: string, password: string) =>
      (await browser.post('/api/v1/me/password', { current, password })).body;
    expect(await attempt('wrong', 'seven-slow-green-ferries')).toMatchObject({
      kind: 'password-wrong',
      field: 'current',
    });
    expect(await attempt(PASSWORD, 'short')).toMatchObject({ field: 'password', data: { why: 'short', least: 12 } });
    expect(await attempt(PASSWORD, `${username}-and-${username}`)).toMatchObject({ data: { why: 'username' } });
    expect(await attempt(PASSWORD, 'passwordpassword')).toMatchObject({ data: { why: 'common' } });
    expect(await attempt(PASSWORD, PASSWORD)).toMatchObject({ data: { why: 'used' } });
  });
});

describe('where a second factor is asked of everybody and passwords end', () => {
  const STRONG = (n: number) => `Grey-heron-${n}`;

  test('an account without one is led to set it up before anything else', async () => {
    const { username } = await personAt(strict);
    const browser = browserOf(strict);
    const led = await signIn(browser, username);
    expect(led.next).toBe('set-up');
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    const { ticket, secret } = led.offer;
    const wrong = await browser.post('/api/v1/session/second-factor', { ticket, code: '123456' });
    expect(wrong.body.kind).toBe('set-up-code-wrong');
    const code = codeAt(secret, strict.clock.now);
    const done = await browser.post('/api/v1/session/second-factor', { ticket, code });
    expect(done.body.next).toBe('in');
    expect(done.body.recovery).toHaveLength(10);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
  });

  test('a ticket of somebody else’s is worth nothing', async () => {
    const [one, two] = [await personAt(strict), await personAt(strict)];
    const { offer } = await signIn(browserOf(strict), one.username);
    const browser = browserOf(strict);
    await signIn(browser, two.username);
    const body = { ticket: offer.ticket, code: codeAt(offer.secret, strict.clock.now) };
    expect((await browser.post('/api/v1/session/second-factor', body)).body.kind).toBe('set-up-code-wrong');
  });

  test('a password of ninety days may only be changed, and not to one of the last five', async () => {
    const { username } = await personAt(strict);
    const browser = browserOf(strict);
    const { offer } = await signIn(browser, username);
    const code = () => codeAt(offer.secret, strict.clock.now);
    await browser.post('/api/v1/session/second-factor', { ticket: offer.ticket, code: code() });
    let current = PASSWORD;
    for (let n = 1; n <= 5; n++) {
      const changed = await browser.post('/api/v1/me/password', { current, password: STRONG(n) });
      expect(changed.status).toBe(200);
      current = STRONG(n);
    }
    later(strict, 90 * DAY);
    const late = browserOf(strict);
    expect(await signIn(late, username, current)).toMatchObject({ next: 'code' });
    expect((await late.post('/api/v1/session/code', { code: code() })).body).toMatchObject({ next: 'password' });
    expect((await late.get('/api/v1/me')).status).toBe(401);
    for (let n = 1; n <= 5; n++) {
      const again = await late.post('/api/v1/session/password', { password: STRONG(n) });
      expect(again.body.data.why).toBe('used');
    }
    expect((await late.post('/api/v1/session/password', { password: 'Heronmarch' })).body.data.why).toBe('classes');
    expect((await late.post('/api/v1/session/password', { password: STRONG(6) })).body.next).toBe('in');
    expect((await late.get('/api/v1/me')).status).toBe(200);
  });

  test('five wrong tries lock for half an hour', async () => {
    const { username, id } = await personAt(strict);
    for (let n = 0; n < 5; n++) await signIn(browserOf(strict), username, 'wrong');
    expect((await strict.store.accountById(id))?.lockedUntil).toBe(strict.clock.now + 30 * MINUTE);
  });
});

test('recovery codes can be renewed, and the old ones are worth nothing', async () => {
  const { browser, username } = await signedIn();
  const { recovery } = await setUp(browser, server.clock.now);
  const renewed = (await browser.post('/api/v1/me/recovery-codes', null)).body.recovery;
  const attempt = async (code: string) => {
    const other = browserOf(server);
    await signIn(other, username);
    return (await other.post('/api/v1/session/code', { code })).body;
  };
  expect(await attempt(recovery[0] ?? '')).toMatchObject({ kind: 'code-wrong' });
  expect(await attempt(renewed[0])).toMatchObject({ next: 'in', recoveryLeft: 9 });
});
