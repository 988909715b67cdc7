import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Indicator, IndicatorId } from '../../../shared/stats/definition.ts';
import { indicator, versionIn } from '../../../shared/stats/definitions/all.ts';
import { type Month, type Period, parsePeriod } from '../../../shared/stats/period.ts';
import type { Figure } from '../../../shared/stats/question.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import { keptAmounts } from './few.ts';
import { definitionUsed, headingFor } from './head.ts';
import { questionOf } from './question.ts';

type Line = RouteReply<'figureSeries'>['series'][number];

/** Months of an answer: each is a fold over all of history. */
const MONTHS_MOST = 36;

/** Figures month by month, all with what was known at one moment. */
export function figureSeries(deps: Deps): Act<'figureSeries'> {
  return async ({ query, who }) => {
    const months = monthsBetween(query.from, query.to);
    const last = months[months.length - 1];
    if (last === undefined || months.length > MONTHS_MOST)
      return refuse({ kind: 'figures-too-many', max: MONTHS_MOST });
    const asked = indicatorsIn(query.indicators);
    if (!asked.ok) return asked;
    const question = await questionOf(deps, { who, task: 'read-figures' }, { ...query, period: last, by: 'none' });
    if (!question.ok) return question;
    const heading = await headingFor(deps.figures, question.value, []);
    if (!heading.ok) return heading;
    const ids = asked.value.map(({ id }) => id);
    const found = await deps.figures.series(question.value, { months: months.map(monthOf), indicators: ids });
    if (!found.ok) return found;
    const { value: figures } = found;
    const series = asked.value.map((of, at) => lineOf(of, { months, values: figures.map((row) => row[at] ?? null) }));
    const used = ids.map((id) => definitionUsed(id, last));
    return ok({ head: heading.value.head(used, { months, series }), months: [...months], series });
  };
}

function indicatorsIn(ids: readonly string[]): Result<readonly Indicator[]> {
  const found: Indicator[] = [];
  for (const id of ids) {
    const one = indicator(id as IndicatorId);
    if (one === null) return refuse({ kind: 'indicator-unknown', indicator: id });
    found.push(one);
  }
  return ok(found);
}

type Values = { readonly months: readonly Period[]; readonly values: readonly (number | null)[] };

/** Months add up to quarters and years that are shown elsewhere, so small ones are kept back as stations of a cell are. */
function lineOf(of: Indicator, { months, values }: Values): Line {
  const kept = keptAmounts(
    of,
    values.map((value) => value ?? 0),
  );
  const { id, name, unit, digits } = of;
  const shown = values.map((value, at): Figure => (value === null ? null : (kept[at] ?? null)));
  return { id, name, unit, digits, values: shown, versions: months.map((month) => versionIn(of, month).version) };
}

/** Both included, in order, whichever is said first. */
function monthsBetween(one: string, other: string): readonly Period[] {
  const [from, to] = [one, other].map(numberOf).sort((a, b) => a - b);
  if (from === undefined || to === undefined) return [];
  return Array.from({ length: to - from + 1 }, (_, at) => textOf(from + at)).flatMap((text) => parsePeriod(text) ?? []);
}

function numberOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function textOf(number: number): string {
  return `${Math.floor(number / 12)}-${`${(number % 12) + 1}`.padStart(2, '0')}`;
}

function monthOf(period: Period): Month {
  return period as string as Month;
}
