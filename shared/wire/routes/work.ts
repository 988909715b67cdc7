import * as v from 'valibot';
import { STATUSES } from '../../station/station.ts';
import { WORK_KINDS } from '../../station/work.ts';

const none = v.object({});

const workItem = v.object({
  id: v.string(),
  code: v.nullable(v.string()),
  name: v.string(),
  status: v.picklist(STATUSES),
  synthetic: v.boolean(),
  unionName: v.string(),
  /** The day by which it is to be done; null where none is set. */
  due: v.nullable(v.string()),
  /** `hours`: when somebody looked last. */
  since: v.nullable(v.string()),
  /** Why, in people's words; of `task` which one. */
  note: v.nullable(v.string()),
});

/** What waits for whom. */
export const WORK_ROUTES = {
  work: {
    summary: '现在登录的人有哪些事要办：每类多少件、已经超期多少件、最急的几件',
    method: 'GET',
    path: '/api/v1/work',
    who: 'account',
    params: none,
    /** One pile alone, with up to 200 of it. */
    query: v.object({ kind: v.optional(v.picklist(WORK_KINDS)) }),
    reply: v.object({
      /** Piles with nothing in them are left out. */
      piles: v.array(
        v.object({
          kind: v.picklist(WORK_KINDS),
          count: v.number(),
          items: v.array(workItem),
        }),
      ),
      serverTime: v.number(),
    }),
  },
} as const;
