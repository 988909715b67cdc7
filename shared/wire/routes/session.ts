import * as v from 'valibot';
import { PROFILE_NAMES } from '../../actor/password.ts';
import { FUNCTIONS, LEVELS } from '../../station/lifecycle.ts';
import { line } from '../plain.ts';
import { code, none, OWN_ROUTES, offer, oneTime, password, recovery, ticket } from './own.ts';

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
    body: v.object({ username: line(64), password }),
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
  ...OWN_ROUTES,
} as const;
