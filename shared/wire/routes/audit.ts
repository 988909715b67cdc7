import * as v from 'valibot';
import type { StationId, UnionId } from '../../station/station.ts';
import { HISTORY_SUBJECTS } from '../../words/history.ts';
import { instantText, wholeText } from '../field.ts';
import { text } from '../plain.ts';

const none = v.object({});
const named = v.object({ id: v.string(), name: v.string() });
const commandId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, '0123456789abcdef0123456789abcdef'));

/** Rows of a page of the log, and of an export (the rest of a longer period is exported apart). */
export const HISTORY_PAGE = 50;
export const HISTORY_EXPORT_MOST = 1_000_000;

/** What of the log is meant. `code`: a station's code as it is written on its plaque; `reason`: part of a reason. */
const filter = {
  from: v.optional(instantText),
  to: v.optional(instantText),
  actor: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/, 'system'))),
  union: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\w-]{1,64}$/, '410102'),
      v.transform((id) => id as UnionId),
    ),
  ),
  step: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,40}$/, 'approve'))),
  subject: v.optional(v.picklist(HISTORY_SUBJECTS)),
  code: v.optional(v.pipe(v.string(), v.maxLength(40))),
  station: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[0-9a-f]{32}$/, '0123456789abcdef0123456789abcdef'),
      v.transform((id) => id as StationId),
    ),
  ),
  reason: v.optional(text(60)),
};

/** Instants in milliseconds. `before` and `after` hold the changed fields; of a station’s first row `after` is its whole record. */
const row = v.object({
  seq: v.number(),
  at: v.number(),
  effectiveOn: v.string(),
  commandId: v.string(),
  /** `name` is null for whoever is no account: the system, workers. */
  actor: v.object({ id: v.string(), name: v.nullable(v.string()), username: v.nullable(v.string()) }),
  union: named,
  subject: v.picklist(HISTORY_SUBJECTS),
  subjectId: v.string(),
  station: v.nullable(v.object({ id: v.string(), code: v.nullable(v.string()), name: v.string() })),
  step: v.string(),
  reason: v.nullable(v.string()),
  before: v.nullable(v.record(v.string(), v.unknown())),
  after: v.record(v.string(), v.unknown()),
});

/** History by page: who did what, and its export. */
export const AUDIT_ROUTES = {
  history: {
    summary: '操作日志：本会及下级所做的、本会及下级站点上发生的，从最新的往回翻',
    method: 'GET',
    path: '/api/v1/history',
    who: 'account',
    params: none,
    query: v.object({ ...filter, before: v.optional(wholeText(1, 1e15)) }),
    reply: v.object({
      asOf: v.number(),
      rows: v.array(row),
      /** Rows before this one are still to be seen; null at the end. A long search may bring few rows, or none, and go on. */
      next: v.nullable(v.number()),
    }),
  },
  historyExport: {
    summary: '要一份操作日志的导出；这件事本身记进日志，回答里的编号用来下载',
    method: 'POST',
    path: '/api/v1/history/exports',
    who: 'account',
    params: none,
    query: v.object(filter),
    body: v.object({ id: commandId }),
    reply: v.object({ id: v.string(), upTo: v.number(), at: v.number() }),
  },
  historyFile: {
    summary: '下载要好的导出：CSV（带 BOM），最多一百万行，条件要与申请时相同',
    method: 'GET',
    path: '/api/v1/history/exports/{id}',
    who: 'account',
    params: v.object({ id: commandId }),
    query: v.object(filter),
    reply: 'binary',
  },
} as const;
