// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { Chart } from '../../../web/stats/parts/Chart.tsx';
import { optionOf } from '../../../web/stats/parts/chart-option.ts';
import type { ChartPlan, Tone } from '../../../web/stats/parts/chart-plan.ts';
import { FigureTable } from '../../../web/stats/parts/FigureTable.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
class NoObserver {
  observe(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { ResizeObserver: NoObserver });

let root: Root;
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.innerHTML = '';
});

const ROWS = [
  { key: '410100', name: '郑州市', words: '郑州市', values: [1234, 5, null] },
  { key: '410200', name: '开封市', words: '开封市', values: [300, 0, 'few'] },
] as const;
const COLUMNS = [
  { id: 'stock.closing', name: '期末站点', unit: '个', digits: 0 },
  { id: 'stock.new', name: '新增', unit: '个', digits: 0 },
  { id: 'visits.measured', name: '扫码到访', unit: '人次', digits: 0 },
] as const;
const PLAN: ChartPlan = {
  kind: 'bars',
  categories: ['郑州市', '开封市'],
  series: [{ name: '期末站点', tone: 'count', values: [1234, 300] }],
  unit: '个',
  digits: 0,
};

async function show(): Promise<void> {
  const { hook } = memoryLocation({ path: '/figures' });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <Router hook={hook}>
        <Chart title="期末站点" plan={PLAN}>
          <FigureTable
            caption="各市的数"
            rowsAre="市"
            columns={COLUMNS}
            lines={ROWS}
            total={[1534, 5, 'few']}
            hrefOf={({ indicator, row }) => `/figures/stations?indicator=${indicator}&row=${row ?? ''}`}
          />
        </Chart>
      </Router>,
    ),
  );
}

const cells = () =>
  [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
  );

test('a drawing says what it shows and has its figures in a table right under it', async () => {
  await show();
  const picture = document.querySelector('[role="img"]');
  expect(picture?.getAttribute('aria-label')).toBe(
    '期末站点的图。郑州市到开封市，共 2 项：期末站点 300 到 1,234 个。表里有每一个数。',
  );
  expect(picture?.parentElement?.querySelector('table caption')?.textContent).toBe('各市的数');
  expect(cells()).toEqual([
    ['郑州市', '1,234', '5', '—'],
    ['开封市', '300', '0', '＊'],
  ]);
});

test('a number leads to its own stations and says whose it is; nought and what is no number lead nowhere', async () => {
  await show();
  const links = [...document.querySelectorAll('a')].map((a) => [a.getAttribute('href'), a.getAttribute('aria-label')]);
  expect(links).toEqual([
    ['/figures/stations?indicator=stock.closing&row=410100', '郑州市，期末站点：1,234个，看是哪些站点'],
    ['/figures/stations?indicator=stock.new&row=410100', '郑州市，新增：5个，看是哪些站点'],
    ['/figures/stations?indicator=stock.closing&row=410200', '开封市，期末站点：300个，看是哪些站点'],
    ['/figures/stations?indicator=stock.closing&row=', '合计，期末站点：1,534个，看是哪些站点'],
    ['/figures/stations?indicator=stock.new&row=', '合计，新增：5个，看是哪些站点'],
  ]);
  expect(document.body.textContent).toContain('— 算不出来：没有可除的数，或者没有记录；＊ 涉及人的数少于 5');
});

test('a head sorts, says so, and the total stays below', async () => {
  await show();
  const head = [...document.querySelectorAll('thead button')].find(({ textContent }) =>
    textContent?.startsWith('新增'),
  );
  if (!(head instanceof HTMLButtonElement)) throw new Error('no head');
  await act(async () => head.click());
  await act(async () => head.click());
  expect(head.closest('th')?.getAttribute('aria-sort')).toBe('ascending');
  expect(cells().map(([name]) => name)).toEqual(['开封市', '郑州市']);
  expect(document.querySelector('tfoot th')?.textContent).toBe('合计');
});

test('what is drawn is what is written, in the colours it is given, and nothing moves', () => {
  const tones = Object.fromEntries(
    (['count', 'yes', 'part', 'no', 'broken', 'unknown', 'second', 'third', 'fourth', 'quiet'] as const).map((tone) => [
      tone,
      tone,
    ]),
  ) as { readonly [T in Tone]: string };
  const look = { tones, ink: 'ink', quiet: 'quiet', line: 'line', card: 'card', font: 'font' };
  const option = optionOf(PLAN, { look, width: 600 });
  expect(option).toMatchObject({ animation: false, color: ['count'], series: [{ type: 'bar', data: [1234, 300] }] });
  expect(option.yAxis).toMatchObject({ data: ['郑州市', '开封市'], inverse: true });
});
