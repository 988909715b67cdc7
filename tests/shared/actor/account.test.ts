import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Account,
  type AccountId,
  accountState,
  choosePassword,
  editAccount,
  hadPasswords,
  inviteAccount,
  isLocked,
  resetAccount,
  setSecondFactor,
  takeRecovery,
  takeStep,
  usernameKey,
  wrongTry,
} from '../../../shared/actor/account.ts';
import { PASSWORD_PROFILES } from '../../../shared/actor/password.ts';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import { type AccountFunction, FUNCTIONS } from '../../../shared/station/lifecycle.ts';
import { stationId, union } from '../station/sample.ts';

const NOW = instant(1_800_000_000_000);
const FACTS = { name: '李敏', union: union('410102'), functions: ['officer'], stations: [] } as const;

function invited(over: Partial<Account> = {}): Account {
  const made = inviteAccount({ id: 'a'.repeat(32) as AccountId, username: 'limin' }, FACTS);
  if (!made.ok) throw new Error(made.refusal.kind);
  return { ...made.value, ...over };
}

describe('wrong tries', () => {
  test('lock at the profile’s number and not before, for the profile’s time', () => {
    for (const profile of Object.values(PASSWORD_PROFILES)) {
      let account = invited();
      for (let n = 1; n < profile.attempts; n++) {
        account = wrongTry(account, profile, NOW);
        expect(isLocked(account, NOW)).toBe(false);
      }
      account = wrongTry(account, profile, NOW);
      const until = NOW + profile.lockMinutes * 60_000;
      expect([
        isLocked(account, NOW),
        isLocked(account, instant(until - 1)),
        isLocked(account, instant(until)),
      ]).toEqual([true, true, false]);
    }
  });

  test('never shorten a lock nor lengthen it, however many come and whenever', () => {
    const profile = PASSWORD_PROFILES.mlps;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 * 60_000 }), { maxLength: 60 }), (waits) => {
        let [account, at]: [Account, Instant] = [invited(), NOW];
        for (const wait of waits) {
          at = instant(at + wait);
          const before = account;
          account = wrongTry(account, profile, at);
          if (isLocked(before, at)) expect(account).toBe(before);
          expect(account.failed).toBeLessThan(profile.attempts);
        }
      }),
    );
  });
});

describe('the second factor', () => {
  const factor = { sealed: 'sealed', step: 100, recovery: ['one', 'two'] };

  test('takes steps only forwards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 90, max: 130 })), (steps) => {
        let account = setSecondFactor(invited(), factor);
        let newest = factor.step;
        for (const step of steps) {
          const taken = takeStep(account, step);
          expect(taken.ok).toBe(step > newest);
          if (taken.ok) [account, newest] = [taken.value, step];
        }
      }),
    );
  });

  test('takes a recovery code once, and none that was never given', () => {
    const once = takeRecovery(setSecondFactor(invited(), factor), 'one');
    expect(once.ok && once.value.secondFactor?.recovery).toEqual(['two']);
    expect(once.ok && takeRecovery(once.value, 'one')).toEqual({ ok: false, refusal: { kind: 'code-wrong' } });
    expect(takeRecovery(invited(), 'one').ok).toBe(false);
  });
});

describe('an account', () => {
  test('holds no administrator’s function beside another, whichever two', () => {
    const admins: readonly AccountFunction[] = ['auditor', 'security-admin', 'system-admin'];
    for (const one of FUNCTIONS) {
      for (const two of FUNCTIONS) {
        const facts = { ...FACTS, functions: [one, two], stations: [stationId(1)] };
        const isApart = one !== two && (admins.includes(one) || admins.includes(two));
        expect(editAccount(invited(), facts, 1).ok, `${one} ${two}`).toBe(!isApart);
      }
    }
  });

  test('has stations only with a function that is bound to some', () => {
    const edited = editAccount(invited(), { ...FACTS, stations: [stationId(1)] }, 1);
    expect(edited.ok && edited.value.stations).toEqual([]);
    const keeper = editAccount(invited(), { ...FACTS, functions: ['keeper'], stations: [] }, 1);
    expect(keeper).toEqual({ ok: false, refusal: { kind: 'field-required', field: 'stations' } });
  });

  test('is invited until there is a password, and again after a reset, which forgets no old password', () => {
    const chosen = choosePassword(choosePassword(invited(), 'first', NOW), 'second', NOW);
    expect(accountState(chosen, NOW)).toBe('active');
    const reset = resetAccount(chosen);
    expect(accountState(reset, NOW)).toBe('invited');
    expect(hadPasswords(reset)).toEqual(['second', 'first']);
  });

  test('remembers five passwords', () => {
    let account = invited();
    for (const hash of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) account = choosePassword(account, hash, NOW);
    expect(hadPasswords(account)).toEqual(['g', 'f', 'e', 'd', 'c']);
  });

  test('is found by its name in any case and width', () => {
    expect(usernameKey('Ｌｉ.Min')).toBe(usernameKey('LI.MIN'));
  });
});
