import type * as v from 'valibot';
import { ACCOUNT_ROUTES } from './routes/accounts.ts';
import { AUDIT_ROUTES } from './routes/audit.ts';
import { COVERAGE_ROUTES } from './routes/coverage.ts';
import { DESK_ROUTES } from './routes/desk.ts';
import { ENTRY_ROUTES } from './routes/entries.ts';
import { FIGURE_ROUTES } from './routes/figures.ts';
import { INBOX_ROUTES } from './routes/inbox.ts';
import { LEDGER_ROUTES } from './routes/ledgers.ts';
import { LIST_ROUTES } from './routes/list.ts';
import { NOTICE_ROUTES } from './routes/notices.ts';
import { OPEN_ROUTES } from './routes/open.ts';
import { OPEN_DATA_ROUTES } from './routes/open-data.ts';
import { PLAQUE_ROUTES } from './routes/plaques.ts';
import { QUALITY_ROUTES } from './routes/quality.ts';
import { SESSION_ROUTES } from './routes/session.ts';
import { SUBMISSION_ROUTES } from './routes/submissions.ts';
import { UNION_ROUTES } from './routes/unions.ts';
import { WORK_ROUTES } from './routes/work.ts';
import { WORKBOOK_ROUTES } from './routes/workbooks.ts';
import type { Frozen } from './station-view.ts';

/**
 * Every route there is: name → method, path, who may ask at all, what is asked, what is answered. `who: 'account'` asks for a
 * session; what its account may do is `may` and `mayDo`. A POST has a JSON `body`, or takes a file as it is: `upload` is the
 * most bytes of it.
 */
export const ROUTES = {
  ...OPEN_ROUTES,
  ...SESSION_ROUTES,
  ...ACCOUNT_ROUTES,
  ...UNION_ROUTES,
  ...WORK_ROUTES,
  ...DESK_ROUTES,
  ...LIST_ROUTES,
  ...LEDGER_ROUTES,
  ...PLAQUE_ROUTES,
  ...INBOX_ROUTES,
  ...AUDIT_ROUTES,
  ...NOTICE_ROUTES,
  ...ENTRY_ROUTES,
  ...FIGURE_ROUTES,
  ...SUBMISSION_ROUTES,
  ...QUALITY_ROUTES,
  ...COVERAGE_ROUTES,
  ...WORKBOOK_ROUTES,
  ...OPEN_DATA_ROUTES,
} as const;

/** Most bytes a request's JSON may have, above all for the photo in a report. */
export const BODY_MOST = 440 * 1024;

export type RouteName = keyof typeof ROUTES;
export type RouteQuery<N extends RouteName> = v.InferOutput<(typeof ROUTES)[N]['query']>;
export type RouteParams<N extends RouteName> = v.InferOutput<(typeof ROUTES)[N]['params']>;
/** Whether a route is asked with a session, and so by somebody. */
export type RouteWho<N extends RouteName> = (typeof ROUTES)[N]['who'];
/** What a route that writes is sent, as JSON; null on the others. */
export type RouteBody<N extends RouteName> = (typeof ROUTES)[N] extends {
  readonly body: infer S extends v.GenericSchema;
}
  ? v.InferOutput<S>
  : null;
export type RouteReply<N extends RouteName> = (typeof ROUTES)[N]['reply'] extends v.GenericSchema
  ? Frozen<v.InferOutput<(typeof ROUTES)[N]['reply']>>
  : (typeof ROUTES)[N]['reply'];
