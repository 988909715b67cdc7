import { Checkbox } from 'antd';
import type { ListColumn } from '../../../shared/wire/list-columns.ts';
import type { ListItem } from '../../../shared/wire/list-view.ts';
import { LIST_COLUMN_WORDS } from '../../../shared/wire/list-words.ts';
import { CELLS, NameCell } from './Cells.tsx';
import type { Chosen } from './chosen.ts';
import css from './stations.module.css';
import { useNarrow } from './use-narrow.ts';

type Props = {
  items: readonly ListItem[];
  columns: readonly ListColumn[];
  oldDays: number;
  chosen: Chosen;
  /** The station looked at, in a row or on the map. */
  looked: string | null;
  look: (id: string | null) => void;
};

/** The page's stations: a table at a desk, cards on a phone. */
export function Rows(props: Props) {
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table({ items, columns, oldDays, chosen, looked, look }: Props) {
  const ticked = items.filter(({ id }) => chosen.has(id)).length;
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.tick}>
              <Checkbox
                aria-label="选中这一页"
                checked={ticked === items.length}
                indeterminate={ticked > 0 && ticked < items.length}
                onChange={({ target }) => chosen.set(items, target.checked)}
              />
            </th>
            <th scope="col">站点和编码</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {LIST_COLUMN_WORDS[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr
              key={item.id}
              className={rowClass(chosen.has(item.id), looked === item.id)}
              onMouseEnter={() => look(item.id)}
              onFocus={() => look(item.id)}
            >
              <td className={css.tick}>
                <Tick item={item} chosen={chosen} />
              </td>
              <td>
                <NameCell item={item} />
              </td>
              {columns.map((column) => {
                const Cell = CELLS[column];
                return (
                  <td key={column} className={css[`at-${column}`]}>
                    <Cell item={item} oldDays={oldDays} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ items, columns, oldDays, chosen, looked, look }: Props) {
  return (
    <ul className={css.cards}>
      {items.map((item) => (
        <li key={item.id} className={rowClass(chosen.has(item.id), looked === item.id)} onFocus={() => look(item.id)}>
          <div className={css.cardHead}>
            <Tick item={item} chosen={chosen} />
            <NameCell item={item} />
          </div>
          <dl className={css.facts}>
            {columns.map((column) => {
              const Cell = CELLS[column];
              if (column === 'doubts' && item.doubts.length === 0) return null;
              return (
                <div key={column}>
                  <dt>{LIST_COLUMN_WORDS[column]}</dt>
                  <dd>
                    <Cell item={item} oldDays={oldDays} />
                  </dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Tick({ item, chosen }: { item: ListItem; chosen: Chosen }) {
  const isOn = chosen.has(item.id);
  return (
    <Checkbox
      aria-label={`选中 ${item.name}`}
      checked={isOn}
      disabled={!isOn && chosen.isFull}
      onChange={({ target }) => chosen.set([item], target.checked)}
    />
  );
}

function rowClass(isChosen: boolean, isLooked: boolean): string {
  return [isChosen ? css.chosen : '', isLooked ? css.looked : ''].filter(Boolean).join(' ');
}
