import * as v from 'valibot';
import { FUNCTIONS, LEVELS } from '../../station/lifecycle.ts';

const none = v.object({});

/** Signing in and out, and one’s own account. */
export const SESSION_ROUTES = {
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
      serverTime: v.number(),
    }),
  },
} as const;
