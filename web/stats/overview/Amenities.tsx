import { Chart } from '../parts/Chart.tsx';
import { numberOrNull, stationsHref, totalOf } from '../parts/cells.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { Card } from './Card.tsx';
import type { PartProps } from './part.ts';
import { BASICS, STATES } from './words.ts';

/** The basic five and the toilet: there, for a season, broken, not there, and apart from all of these what nobody knows. */
export function Amenities({ answer: { head, tables }, here }: PartProps) {
  const figure = (amenity: string, state: string) => totalOf(tables, `amenities.${amenity}.${state}`);
  return (
    <Card title="服务设施" table="amenities" here={here}>
      <Chart
        title="基本设施"
        plan={{
          kind: 'bars',
          stacked: true,
          categories: BASICS.map(([, word]) => word),
          series: STATES.map(([state, name, tone]) => ({
            name,
            tone,
            values: BASICS.map(([amenity]) => numberOrNull(figure(amenity, state))),
          })),
          unit: '个',
          digits: 0,
        }}
      >
        <ListTable
          caption="基本设施，按状态分的站点"
          heads={['设施（个）', ...STATES.map(([, word]) => word)]}
          unit="个"
          items={BASICS.map(([amenity, name]) => ({
            id: amenity,
            name,
            figures: STATES.map(([state]) => figure(amenity, state)),
            hrefs: STATES.map(([state]) =>
              stationsHref(here.asked, head, { indicator: `amenities.${amenity}.${state}`, row: null }),
            ),
          }))}
        />
      </Chart>
    </Card>
  );
}
