import { numberText } from '../../desk/parts/number-text.ts';

/** What a line or bar means, by our tokens: pine 有 or open, wine broken or gone, violet unknown; else plain counts. */
export const TONES = ['count', 'yes', 'part', 'no', 'broken', 'unknown', 'second', 'third', 'fourth', 'quiet'] as const;
export type Tone = (typeof TONES)[number];

export type ChartSeries = {
  readonly name: string;
  readonly tone: Tone;
  /** In the order of `categories`; null is a gap. */
  readonly values: readonly (number | null)[];
};

/** A drawing of figures that also stand in a table. */
export type ChartPlan = {
  /** `bars` lie, for names are long; `columns` and `steps` stand: a step begins where the one before it ended. */
  readonly kind: 'bars' | 'columns' | 'steps' | 'lines';
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly stacked?: boolean;
  readonly unit: string;
  readonly digits: number;
  /** Lines across a category, as where a definition changed. */
  readonly marks?: readonly { readonly at: number; readonly text: string }[];
};

/** Of `steps`: its first and last value are levels, those between what is added or taken. */
export type Step = { readonly from: number; readonly to: number };

export function stepsOf(values: readonly number[]): readonly Step[] {
  const steps: Step[] = [];
  let level = 0;
  for (const [at, value] of values.entries()) {
    const isLevel = at === 0 || at === values.length - 1;
    steps.push(isLevel ? { from: 0, to: value } : { from: level, to: level + value });
    level = isLevel ? value : level + value;
  }
  return steps;
}

/**
 * Where the axis of `steps` begins: at nought, unless what is added and taken would then be too thin to be seen beside the
 * levels. Null: at nought.
 */
export function stepsFloor(values: readonly number[]): number | null {
  const steps = stepsOf(values);
  const levels = steps.flatMap(({ from, to }, at) => (at === 0 || at === steps.length - 1 ? [to] : [from, to]));
  if (levels.length === 0) return null;
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const moved = Math.max(most - least, 1);
  if (least <= 0 || moved > most / 8) return null;
  const step = 10 ** Math.ceil(Math.log10(moved));
  return Math.max(0, Math.floor((least - moved) / step) * step);
}

/** Said where the axis does not begin at nought. */
export function stepsNote({ series, digits }: ChartPlan): string {
  const floor = stepsFloor((series[0]?.values ?? []).map((value) => value ?? 0));
  return floor === null || floor === 0 ? '' : `图的纵轴从 ${numberText(floor, digits)} 起，好看清增减。`;
}

/** What an eye would read first, in words: the largest and the smallest of each series. */
export function spokenPlan({ categories, series, unit, digits }: ChartPlan): string {
  const [first = '', last = ''] = [categories[0], categories[categories.length - 1]];
  const among = categories.length === 1 ? first : `${first}到${last}，共 ${categories.length} 项`;
  const said = series.map(({ name, values }) => {
    const numbers = values.filter((value) => value !== null);
    if (numbers.length === 0) return `${name}没有数`;
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    const [from, to] = [numberText(least, digits), numberText(most, digits)];
    return from === to ? `${name} ${to} ${unit}` : `${name} ${from} 到 ${to} ${unit}`;
  });
  return `${among}：${said.join('，')}。表里有每一个数。`;
}
