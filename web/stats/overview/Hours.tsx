import { Chart } from '../parts/Chart.tsx';
import { chosenColumns, numberOrNull, stationsHref } from '../parts/cells.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { Card } from './Card.tsx';
import type { PartProps } from './part.ts';
import { HOURS } from './words.ts';

/** How long doors are open; what nobody knows stands apart. */
export function Hours({ answer: { head, tables }, here }: PartProps) {
  const { columns, total } = chosenColumns(tables, HOURS);
  return (
    <Card title="开放时间" table="hours" here={here}>
      <Chart
        title="开放时间"
        plan={{
          kind: 'bars',
          categories: columns.map(({ name }) => name),
          series: [{ name: '站点', tone: 'count', values: total.map(numberOrNull) }],
          unit: '个',
          digits: 0,
        }}
      >
        <ListTable
          caption="按开放时间分的站点"
          heads={['开放时间', '站点（个）']}
          unit="个"
          items={columns.map(({ id, name }, at) => ({
            id,
            name,
            figures: [total[at] ?? null],
            hrefs: [stationsHref(here.asked, head, { indicator: id, row: null })],
          }))}
        />
      </Chart>
    </Card>
  );
}
