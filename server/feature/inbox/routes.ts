import { createHash } from 'node:crypto';
import { mayDo } from '../../../shared/actor/may.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { handleSteps } from '../../../shared/report/decide.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import { type Act, type Door, mount } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { HeldReport, ReportTaken } from '../../store/port/inbox.ts';
import type { UnionBook } from '../unions/book.ts';
import { inboxFigures } from './figures.ts';
import { inboxList } from './list.ts';
import { answerMoments, isOverdue } from './overdue.ts';
import { namedUnion, reportView, stationView } from './view.ts';

/** Told of a report in another branch as of one that is not there. */
const NOT_HERE: Refusal = { kind: 'report-not-here' };

export function mountInbox(door: Door, deps: Deps): void {
  mount(door, 'inbox', inboxList(deps));
  mount(door, 'inboxFigures', inboxFigures(deps));
  mount(door, 'inboxReport', oneReport(deps));
  mount(door, 'inboxPhoto', photo(deps));
  mount(door, 'inboxSteps', takeSteps(deps));
}

function oneReport(deps: Deps): Act<'inboxReport'> {
  return async ({ params, who }) => {
    const book = await deps.unions.current();
    const held = await reachable(deps, { who, book, id: params.id });
    if (held === null) return refuse(NOT_HERE);
    const due = answerMoments(book, who.actor.union, deps.now());
    const { stationId } = held.report;
    const [found] = stationId === null ? [] : await deps.store.stationsById([stationId]);
    return ok({
      report: reportView(held.report, isOverdue(held, due)),
      station: found ? stationView(found) : null,
      union: namedUnion(book, held.union),
    });
  };
}

/** Only for whoever answers for the station, and kept by nobody on the way. */
function photo(deps: Deps): Act<'inboxPhoto'> {
  return async ({ params, who }) => {
    const held = await reachable(deps, { who, book: await deps.unions.current(), id: params.id });
    const name = held?.report.photo ?? null;
    const bytes = name === null ? null : await deps.photos.reports.read(name);
    if (bytes === null) return refuse(NOT_HERE);
    return ok(
      new Response(bytes, {
        headers: {
          'content-type': 'image/webp',
          'content-length': String(bytes.length),
          'cache-control': 'private, no-store',
        },
      }),
    );
  };
}

type Reaching = { readonly who: Signed; readonly book: UnionBook; readonly id: HeldReport['report']['id'] };

async function reachable({ store }: Deps, { who, book, id }: Reaching): Promise<HeldReport | null> {
  const held = await store.heldReport(id);
  return held !== null && answers(who, held, book) ? held : null;
}

function answers({ actor }: Signed, { report, union }: HeldReport, { tree }: UnionBook): boolean {
  return mayDo(actor, 'answer-reports', { id: report.stationId, union, tree }).ok;
}

function takeSteps(deps: Deps): Act<'inboxSteps'> {
  return async ({ body, who }) => {
    const book = await deps.unions.current();
    const allowed = mayDo(who.actor, 'answer-reports', { id: null, union: who.actor.union, tree: book.tree });
    if (!allowed.ok) return allowed;
    const { id: actor, union } = who.actor;
    const done = await deps.store.stepReports(
      { commandId: body.id, actor: { id: actor, union }, bodyHash: hashOf(body), at: deps.now() },
      {
        reports: body.reports,
        decide: (held, at): Result<readonly ReportTaken[]> => {
          const taken: ReportTaken[] = [];
          for (const one of held) {
            if (!answers(who, one, book)) return refuse(NOT_HERE);
            const steps = handleSteps(one.report, body.step, at);
            if (!steps.ok) return steps;
            taken.push(...steps.value);
          }
          return ok(taken);
        },
      },
    );
    if (!done.ok) return done;
    const { commandId, at, reports } = done.value;
    return ok({ id: commandId, at, reports });
  };
}

/** Named part by part, so that a later release reckons the same for what an older screen sends again. */
function hashOf({ reports, step }: RouteBody<'inboxSteps'>): string {
  const said = 'answer' in step ? step.answer : null;
  return createHash('sha256')
    .update(JSON.stringify([reports, step.kind, said]))
    .digest('hex');
}
