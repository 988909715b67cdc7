import type { Indicator } from '../../../shared/stats/definition.ts';
import type { Figure } from '../../../shared/stats/question.ts';
import { REASONS } from '../../../shared/wire/figures-view.ts';
import { keptAmounts } from './few.ts';
import type { CountedPage, CountedStation, DifferencePage, DifferentStation, Page, Reason } from './figures.ts';

/** Of people: nothing of what is behind a figure that is kept back. */
function isSealed({ ofPeople }: Indicator, figure: Figure): boolean {
  return ofPeople && figure === 'few';
}

type Counted = { readonly stations: readonly CountedStation[]; readonly beside: number };

export function countedPage(
  indicator: Indicator,
  { figure, counted }: { readonly figure: Figure; readonly counted: Counted },
  page: Page,
): CountedPage {
  if (isSealed(indicator, figure)) return { figure, count: 0, beside: null, stations: [], hasMore: false };
  const { stations, beside } = counted;
  const kept = keptAmounts(
    indicator,
    stations.map(({ amount }) => amount),
  );
  const { part, from, hasMore } = partOf(stations, page);
  return {
    figure,
    count: stations.length,
    beside: indicator.adds && !indicator.ofPeople ? beside : null,
    stations: part.map((station, at) => ({ ...station, amount: kept[from + at] ?? null })),
    hasMore,
  };
}

export function differencePage(
  indicator: Indicator,
  found: { readonly figure: Figure; readonly against: Figure; readonly stations: readonly DifferentStation[] },
  page: Page & { readonly reason: Reason | null },
): DifferencePage {
  const { figure, against, stations } = found;
  if (isSealed(indicator, figure) || isSealed(indicator, against)) {
    return { figure, against, reasons: [], count: 0, stations: [], hasMore: false };
  }
  const wanted = page.reason === null ? stations : stations.filter(({ reason }) => reason === page.reason);
  const before = keptAmounts(
    indicator,
    wanted.map((station) => station.before),
  );
  const after = keptAmounts(
    indicator,
    wanted.map((station) => station.after),
  );
  const { part, from, hasMore } = partOf(wanted, page);
  return {
    figure,
    against,
    reasons: reasonsOf(indicator, stations),
    count: wanted.length,
    stations: part.map((station, at) => ({
      ...station,
      before: before[from + at] ?? null,
      after: after[from + at] ?? null,
    })),
    hasMore,
  };
}

function reasonsOf(indicator: Indicator, stations: readonly DifferentStation[]): DifferencePage['reasons'] {
  const sums = REASONS.map((reason) => {
    const of = stations.filter((station) => station.reason === reason);
    return { reason, stations: of.length, amount: of.reduce((sum, { before, after }) => sum + after - before, 0) };
  }).filter(({ stations }) => stations > 0);
  const sizes = keptAmounts(
    indicator,
    sums.map(({ amount }) => Math.abs(amount)),
  );
  return sums.map((sum, at) => (sizes[at] === 'few' ? { ...sum, amount: 'few' } : sum));
}

function partOf<T extends { readonly id: string }>(
  all: readonly T[],
  { after, limit }: Page,
): { readonly part: readonly T[]; readonly from: number; readonly hasMore: boolean } {
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  return { part: all.slice(from, from + limit), from, hasMore: from + limit < all.length };
}
