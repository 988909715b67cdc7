import { stationsHref, totalOf } from '../parts/cells.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { Card } from './Card.tsx';
import css from './overview.module.css';
import type { PartProps } from './part.ts';

/** Who left, by the reason that was written down. */
export function Exits({ answer: { head, tables }, here }: PartProps) {
  const exit = tables.find(({ table }) => table === 'exit');
  const all = totalOf(tables, 'exit.total');
  const reasons = (exit?.columns ?? []).flatMap((column, at) => {
    const figure = exit?.total[at] ?? null;
    return REASONS.test(column.id) && figure !== 0 && figure !== null ? [{ ...column, figure }] : [];
  });
  return (
    <Card title="退出" table="exit" here={here}>
      {all === 0 ? (
        <p className={css.none}>这个统计期没有站点退出或合并。</p>
      ) : (
        <ListTable
          caption="退出与合并，按原因"
          heads={['原因', '站点（个）']}
          unit="个"
          items={[{ id: 'exit.total', name: '退出与合并', figure: all }, ...reasons].map(({ id, name, figure }) => ({
            id,
            name,
            figures: [figure],
            hrefs: [stationsHref(here.asked, head, { indicator: id, row: null })],
          }))}
        />
      )}
    </Card>
  );
}

/** Of the table's columns those that split all exits. */
const REASONS =
  /^exit\.(not-open|facility-unrepaired|supply-short|complaint-unresolved|safety|low-use|host-left|misuse-or-charge|false-data|merge|term-end|other|no-reason)$/;
