import { chosenColumns, stationsHref } from '../parts/cells.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { Card } from './Card.tsx';
import type { PartProps } from './part.ts';
import { QUALITY } from './words.ts';

/** What in the register wants another look. */
export function Quality({ answer: { head, tables }, here }: PartProps) {
  const { columns, total } = chosenColumns(tables, QUALITY);
  return (
    <Card title="数据质量" table="quality" here={here}>
      <ListTable
        caption="登记资料里要再看看的站点"
        heads={['哪里要再看看', '站点（个）']}
        unit="个"
        items={columns.map(({ id, name }, at) => ({
          id,
          name,
          figures: [total[at] ?? null],
          hrefs: [stationsHref(here.asked, head, { indicator: id, row: null })],
        }))}
      />
    </Card>
  );
}
