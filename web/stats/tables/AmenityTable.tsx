import { Select } from 'antd';
import { useId } from 'react';
import { AMENITIES, type Amenity } from '../../../shared/station/amenity.ts';
import type { Figure } from '../../../shared/stats/question.ts';
import { ROWS_BY_WORDS } from '../../../shared/wire/figures-words.ts';
import { AMENITY_WORDS } from '../../../shared/words/station.ts';
import { Chart } from '../parts/Chart.tsx';
import { chosenColumns, numberOrNull, stationsHref, totalOf } from '../parts/cells.ts';
import type { ChartPlan, Tone } from '../parts/chart-plan.ts';
import { FigureTable } from '../parts/FigureTable.tsx';
import { ListTable } from '../parts/ListTable.tsx';
import type { TableProps } from './table-props.ts';
import css from './tables.module.css';
import { RowName } from './WholeTable.tsx';

const STATES = [
  ['yes', '有', 'yes'],
  ['seasonal', '季节性', 'part'],
  ['broken', '坏了', 'broken'],
  ['no', '没有', 'no'],
  ['unknown', '不清楚', 'unknown'],
] as const;
const SUMMARY = 'basic';
const DRAWN = 40;

/** Thirty-eight things in five states are no table of columns: things are rows, and one of them is split over the divisions. */
export function AmenityTable(props: TableProps) {
  const { table, head, here } = props;
  const figures = (amenity: Amenity): readonly Figure[] =>
    STATES.map(([state]) => totalOf([table], `amenities.${amenity}.${state}`));
  return (
    <>
      <h2 className={css.part}>每种设施</h2>
      <Chart
        title="每种设施"
        plan={stack(
          AMENITIES.map((amenity) => AMENITY_WORDS[amenity]),
          AMENITIES.map(figures),
        )}
      >
        <ListTable
          caption="每种设施，按状态分的站点"
          heads={['设施（个）', ...STATES.map(([, word]) => word)]}
          unit="个"
          items={AMENITIES.map((amenity) => ({
            id: amenity,
            name: AMENITY_WORDS[amenity],
            figures: figures(amenity),
            hrefs: STATES.map(([state]) =>
              stationsHref(here.asked, head, { indicator: `amenities.${amenity}.${state}`, row: null }),
            ),
          }))}
        />
      </Chart>
      {table.rows.length > 0 && <OverRows {...props} />}
    </>
  );
}

/** One thing, or the basic five together, over the rows. */
function OverRows({ table, head, here }: TableProps) {
  const chosen = AMENITIES.find((amenity) => amenity === here.beside.amenity) ?? SUMMARY;
  const wanted = table.columns.flatMap((column) =>
    column.id.startsWith(`amenities.${chosen}${chosen === SUMMARY ? '-' : '.'}`) ? [column.id] : [],
  );
  const { columns, valuesOf, total } = chosenColumns([table], wanted);
  const lines = table.rows.map((row) => ({
    key: row.key,
    name: <RowName row={row} here={here} table="amenities" />,
    words: row.name,
    values: valuesOf(row.key),
  }));
  const written = (
    <FigureTable
      caption={`${ROWS_BY_WORDS[head.by]}的${chosen === SUMMARY ? '基本五项' : AMENITY_WORDS[chosen]}`}
      rowsAre={ROWS_BY_WORDS[head.by]}
      columns={columns}
      lines={lines}
      total={total}
      hrefOf={(cell) => stationsHref(here.asked, head, cell)}
    />
  );
  const some = lines.slice(0, DRAWN);
  return (
    <>
      <h2 className={css.part}>按行分</h2>
      <AmenityPick value={chosen} here={here} />
      {chosen === SUMMARY ? (
        written
      ) : (
        <Chart
          title={AMENITY_WORDS[chosen]}
          plan={stack(
            some.map(({ words }) => words),
            some.map(({ values }) => values),
          )}
        >
          {written}
        </Chart>
      )}
    </>
  );
}

function AmenityPick({ value, here }: { value: string; here: TableProps['here'] }) {
  const id = useId();
  return (
    <div className={css.drawn}>
      <label htmlFor={id}>哪种设施</label>
      <Select
        id={id}
        className={css.pick ?? ''}
        value={value}
        options={[
          { value: SUMMARY, label: '基本五项' },
          ...AMENITIES.map((amenity) => ({ value: amenity, label: AMENITY_WORDS[amenity] })),
        ]}
        onChange={(amenity: string) => here.change({ amenity: amenity === SUMMARY ? undefined : amenity })}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </div>
  );
}

function stack(categories: readonly string[], figures: readonly (readonly Figure[])[]): ChartPlan {
  const series = STATES.map(([, name, tone], at) => ({
    name,
    tone: tone satisfies Tone,
    values: figures.map((values) => numberOrNull(values[at] ?? null)),
  }));
  return { kind: 'bars', stacked: true, categories, series, unit: '个', digits: 0 };
}
