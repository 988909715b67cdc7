import { SYSTEM } from '../../../shared/actor/actor.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { indicator } from '../../../shared/stats/definitions/all.ts';
import type { Figure } from '../../../shared/stats/question.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import { afterOf, cellOf, STATIONS_PAGE } from './drilled.ts';
import type { DifferencePage } from './figures.ts';
import { definitionUsed, headingFor } from './head.ts';
import { namesOf } from './named.ts';
import { questionOf } from './question.ts';

type Shown = RouteReply<'figureDifference'>['stations'][number];
type Found = DifferencePage['stations'];

/** How a figure came to differ from that of another period: which stations, by which step, of whom and why. */
export function figureDifference(deps: Deps): Act<'figureDifference'> {
  return async ({ query, who }) => {
    const by = { who, task: 'read-figures' } as const;
    const question = await questionOf(deps, by, query);
    if (!question.ok) return question;
    const { against: period, againstAsOf } = query;
    const against = await questionOf(deps, by, {
      ...query,
      period,
      asOf: againstAsOf ?? String(question.value.asOf.seq),
    });
    if (!against.ok) return against;
    const cell = cellOf(query);
    const asked = indicator(cell.indicator);
    if (asked === null) return refuse({ kind: 'indicator-unknown', indicator: cell.indicator });
    const sides = { question: question.value, against: against.value, cell };
    const page = { after: afterOf(query.after), limit: STATIONS_PAGE, reason: query.reason ?? null };
    const found = await deps.figures.differencePage(sides, page);
    if (!found.ok) return found;
    const rows = cell.row === null ? [] : [cell.row];
    const heading = await headingFor(deps.figures, sides.question, rows);
    if (!heading.ok) return heading;
    const otherHeading = await headingFor(deps.figures, sides.against, rows);
    if (!otherHeading.ok) return otherHeading;
    const { figure, against: other, reasons, count, stations, hasMore } = found.value;
    return ok({
      head: heading.value.head([definitionUsed(asked.id, sides.question.period)], { cell, figure }),
      againstHead: otherHeading.value.head([definitionUsed(asked.id, period)], { cell, figure: other }),
      indicator: asked.id,
      rowName: cell.row === null ? null : heading.value.nameOf(cell.row),
      figure,
      against: other,
      reasons: [...reasons],
      count,
      stations: await shownDifferences(deps, stations),
      next: hasMore ? (stations[stations.length - 1]?.id ?? null) : null,
    });
  };
}

async function shownDifferences(deps: Deps, found: Found): Promise<Shown[]> {
  const named = await namesOf(
    deps,
    found.map(({ id }) => id),
  );
  const doneBy = await doersOf(deps, found);
  return found.map(({ id, before, after, reason, seq }) => {
    const { code, name, regionName } = named(id);
    return { id, code, name, regionName, side: sideOf(before, after), reason, before, after, by: doneBy(seq) };
  });
}

function sideOf(before: Figure, after: Figure): Shown['side'] {
  if (before === 0) return 'came';
  return after === 0 ? 'went' : 'changed';
}

/** Who took the deciding steps, and why; accounts by the name they have today. */
async function doersOf({ store, unions }: Deps, found: Found): Promise<(seq: number | null) => Shown['by']> {
  const doings = await store.doings(found.flatMap(({ seq }) => seq ?? []));
  const names = await store.accountNames([...doings.values()].map(({ actor }) => actor));
  const book = await unions.current();
  return (seq) => {
    const doing = seq === null ? undefined : doings.get(seq);
    if (doing === undefined) return null;
    const { effectiveOn: on, step, actor, union, reason: said } = doing;
    const actorName = actor === SYSTEM.id ? '系统' : (names.get(actor)?.name ?? '已注销的账号');
    return { seq: doing.seq, on, step, actorName, unionName: book.get(union)?.name ?? '', said };
  };
}
