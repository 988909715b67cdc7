import { describe, expect, test } from 'vitest';
import type { AccountChange, AccountCommand, NewSession, SessionId } from '../../server/store/port/accounts.ts';
import type { Store } from '../../server/store/port.ts';
import {
  type Account,
  type AccountId,
  choosePassword,
  disableAccount,
  inviteAccount,
  setSecondFactor,
  takeStep,
} from '../../shared/actor/account.ts';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import { ok, refuse } from '../../shared/kernel/result.ts';
import { union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, stageOn } from './stage.ts';
import { command, NOON } from './world.ts';

const idOf = (n: number) => n.toString(16).padStart(32, 'f') as AccountId;
const hashOf = (n: number) => n.toString(16).padStart(64, '0');
const HOUR = 3_600_000;

let commands = 0;
/** A command of the server's own, which is never asked twice. */
function own(at: Instant = NOON): AccountCommand {
  return { ...command(`own:${++commands}`), bodyHash: null, at };
}

function change<T>(after: Account, outcome: T, over: Partial<AccountChange<T>> = {}): AccountChange<T> {
  return { after, step: 'edit', reason: null, note: {}, end: 'none', begin: null, invite: 'keep', outcome, ...over };
}

function newAccount(n: number, username = `person${n}`): Account {
  const facts = { name: '李敏', union: union('410105'), functions: ['officer'] as const, stations: [] };
  return accepted(inviteAccount({ id: idOf(n), username }, facts));
}

async function put(store: Store, account: Account, over: Partial<AccountChange<true>> = {}): Promise<void> {
  accepted(await store.changeAccount(own(), null, () => ok(change<true>(account, true, { step: 'invite', ...over }))));
}

function session(n: number, account: AccountId, madeAt: Instant = NOON): NewSession {
  const id = n.toString(16).padStart(32, '5') as SessionId;
  const times = { madeAt, usedAt: madeAt, freshUntil: madeAt };
  return { id, account, stage: 'whole', ...times, agent: 'Chrome · Windows', tokenHash: hashOf(n) };
}

