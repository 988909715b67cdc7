import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { IndicatorId } from '../../../shared/stats/definition.ts';
import { indicator } from '../../../shared/stats/definitions/all.ts';
import type { Cell } from '../../../shared/stats/question.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import { definitionUsed, headingFor } from './head.ts';
import { namesOf } from './named.ts';
import { questionOf } from './question.ts';

/** Stations of an answer. */
export const STATIONS_PAGE = 100;

/** The stations a figure counted, and no other. */
export function figureStations(deps: Deps): Act<'figureStations'> {
  return async ({ query, who }) => {
    const question = await questionOf(deps, { who, task: 'read-figures' }, query);
    if (!question.ok) return question;
    const cell = cellOf(query);
    const asked = indicator(cell.indicator);
    if (asked === null) return refuse({ kind: 'indicator-unknown', indicator: cell.indicator });
    const page = { after: afterOf(query.after), limit: STATIONS_PAGE };
    const found = await deps.figures.stationsPage(question.value, cell, page);
    if (!found.ok) return found;
    const heading = await headingFor(deps.figures, question.value, cell.row === null ? [] : [cell.row]);
    if (!heading.ok) return heading;
    const { figure, count, beside, stations, hasMore } = found.value;
    const used = [definitionUsed(asked.id, question.value.period)];
    const named = await namesOf(
      deps,
      stations.map(({ id }) => id),
    );
    return ok({
      head: heading.value.head(used, { cell, figure, count }),
      indicator: asked.id,
      rowName: cell.row === null ? null : heading.value.nameOf(cell.row),
      figure,
      beside,
      count,
      stations: stations.map(({ id, amount, status }) => ({ id, ...named(id), amount, status })),
      next: hasMore ? (stations[stations.length - 1]?.id ?? null) : null,
    });
  };
}

export function cellOf(query: { readonly indicator: string; readonly row?: string | undefined }): Cell {
  return { indicator: query.indicator as IndicatorId, row: query.row ?? null };
}

export function afterOf(said: string | undefined): StationId | null {
  return said === undefined ? null : (said as StationId);
}
