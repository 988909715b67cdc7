import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ChartLook, lookOf } from './chart-look.ts';
import { optionOf } from './chart-option.ts';
import type { ChartPlan } from './chart-plan.ts';

// On a canvas: what is drawn as SVG writes styles that the page's policy refuses.
use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  TooltipComponent,
]);

export type Drawing = {
  readonly show: (plan: ChartPlan) => void;
  readonly fit: () => void;
  readonly end: () => void;
};

/** Draws in a box of the page, in the colours the page has now. Sharp enough for paper. */
export function drawIn(box: HTMLElement): Drawing {
  const look: ChartLook = lookOf(box);
  const chart = init(box, null, { renderer: 'canvas', devicePixelRatio: Math.max(2, window.devicePixelRatio) });
  return {
    show: (plan) => chart.setOption(optionOf(plan, { look, width: box.clientWidth }), true),
    fit: () => chart.resize(),
    end: () => chart.dispose(),
  };
}
