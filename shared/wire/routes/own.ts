import * as v from 'valibot';
import { PASSWORD_MOST, PROFILE_NAMES } from '../../actor/password.ts';
import { hexId } from '../plain.ts';

export const none = v.object({});
export const password = v.pipe(v.string(), v.minLength(1), v.maxLength(PASSWORD_MOST * 4));
export const oneTime = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
/** A code of the second factor or, where it may be one, a recovery code. */
export const code = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
export const ticket = v.pipe(v.string(), v.minLength(1), v.maxLength(400));

/** A secret that is not yet the account’s: to be scanned or typed into an authenticator, and sent back sealed with its first code. */
export const offer = v.object({ secret: v.string(), uri: v.string(), ticket: v.string() });
/** Shown once. */
export const recovery = v.array(v.string());

/** One’s own account: password, second factor, where it is signed in. */
export const OWN_ROUTES = {
  myAccount: {
    summary: '自己的账号：密码、两步验证、负责的站点',
    method: 'GET',
    path: '/api/v1/me/account',
    who: 'account',
    params: none,
    query: none,
    reply: v.object({
      profile: v.picklist(PROFILE_NAMES),
      passwordSince: v.number(),
      /** Null: it holds for ever. */
      passwordEnds: v.nullable(v.number()),
      secondFactor: v.boolean(),
      needsSecondFactor: v.boolean(),
      recoveryLeft: v.number(),
      stations: v.array(v.object({ id: v.string(), code: v.nullable(v.string()), name: v.string() })),
    }),
  },
  changePassword: {
    summary: '换密码；别处的登录都结束',
    method: 'POST',
    path: '/api/v1/me/password',
    who: 'account',
    params: none,
    query: none,
    body: v.object({ current: password, password }),
    reply: v.object({}),
  },
  offerSecondFactor: {
    summary: '要一个新的两步验证密钥；用第一个验证码确认后才生效',
    method: 'POST',
    path: '/api/v1/me/second-factor/offer',
    who: 'account',
    params: none,
    query: none,
    reply: offer,
  },
  setSecondFactor: {
    summary: '确认新的两步验证，得到十个恢复码；别处的登录都结束',
    method: 'POST',
    path: '/api/v1/me/second-factor',
    who: 'account',
    params: none,
    query: none,
    body: v.object({ ticket, code }),
    reply: v.object({ recovery }),
  },
  renewRecovery: {
    summary: '换十个新的恢复码，旧的都作废',
    method: 'POST',
    path: '/api/v1/me/recovery-codes',
    who: 'account',
    params: none,
    query: none,
    reply: v.object({ recovery }),
  },
  mySessions: {
    summary: '自己在哪些地方登录着',
    method: 'GET',
    path: '/api/v1/me/sessions',
    who: 'account',
    params: none,
    query: none,
    reply: v.object({
      sessions: v.array(
        v.object({
          id: v.string(),
          isThis: v.boolean(),
          madeAt: v.number(),
          usedAt: v.number(),
          agent: v.string(),
        }),
      ),
    }),
  },
  endMySession: {
    summary: '结束自己在别处的一次登录',
    method: 'POST',
    path: '/api/v1/me/sessions/{id}/end',
    who: 'account',
    params: v.object({ id: hexId }),
    query: none,
    reply: v.object({}),
  },
} as const;
