import { Alert } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import css from './chart.module.css';
import type { Drawing } from './chart-draw.ts';
import { type ChartPlan, spokenPlan, stepsNote } from './chart-plan.ts';
import { useTheme } from './use-theme.ts';

type Props = {
  /** What is drawn: 期末站点逐月. */
  title: string;
  plan: ChartPlan;
  /** Where the table is: at the right if there is room, or above. */
  table?: 'under' | 'beside' | 'above';
  /** The same figures as a table: a drawing never stands alone. */
  children: ReactNode;
};

const BAR_HIGH = 30;
const HIGH = 280;

/** A drawing with its table under it. Where drawing fails the table still stands, and the failure is said. */
export function Chart({ title, plan, table = 'under', children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const [isFailed, setFailed] = useState(false);
  const text = JSON.stringify(plan);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page when it is drawn anew
  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    const shown: ChartPlan = JSON.parse(text);
    return drawing(place, shown, () => setFailed(true));
  }, [text, theme]);
  const rows = plan.categories.length * (plan.stacked === true ? 1 : plan.series.length);
  const high = plan.kind === 'bars' ? Math.max(120, 56 + rows * BAR_HIGH) : HIGH;
  const picture = isFailed ? (
    <Alert type="error" showIcon title="图没画出来，数都在表里。刷新再试一次。" />
  ) : (
    <div
      ref={box}
      className={css.box}
      style={{ height: high }}
      role="img"
      aria-label={`${title}的图。${spokenPlan(plan)}`}
    />
  );
  return (
    <div className={`${css.chart} ${table === 'beside' ? css.beside : ''}`}>
      {table !== 'above' && picture}
      <div className={css.written}>
        {plan.kind === 'steps' && <p className={css.note}>{stepsNote(plan)}</p>}
        {children}
      </div>
      {table === 'above' && picture}
    </div>
  );
}

/** Draws as soon as the code for it is here, and again whenever the box has another size. Answers how to end it. */
function drawing(place: HTMLElement, plan: ChartPlan, failed: () => void): () => void {
  let drawn: Drawing | null = null;
  let isOver = false;
  const watch = new ResizeObserver(() => {
    drawn?.fit();
    drawn?.show(plan);
  });
  import('./chart-draw.ts')
    .then(({ drawIn }) => {
      if (isOver) return;
      drawn = drawIn(place);
      drawn.show(plan);
      watch.observe(place);
    })
    .catch(failed);
  return () => {
    isOver = true;
    watch.disconnect();
    drawn?.end();
  };
}
