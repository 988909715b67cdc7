import { mayDo } from '../../../shared/actor/may.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { ANSWERED, REPORT_STATES, type ReportState } from '../../../shared/report/report.ts';
import { NATION, type RegionCode } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { RouteQuery, RouteReply } from '../../../shared/wire/route.ts';
import { INBOX_EACH, INBOX_PAGE, type INBOX_STATES } from '../../../shared/wire/routes/inbox.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { InboxFilter, InboxGroup, InboxPlace, UnionMoments } from '../../store/port/inbox.ts';
import type { UnionBook } from '../unions/book.ts';
import { answerMoments, isOverdue } from './overdue.ts';
import { namedUnion, reportView, stationView } from './view.ts';

const OPEN = REPORT_STATES.filter((state) => !ANSWERED.includes(state));
const STATES: { readonly [S in (typeof INBOX_STATES)[number]]: readonly ReportState[] } = {
  open: OPEN,
  queued: ['queued'],
  received: ['received'],
  accepted: ['accepted'],
  answered: ANSWERED,
};
const REPEATED = 2;

export function inboxList(deps: Deps): Act<'inbox'> {
  return async ({ query, who }) => {
    const book = await deps.unions.current();
    const { actor } = who;
    const allowed = mayDo(actor, 'answer-reports', { id: null, union: actor.union, tree: book.tree });
    if (!allowed.ok) return allowed;
    const { region } = query;
    if (region !== undefined && deps.regions.get(region) === null) return refuse({ kind: 'region-unknown', region });
    const now = deps.now();
    const due = answerMoments(book, actor.union, now);
    const filter = filterOf(deps, query, { top: actor.union, due });
    const after = query.after === undefined ? null : placeOf(query.after);
    // One more than is shown says whether there is a next page.
    const found = await deps.store.inbox(filter, { after, limit: INBOX_PAGE + 1, each: INBOX_EACH });
    const shown = found.slice(0, INBOX_PAGE);
    const last = shown[INBOX_PAGE - 1];
    return ok({
      asOf: now,
      groups: shown.map((group) => groupView(group, { book, due })),
      next: last && found.length > INBOX_PAGE ? textOf(last.place) : null,
    });
  };
}

function filterOf(
  deps: Deps,
  query: RouteQuery<'inbox'>,
  { top, due }: { readonly top: UnionId; readonly due: UnionMoments },
): InboxFilter {
  const { region } = query;
  return {
    top,
    states: STATES[query.state],
    kind: query.kind ?? null,
    regions: region === undefined || region === NATION ? null : within(deps, region),
    station: query.station ?? null,
    overdue: query.overdue ? due : null,
  };
}

function within({ regions }: Deps, outer: RegionCode): readonly RegionCode[] {
  return regions.all.flatMap(({ code }) => (regions.isWithin(code, outer) ? [code] : []));
}

function groupView(
  { key, station, total, shut, reports }: InboxGroup,
  { book, due }: { readonly book: UnionBook; readonly due: UnionMoments },
): RouteReply<'inbox'>['groups'][number] {
  const union = station?.union ?? reports[0]?.union;
  return {
    key,
    station: station && stationView(station),
    union: union === undefined ? { id: '', name: '' } : namedUnion(book, union),
    total,
    shut,
    isRepeated: shut >= REPEATED,
    reports: reports.map((held) => reportView(held.report, isOverdue(held, due))),
  };
}

function textOf({ rank, at, key }: InboxPlace): string {
  return `${rank}_${at}_${key}`;
}

/** Its form was checked at the door. */
function placeOf(text: string): InboxPlace {
  const [rank = '', at = '', key = ''] = text.split('_');
  return { rank: Number(rank), at: Number(at), key };
}
