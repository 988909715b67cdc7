import * as v from 'valibot';
import { PASSWORD_MOST, PROFILE_NAMES } from '../../actor/password.ts';
import { FUNCTIONS, LEVELS } from '../../station/lifecycle.ts';

const none = v.object({});
const password = v.pipe(v.string(), v.minLength(1), v.maxLength(PASSWORD_MOST * 4));
const oneTime = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
/** A code of the second factor or, where it may be one, a recovery code. */
const code = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const ticket = v.pipe(v.string(), v.minLength(1), v.maxLength(400));

/** A secret that is not yet the account’s: to be scanned or typed into an authenticator, and sent back sealed with its first code. */
const offer = v.object({ secret: v.string(), uri: v.string(), ticket: v.string() });
/** Shown once. */
const recovery = v.array(v.string());

/** What comes next: `in` is signed in; before that a code, a new password, or setting up the second factor. */
const next = v.object({
  next: v.picklist(['in', 'code', 'password', 'set-up']),
  /** The rules for a new password. */
  profile: v.picklist(PROFILE_NAMES),
  offer: v.nullable(offer),
  recovery: v.nullable(recovery),
  /** After a recovery code was used: how many are left. */
  recoveryLeft: v.nullable(v.number()),
});

/** Instants in milliseconds. `expiresAt`: unless the session is used before; `endsAt`: even if it is. */
const lasting = { expiresAt: v.number(), endsAt: v.number(), serverTime: v.number() };

/** Signing in and out, and one’s own account. */
export const SESSION_ROUTES = {
  session: {
    summary: '现在有没有登录、还能用多久；问一问不算使用。试用环境还给出示例账号的用户名',
    method: 'GET',
    path: '/api/v1/session',
    who: 'anyone',
    params: none,
    query: none,
    reply: v.object({
      expiresAt: v.nullable(v.number()),
      endsAt: v.nullable(v.number()),
      serverTime: v.number(),
      demo: v.array(v.object({ username: v.string(), name: v.string() })),
    }),
  },
  signIn: {
    summary: '用用户名和密码登录',
    method: 'POST',
    path: '/api/v1/session',
    who: 'anyone',
    params: none,
    query: none,
    body: v.object({ username: v.pipe(v.string(), v.minLength(1), v.maxLength(64)), password }),
    reply: next,
  },
  signInCode: {
    summary: '登录第二步：验证码或恢复码',
    method: 'POST',
    path: '/api/v1/session/code',
    who: 'anyone',
    params: none,
    query: none,
    body: v.object({ code }),
    reply: next,
  },
  signInPassword: {
    summary: '密码到期后先换密码再登录',
    method: 'POST',
    path: '/api/v1/session/password',
    who: 'anyone',
    params: none,
    query: none,
    body: v.object({ password }),
    reply: next,
  },
  signInSetUp: {
    summary: '还没有两步验证的账号先设好再登录',
    method: 'POST',
    path: '/api/v1/session/second-factor',
    who: 'anyone',
    params: none,
    query: none,
    body: v.object({ ticket, code }),
    reply: next,
  },
  openInvite: {
    summary: '邀请链接是给谁的',
    method: 'POST',
    path: '/api/v1/join/open',
    who: 'anyone',
    params: none,
    query: none,
    body: v.object({ token: oneTime }),
    reply: v.object({
      username: v.string(),
      fullName: v.string(),
      union: v.string(),
      functions: v.array(v.picklist(FUNCTIONS)),
      profile: v.picklist(PROFILE_NAMES),
      needsSecondFactor: v.boolean(),
      offer,
      expiresAt: v.number(),
    }),
  },
  join: {
    summary: '用邀请链接定下密码和两步验证，随后就是登录状态',
    method: 'POST',
    path: '/api/v1/join',
    who: 'anyone',
    params: none,
    query: none,
    body: v.object({ token: oneTime, password, ticket: v.nullable(ticket), code: v.nullable(code) }),
    reply: v.object({ recovery: v.nullable(recovery) }),
  },
  me: {
    summary: '现在登录的是谁、属于哪个工会、有哪些职能',
    method: 'GET',
    path: '/api/v1/me',
    who: 'account',
    params: none,
    query: none,
    reply: v.object({
      id: v.string(),
      username: v.string(),
      name: v.string(),
      union: v.object({
        id: v.string(),
        name: v.string(),
        level: v.picklist(LEVELS),
        region: v.nullable(v.string()),
      }),
      functions: v.array(v.picklist(FUNCTIONS)),
      /** Milliseconds: until then the password need not be given again. */
      freshUntil: v.number(),
      ...lasting,
    }),
  },
  extendSession: {
    summary: '继续使用：登录从现在起重新计时',
    method: 'POST',
    path: '/api/v1/session/extend',
    who: 'account',
    params: none,
    query: none,
    reply: v.object(lasting),
  },
  signOut: {
    summary: '退出登录',
    method: 'POST',
    path: '/api/v1/session/end',
    who: 'account',
    params: none,
    query: none,
    reply: v.object({}),
  },
  giveFresh: {
    summary: '再输一次密码，五分钟内可以办要紧的步骤',
    method: 'POST',
    path: '/api/v1/session/fresh',
    who: 'account',
    params: none,
    query: none,
    body: v.object({ password }),
    reply: v.object({ freshUntil: v.number(), serverTime: v.number() }),
  },
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
    params: v.object({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) }),
    query: none,
    reply: v.object({}),
  },
} as const;
