import * as v from 'valibot';
import type { UnionId } from '../../station/station.ts';
import { TABLES } from '../../stats/definition.ts';
import { SUBMISSION_STATES, SUBMISSION_STEPS, WARNINGS } from '../../stats/submission.ts';
import { PERIOD_KINDS } from '../../stats/submission-due.ts';
import { periodText } from '../figures-query.ts';
import { FigureView, TableView } from '../figures-view.ts';
import { hexId, line, whole } from '../plain.ts';

const none = v.object({});
const named = v.object({ id: v.string(), name: v.string() });
const asOf = v.object({ seq: v.number(), at: v.number() });
const state = v.picklist(SUBMISSION_STATES);
const union = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,40}$/, '410102'),
  v.transform((id) => id as UnionId),
);
const which = v.object({ union, period: periodText });
/** Longest note or fault in characters. */
export const SAID_MOST = 500;
const MOST = 40;
/** Unions of the branch named as late in one answer. */
export const LATE_MOST = 200;

/** One union's figures of one period, in a line. `closing`: stations at its end, as handed in. */
const cell = v.object({
  period: v.string(),
  state,
  dueOn: v.string(),
  isLate: v.boolean(),
  submittedAt: v.nullable(v.number()),
  signedAt: v.nullable(v.number()),
  closing: v.nullable(FigureView),
});
const act = v.object({ byName: v.string(), at: v.number() });
const fault = v.object({
  table: v.nullable(v.picklist(TABLES)),
  row: v.nullable(v.pipe(v.string(), v.maxLength(60))),
  text: line(SAID_MOST),
});

/** Reports upward: a period's figures handed in, returned and signed. */
export const SUBMISSION_ROUTES = {
  submissions: {
    summary: '上报一览：本工会各期到了哪一步，下一级工会每期到了哪一步，整支里谁迟了',
    method: 'GET',
    path: '/api/v1/figures/submissions',
    who: 'account',
    params: none,
    /** `union`: the asker's own when left out. */
    query: v.object({ kind: v.optional(v.picklist(PERIOD_KINDS), 'month'), union: v.optional(union) }),
    reply: v.object({
      union: named,
      above: v.nullable(named),
      /** Unions from the asker's own down to this one. */
      path: v.array(named),
      /** The newest first. `endsOn`: its last day; `isOver`: that day has passed. */
      periods: v.array(v.object({ period: v.string(), words: v.string(), endsOn: v.string(), isOver: v.boolean() })),
      /** Of the union itself, in the order of the periods; empty for unions that hand in nothing of their own. */
      own: v.array(cell),
      /** Right below, the late ones first. `below`: has unions that report below it. */
      below: v.array(v.object({ union: named, below: v.boolean(), cells: v.array(cell) })),
      /** Who of the whole branch is late with the newest period that is over, those longest late first, and how many. */
      late: v.object({
        period: v.nullable(v.string()),
        count: v.number(),
        unions: v.array(v.object({ id: v.string(), name: v.string(), under: v.string(), dueOn: v.string() })),
      }),
      serverTime: v.number(),
    }),
  },
  submission: {
    summary: '一个工会一期的上报：各表（没上报的按现在算）、提醒和说明、下级签认的数和重算的数、经过',
    method: 'GET',
    path: '/api/v1/figures/submissions/{union}/{period}',
    who: 'account',
    params: which,
    query: none,
    reply: v.object({
      union: named,
      above: v.nullable(named),
      period: v.string(),
      words: v.string(),
      endsOn: v.string(),
      isOver: v.boolean(),
      dueOn: v.string(),
      isLate: v.boolean(),
      state,
      rev: v.number(),
      /** What the asker may do now. */
      may: v.array(v.picklist(SUBMISSION_STEPS)),
      /** Of the tables below: of what was handed in, or of what would be. */
      asOf,
      openingAsOf: v.nullable(asOf),
      hash: v.string(),
      tables: v.array(TableView),
      warnings: v.array(
        v.object({
          id: v.picklist(WARNINGS),
          figure: v.nullable(v.number()),
          about: v.array(v.string()),
          /** What was said to it; of what was sent back, what was said then. */
          note: v.nullable(v.string()),
        }),
      ),
      submitted: v.nullable(act),
      returned: v.nullable(v.object({ ...act.entries, faults: v.array(fault) })),
      signed: v.nullable(act),
      /** Those right below: what they signed and with what, and what the tables above say of their region. */
      below: v.array(
        v.object({
          union: named,
          region: v.nullable(v.string()),
          state,
          signed: v.nullable(FigureView),
          signedAsOf: v.nullable(asOf),
          here: v.nullable(FigureView),
        }),
      ),
      steps: v.array(
        v.object({
          seq: v.number(),
          at: v.number(),
          step: v.string(),
          byName: v.string(),
          unionName: v.string(),
          reason: v.nullable(v.string()),
        }),
      ),
      serverTime: v.number(),
    }),
  },
  submissionCheck: {
    summary: '核对：按上报时的截至时刻重算一遍，看校验值是不是一样',
    method: 'GET',
    path: '/api/v1/figures/submissions/{union}/{period}/check',
    who: 'account',
    params: which,
    query: none,
    reply: v.object({ asOf, hash: v.string(), again: v.string(), isSame: v.boolean() }),
  },
  submissionStep: {
    summary: '上报、退回或签认；同一个编号再发一次，得到同一张回执',
    method: 'POST',
    path: '/api/v1/figures/submissions/{union}/{period}/steps',
    who: 'account',
    params: which,
    query: none,
    body: v.object({
      id: hexId,
      /** Of what the asker looked at; 0 where nothing was handed in. */
      rev: whole(0, 1e6),
      act: v.variant('step', [
        v.object({
          step: v.literal('submit'),
          /** The figures handed in are those known up to this row of history: what the asker looked at. */
          asOf: whole(0, 1e15),
          notes: v.pipe(
            v.array(v.object({ warning: v.picklist(WARNINGS), text: line(SAID_MOST) })),
            v.maxLength(WARNINGS.length),
          ),
        }),
        v.object({ step: v.literal('return'), faults: v.pipe(v.array(fault), v.minLength(1), v.maxLength(MOST)) }),
        v.object({ step: v.literal('sign') }),
      ]),
    }),
    reply: v.object({ id: v.string(), at: v.number(), state, rev: v.number() }),
  },
} as const;
