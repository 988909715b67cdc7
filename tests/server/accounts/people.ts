import { Secret, TOTP } from 'otpauth';
import { expect } from 'vitest';
import { changeOf } from '../../../server/feature/session/desk.ts';
import { type AccountFacts, type AccountId, choosePassword, inviteAccount } from '../../../shared/actor/account.ts';
import { SYSTEM } from '../../../shared/actor/actor.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { TestServer } from '../../fixtures/make/server.ts';
import { TEST_SIGNING } from '../../fixtures/make/signed.ts';

export const PASSWORD = 'four-quiet-grey-herons';

export const OFFICER: AccountFacts = {
  name: '李敏',
  union: '410102' as UnionId,
  functions: ['officer'],
  stations: [],
};

let people = 0;

/** An account with a password and no second factor, put into the store as the command line would. */
export async function personAt(
  { store, clock }: TestServer,
  username = `person${++people}`,
  facts: AccountFacts = OFFICER,
): Promise<{ readonly id: AccountId; readonly username: string }> {
  const id = (++people).toString(16).padStart(32, 'c') as AccountId;
  const hash = await TEST_SIGNING.hashing.hash(PASSWORD);
  const command = { commandId: `made:${id}`, actor: SYSTEM, bodyHash: null, at: clock.now };
  const done = await store.changeAccount(command, null, (_, at) => {
    const invited = inviteAccount({ id, username }, facts);
    return invited.ok ? ok(changeOf(choosePassword(invited.value, hash, at), true, { step: 'invite' })) : invited;
  });
  expect(done).toMatchObject({ ok: true });
  return { id, username };
}

/** A browser in small: keeps the session's cookie and sends it. */
export type Browser = {
  readonly cookie: string;
  /** The Set-Cookie line of the last answer that had one. */
  readonly set: string;
  post(path: string, body: unknown): Promise<{ readonly status: number; readonly body: Answer }>;
  get(path: string): Promise<{ readonly status: number; readonly body: Answer }>;
};

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into freely; its schema is proven elsewhere
type Answer = any;

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36';
let browsers = 0;

/** Each at an address of its own, which the server believes when it trusts its proxy. */
export function browserOf({ app }: TestServer, { agent = WINDOWS, address = `10.0.0.${++browsers}` } = {}): Browser {
  let [cookie, set] = ['', ''];
  const send = async (path: string, init: RequestInit) => {
    const headers = {
      'user-agent': agent,
      'x-forwarded-for': address,
      ...(cookie !== '' && { cookie }),
      ...init.headers,
    };
    const response = await app.request(path, { ...init, headers });
    const line = response.headers.get('set-cookie');
    if (line !== null) [cookie, set] = [line.split(';', 1).join(''), line];
    return { status: response.status, body: await response.json() };
  };
  return {
    get cookie() {
      return cookie;
    },
    get set() {
      return set;
    },
    get: (path) => send(path, {}),
    post: (path, body) =>
      send(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  };
}

/** Signs in with the password alone, as far as that goes. */
export async function signIn(browser: Browser, username: string, password = PASSWORD): Promise<Answer> {
  return (await browser.post('/api/v1/session', { username, password })).body;
}

/** What the person's phone shows at an instant. */
export function codeAt(secret: string, at: Instant): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
}

/** Gives a person who is freshly signed in a second factor; answers its secret and the recovery codes. */
export async function setUp(
  browser: Browser,
  at: Instant,
): Promise<{ readonly secret: string; readonly recovery: readonly string[] }> {
  const { secret, ticket } = (await browser.post('/api/v1/me/second-factor/offer', null)).body;
  const set = await browser.post('/api/v1/me/second-factor', { ticket, code: codeAt(secret, at) });
  expect(set.status).toBe(200);
  return { secret, recovery: set.body.recovery };
}

export function later(server: TestServer, ms: number): Instant {
  server.clock.now = (server.clock.now + ms) as Instant;
  return server.clock.now;
}
