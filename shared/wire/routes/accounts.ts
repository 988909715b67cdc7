import * as v from 'valibot';
import { ACCOUNT_STATES } from '../../actor/account.ts';
import { FUNCTIONS } from '../../station/lifecycle.ts';
import { hexId, line, lineOrNull, text, whole } from '../plain.ts';

const none = v.object({});
const commandId = hexId;
const functions = v.pipe(v.array(v.picklist(FUNCTIONS)), v.maxLength(FUNCTIONS.length));
const unionId = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

/** What a security administrator says about an account. `stations`: ids, for keepers and inspectors. */
const facts = {
  fullName: line(40),
  union: unionId,
  functions,
  stations: v.pipe(v.array(hexId), v.maxLength(200)),
};

const station = v.object({ id: v.string(), code: v.nullable(v.string()), name: v.string(), union: v.string() });

const account = v.object({
  id: v.string(),
  username: v.string(),
  fullName: v.string(),
  union: v.object({ id: v.string(), name: v.string() }),
  functions: v.array(v.picklist(FUNCTIONS)),
  state: v.picklist(ACCOUNT_STATES),
  secondFactor: v.boolean(),
  /** Milliseconds. */
  signedAt: v.nullable(v.number()),
  lockedUntil: v.nullable(v.number()),
  rev: v.number(),
});

/** Where the invited person begins: a path of the workspace with the one-time token behind its `#`, which is never sent in an address. */
const invite = v.object({ path: v.string(), expiresAt: v.number() });

export const ACCOUNT_STEPS = ['disable', 'enable', 'unlock', 'reset', 'end-sessions'] as const;

/** Accounts of a union’s branch, kept by its security administrator. */
export const ACCOUNT_ROUTES = {
  accounts: {
    summary: '本级和下级工会的账号，按用户名排；after 接着上一页最后一个用户名',
    method: 'GET',
    path: '/api/v1/accounts',
    who: 'account',
    params: none,
    query: v.object({
      q: v.optional(text(40), ''),
      function: v.optional(v.picklist(FUNCTIONS)),
      state: v.optional(v.picklist(ACCOUNT_STATES)),
      union: v.optional(unionId),
      after: v.optional(text(64)),
    }),
    reply: v.object({ accounts: v.array(account), total: v.number(), hasMore: v.boolean() }),
  },
  account: {
    summary: '一个账号：负责的站点、在哪些地方登录着',
    method: 'GET',
    path: '/api/v1/accounts/{id}',
    who: 'account',
    params: v.object({ id: hexId }),
    query: none,
    reply: v.object({
      ...account.entries,
      stations: v.array(station),
      sessions: v.array(v.object({ id: v.string(), madeAt: v.number(), usedAt: v.number(), agent: v.string() })),
    }),
  },
  accountStations: {
    summary: '给站长和巡查员挑站点：按名称或编码找本级和下级的站点',
    method: 'GET',
    path: '/api/v1/account-stations',
    who: 'account',
    params: none,
    query: v.object({
      union: v.optional(unionId),
      q: v.optional(text(60), ''),
    }),
    reply: v.object({ stations: v.array(station) }),
  },
  inviteAccount: {
    summary: '邀请一个人：建账号，得到一次性的链接',
    method: 'POST',
    path: '/api/v1/accounts',
    who: 'account',
    params: none,
    query: none,
    body: v.object({
      commandId,
      username: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,31}$/, 'limin')),
      ...facts,
    }),
    reply: v.object({ id: v.string(), invite }),
  },
  editAccount: {
    summary: '改姓名、工会、职责、负责的站点；这个账号的登录都结束',
    method: 'POST',
    path: '/api/v1/accounts/{id}',
    who: 'account',
    params: v.object({ id: hexId }),
    query: none,
    body: v.object({ commandId, rev: whole(1, 2 ** 31), ...facts }),
    reply: v.object({ rev: v.number() }),
  },
  stepAccount: {
    summary: '停用、启用、解锁、重置（得到新的一次性链接）、结束登录',
    method: 'POST',
    path: '/api/v1/accounts/{id}/steps',
    who: 'account',
    params: v.object({ id: hexId }),
    query: none,
    body: v.object({
      commandId,
      step: v.picklist(ACCOUNT_STEPS),
      reason: lineOrNull(500),
    }),
    reply: v.object({ rev: v.number(), invite: v.nullable(invite) }),
  },
  endAccountSession: {
    summary: '结束别人的一次登录',
    method: 'POST',
    path: '/api/v1/accounts/{id}/sessions/{session}/end',
    who: 'account',
    params: v.object({ id: hexId, session: hexId }),
    query: none,
    body: v.object({ commandId }),
    reply: v.object({}),
  },
} as const;