export function accountsContract(engine: Engine): void {
  describe('accounts', () => {
    const stage = stageOn(engine);

    test('are kept whole, found by name in any case, and one name is one account', async () => {
      const store = await stage.open();
      const factor = { sealed: 'sealed', step: 7, recovery: ['one', 'two'] };
      const account = setSecondFactor(choosePassword(newAccount(1, 'Li.Min'), 'hash', NOON), factor);
      await put(store, account);
      expect(await store.accountById(idOf(1))).toEqual(account);
      expect(await store.accountByUsername('LI.MIN')).toEqual(account);
      expect(await store.accountByUsername('li.mi_')).toBeNull();
      const again = await store.changeAccount(own(), null, () => ok(change(newAccount(2, 'li.min'), true)));
      expect(again).toMatchObject({ ok: false, refusal: { kind: 'username-taken' } });
      expect(await store.accountById(idOf(2))).toBeNull();
      expect(await store.accountNames([idOf(1), 'system'])).toEqual(
        new Map([[idOf(1), { username: 'Li.Min', name: '李敏', union: '410105' }]]),
      );
    });

    test('are changed once under one id, and a refusal leaves nothing', async () => {
      const store = await stage.open();
      await put(store, newAccount(1));
      const asked = command(stage.next.command());
      const disable = () =>
        store.changeAccount(asked, idOf(1), (held) =>
          held === null ? refuse({ kind: 'account-unknown' }) : ok(change(disableAccount(held), 'done')),
        );
      const [first, second] = [accepted(await disable()), accepted(await disable())];
      expect([first.outcome, second.outcome]).toEqual(['done', null]);
      expect(second.receipt).toEqual(first.receipt);
      expect(await store.historyOf(idOf(1))).toHaveLength(2);
      const refused = await store.changeAccount(own(), idOf(1), () => refuse({ kind: 'own-account' }));
      expect(refused.ok).toBe(false);
      expect(await store.changeAccount(own(), idOf(9), () => refuse({ kind: 'own-account' }))).toMatchObject({
        refusal: { kind: 'account-unknown' },
      });
      expect(await store.historyOf(idOf(1))).toHaveLength(2);
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    });

    test('take one code once, however many come at once', async () => {
      const [store, other] = [await stage.open(), await stage.open()];
      await put(store, setSecondFactor(newAccount(1), { sealed: 'sealed', step: 7, recovery: [] }));
      const attempts = Array.from({ length: 12 }, (_, n) =>
        (n % 2 === 0 ? store : other).changeAccount(own(), idOf(1), (held) => {
          const taken = held === null ? refuse({ kind: 'account-unknown' as const }) : takeStep(held, 8);
          if (!taken.ok) return taken;
          const begin = session(n, idOf(1));
          return ok(change(taken.value, n, { step: 'sign-in', begin }));
        }),
      );
      const done = await Promise.all(attempts);
      expect(done.filter((one) => one.ok)).toHaveLength(1);
      expect(done.filter((one) => !one.ok && one.refusal.kind === 'code-used')).toHaveLength(11);
      expect(await store.sessionsOf(idOf(1))).toHaveLength(1);
    });

    test('are taken up by one invitation once, however many come at once, and not after its time', async () => {
      const [store, other] = [await stage.open(), await stage.open()];
      const invite = { tokenHash: hashOf(1), expiresAt: instant(NOON + HOUR) };
      await put(store, newAccount(1), { invite });
      expect(await store.inviteByToken(hashOf(1), NOON)).toMatchObject({ account: { id: idOf(1) } });
      const take = (by: Store, at: Instant) =>
        by.takeInvite(own(at), hashOf(1), (held) =>
          ok(change(choosePassword(held, 'hash', at), true, { step: 'join', invite: 'used' })),
        );
      expect(await take(store, instant(NOON + HOUR))).toMatchObject({ refusal: { kind: 'invite-unknown' } });
      const done = await Promise.all(Array.from({ length: 12 }, (_, n) => take(n % 2 === 0 ? store : other, NOON)));
      expect(done.filter((one) => one.ok)).toHaveLength(1);
      expect(done.filter((one) => !one.ok && one.refusal.kind === 'invite-unknown')).toHaveLength(11);
      expect((await store.historyOf(idOf(1))).map(({ step }) => step)).toEqual(['invite', 'join']);
      expect(await store.inviteByToken(hashOf(1), NOON)).toBeNull();
    });

    test('have sessions that are found by their token, end as told, and are swept when old', async () => {
      const store = await stage.open();
      await put(store, newAccount(1));
      const begin = (n: number, at: Instant) =>
        store.changeAccount(own(), idOf(1), (held) =>
          ok(change(held ?? newAccount(1), true, { step: null, begin: session(n, idOf(1), at) })),
        );
      for (const n of [1, 2, 3]) accepted(await begin(n, instant(NOON + n)));
      await store.markSession(session(1, idOf(1)).id, { usedAt: instant(NOON + 9) });
      expect((await store.sessionByToken(hashOf(1)))?.session).toMatchObject({ usedAt: NOON + 9, madeAt: NOON + 1 });
      expect((await store.sessionsOf(idOf(1))).map(({ usedAt }) => usedAt - NOON)).toEqual([9, 3, 2]);
      const end = (over: Partial<AccountChange<true>>) =>
        store.changeAccount(own(), idOf(1), (held) => ok(change<true>(held ?? newAccount(1), true, over)));
      await end({ end: { only: session(2, idOf(1)).id } });
      expect(await store.sessionByToken(hashOf(2))).toBeNull();
      await store.sweepSessions(instant(NOON + 3));
      expect(await store.sessionByToken(hashOf(1))).toBeNull();
      accepted(await begin(4, NOON));
      await end({ end: { except: session(4, idOf(1)).id } });
      expect(await store.sessionsOf(idOf(1))).toHaveLength(1);
      await end({ end: 'all' });
      expect(await store.sessionsOf(idOf(1))).toEqual([]);
    });

    test('are listed by name, page by page, with what people type taken as it is', async () => {
      const store = await stage.open();
      for (const [n, name] of ['anna', 'bob', 'carl_o', 'dan'].entries()) await put(store, newAccount(n, name));
      const list = (over: object) =>
        store.accounts({
          unions: null,
          q: '',
          function: null,
          state: null,
          after: null,
          limit: 2,
          at: NOON,
          ...over,
        });
      const first = await list({});
      expect([first.rows.map(({ username }) => username), first.total]).toEqual([['anna', 'bob'], 4]);
      expect((await list({ after: 'bob' })).rows.map(({ username }) => username)).toEqual(['carl_o', 'dan']);
      expect((await list({ q: '_' })).rows.map(({ username }) => username)).toEqual(['carl_o']);
      expect((await list({ q: '%' })).total).toBe(0);
      expect((await list({ unions: [union('410202')] })).total).toBe(0);
      expect((await list({ function: 'officer', state: 'invited' })).total).toBe(4);
      expect((await list({ state: 'active' })).total).toBe(0);
      await store.noteStranger('0a');
      await store.noteStranger('0a');
      expect(await stage.place().run('select tries from account_stranger')).toEqual([
        { tries: engine.kind === 'postgres' ? '2' : 2 },
      ]);
    });
  });
}
