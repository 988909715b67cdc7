import * as argon from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeOf } from '../../../server/feature/session/desk.ts';
import { type Argon, hashing } from '../../../server/feature/session/hashing.ts';
import { disableAccount, inviteAccount } from '../../../shared/actor/account.ts';
import { SYSTEM } from '../../../shared/actor/actor.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { TEST_COST, TEST_SIGNING } from '../../fixtures/make/signed.ts';
import { browserOf, OFFICER, PASSWORD, personAt, signIn } from './people.ts';

/** What was asked for: each verification by the hash it worked on, each new hash as `hash`. */
const work: string[] = [];
const counted: Argon = {
  hash: (...asked) => {
    work.push('hash');
    return argon.hash(...asked);
  },
  verify: (...asked) => {
    work.push(String(asked[0]));
    return argon.verify(...asked);
  },
};

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ deps: { signing: { ...TEST_SIGNING, hashing: hashing(TEST_COST, counted) } } });
});
afterAll(() => server.close());

/** A try to sign in: what it was told, and the work done for it; of a hash its kind and cost. */
async function tried(username: string, password: string) {
  work.length = 0;
  const { next, kind } = await signIn(browserOf(server), username, password);
  return { told: next ?? kind, work: work.map((each) => each.split('$').slice(1, 4).join(' ')) };
}

const FAILED = { told: 'sign-in-failed', work: ['argon2id v=19 m=8,t=1,p=1'] };

describe('the work of one try to sign in is one verification of the same cost', () => {
  test('with the first name ever that nobody has, and with any later one', async () => {
    expect(await tried('nobody-at-all', PASSWORD)).toEqual(FAILED);
    expect(await tried('nobody-either', PASSWORD)).toEqual(FAILED);
  });

  test('with a wrong password, and with the right one', async () => {
    const { username } = await personAt(server);
    expect(await tried(username, 'wrong')).toEqual(FAILED);
    expect(await tried(username, PASSWORD)).toEqual({ ...FAILED, told: 'in' });
  });

  test('with a locked account, whatever the password', async () => {
    const { username, id } = await personAt(server);
    for (let n = 0; n < 10; n++) await signIn(browserOf(server), username, 'wrong');
    expect((await server.store.accountById(id))?.lockedUntil).not.toBeNull();
    expect(await tried(username, PASSWORD)).toEqual(FAILED);
    expect(await tried(username, 'wrong')).toEqual(FAILED);
  });

  test('with a disabled account, and with one that was invited and has no password yet', async () => {
    const { username, id } = await personAt(server);
    const by = (commandId: string) => ({ commandId, actor: SYSTEM, bodyHash: null, at: server.clock.now });
    await server.store.changeAccount(by('disable'), id, (account) => {
      if (account === null) throw new Error('nobody to disable');
      return ok(changeOf(disableAccount(account), true, { step: 'disable' }));
    });
    expect(await tried(username, PASSWORD)).toEqual(FAILED);
    const invited = { id: 'd'.repeat(32), username: 'invited.person' };
    await server.store.changeAccount(by('invite'), null, () => {
      const made = inviteAccount(invited as Parameters<typeof inviteAccount>[0], OFFICER);
      return made.ok ? ok(changeOf(made.value, true, { step: 'invite' })) : made;
    });
    expect((await server.store.accountByUsername(invited.username))?.password).toBeNull();
    expect(await tried(invited.username, PASSWORD)).toEqual(FAILED);
  });
});
