import type { EChartsCoreOption } from 'echarts/core';
import { numberText } from '../../desk/parts/number-text.ts';
import type { ChartLook } from './chart-look.ts';
import { type ChartPlan, type ChartSeries, stepsFloor, stepsOf } from './chart-plan.ts';
import { changeText } from './figure-text.ts';

/** A name and its sign are about so wide; a line of them so high. */
const LEGEND = { wide: 46, letter: 13, high: 26 } as const;

function legendHigh({ series }: ChartPlan, { width }: Drawn): number {
  const wide = series.reduce((sum, { name }) => sum + LEGEND.wide + name.length * LEGEND.letter, 0);
  return 10 + Math.ceil(wide / Math.max(1, width)) * LEGEND.high;
}

type Drawn = { readonly look: ChartLook; readonly width: number };

/** A plan as ECharts wants it: nothing moves, tips are drawn and not written into the page. */
export function optionOf(plan: ChartPlan, drawn: Drawn): EChartsCoreOption {
  const { look } = drawn;
  const hasLegend = plan.series.length > 1;
  return {
    animation: false,
    textStyle: { fontFamily: look.font, color: look.ink },
    color: plan.series.map(({ tone }) => look.tones[tone]),
    // Patterns beside colours where several lie on each other.
    aria: { enabled: true, label: { enabled: false }, decal: { show: plan.stacked === true } },
    grid: {
      left: 8,
      right: plan.kind === 'bars' ? 56 : 20,
      top: hasLegend ? legendHigh(plan, drawn) : (plan.marks?.length ?? 0) > 0 ? 28 : 16,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(hasLegend && { legend: { top: 0, left: 0, type: 'plain', textStyle: { color: look.ink, fontSize: 13 } } }),
    tooltip: tip(plan, look),
    ...axes(plan, drawn),
    series: plan.kind === 'steps' ? steps(plan, look) : plan.series.map((one, at) => seriesOf(one, { at, plan, look })),
  };
}

function tip({ unit, digits }: ChartPlan, look: ChartLook) {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    backgroundColor: look.card,
    borderColor: look.quiet,
    textStyle: { color: look.ink, fontSize: 13 },
    valueFormatter: (value: unknown) => (typeof value === 'number' ? `${numberText(value, digits)} ${unit}` : '—'),
  };
}

function axes(plan: ChartPlan, { look, width }: Drawn) {
  const { kind, categories, digits } = plan;
  const names = {
    type: 'category',
    data: [...categories],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.quiet } },
    axisLabel: {
      color: look.ink,
      fontSize: 13,
      ...(kind === 'bars'
        ? { width: Math.min(140, width * 0.32), overflow: 'break', interval: 0 }
        : {
            hideOverlap: true,
            ...(kind !== 'lines' && {
              interval: 0,
              width: (width - 90) / Math.max(1, categories.length),
              overflow: 'break',
            }),
          }),
    },
  };
  const values = {
    type: 'value',
    splitNumber: width < 500 ? 3 : 5,
    ...(digits === 0 && { minInterval: 1 }),
    splitLine: { lineStyle: { color: look.line } },
    axisLabel: {
      color: look.quiet,
      hideOverlap: true,
      formatter: (value: number) => numberText(value, Number.isInteger(value) ? 0 : digits),
    },
  };
  if (kind === 'bars') return { xAxis: values, yAxis: { ...names, inverse: true } };
  if (kind === 'steps') return { xAxis: names, yAxis: { ...values, min: floorOf(plan) } };
  return { xAxis: names, yAxis: kind === 'lines' ? { ...values, scale: true } : values };
}

function floorOf({ series }: ChartPlan): number {
  return stepsFloor((series[0]?.values ?? []).map((value) => value ?? 0)) ?? 0;
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'];

type Place = { readonly at: number; readonly plan: ChartPlan; readonly look: ChartLook };

function seriesOf({ name, values }: ChartSeries, { at, plan, look }: Place) {
  const { kind, stacked, digits, marks = [] } = plan;
  const data = [...values];
  if (kind === 'lines') {
    const symbol = SYMBOLS[at % SYMBOLS.length];
    return {
      type: 'line',
      name,
      data,
      symbol,
      symbolSize: 8,
      lineStyle: { width: 2.5 },
      ...(at === 0 && { markLine: markLine(marks, look) }),
    };
  }
  return {
    type: 'bar',
    name,
    data,
    barMaxWidth: 26,
    itemStyle: { borderColor: look.quiet, borderWidth: 0.5 },
    ...(stacked === true && { stack: 'all' }),
    ...(stacked !== true &&
      plan.series.length === 1 && {
        label: {
          ...label(look),
          formatter: ({ value }: Valued) => valueText(value, digits),
          position: kind === 'bars' ? 'right' : 'top',
        },
      }),
  };
}

type Valued = { readonly value?: unknown };

function valueText(value: unknown, digits: number): string {
  return typeof value === 'number' ? numberText(value, digits) : '';
}

function label(look: ChartLook) {
  return { show: true, color: look.ink, fontSize: 13 };
}

function markLine(marks: NonNullable<ChartPlan['marks']>, look: ChartLook) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: look.quiet, type: 'dashed' },
    label: { color: look.ink, fontSize: 13, formatter: ({ name }: { name: string }) => name },
    data: marks.map(({ at, text }) => ({ xAxis: at, name: text })),
  };
}

/** From level to level: what is added lies on what was there, what is taken hangs from it. */
function steps({ series, digits }: ChartPlan, look: ChartLook) {
  const values = (series[0]?.values ?? []).map((value) => value ?? 0);
  const all = stepsOf(values);
  const isLevel = (at: number) => at === 0 || at === all.length - 1;
  const tone = (at: number, value: number) => look.tones[isLevel(at) ? 'quiet' : value < 0 ? 'broken' : 'yes'];
  const text = ({ dataIndex = 0 }: { dataIndex?: number }) => {
    const value = values[dataIndex] ?? 0;
    return isLevel(dataIndex) ? numberText(value, digits) : changeText(value, digits);
  };
  return [
    {
      type: 'bar',
      stack: 'all',
      silent: true,
      itemStyle: { color: 'transparent' },
      data: all.map(({ from, to }) => Math.min(from, to)),
      tooltip: { show: false },
    },
    {
      type: 'bar',
      stack: 'all',
      barMaxWidth: 64,
      data: all.map(({ from, to }, at) => ({
        value: Math.abs(to - from),
        itemStyle: { color: tone(at, values[at] ?? 0) },
      })),
      label: { ...label(look), position: 'top', formatter: text },
    },
  ];
}
