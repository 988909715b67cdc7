import type { ReactNode } from 'react';
import type { Figure } from '../../../shared/stats/question.ts';
import { FigureCell } from './FigureCell.tsx';
import { Meanings } from './FigureTable.tsx';
import css from './list-table.module.css';

export type Item = {
  readonly id: string;
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly hrefs: readonly (string | null)[];
};
type Props = {
  caption: string;
  heads: readonly [things: string, ...figures: string[]];
  items: readonly Item[];
  unit: string;
  digits?: number;
  note?: ReactNode;
};

/** A short table under a drawing: a thing in each row, its figures at the right. */
export function ListTable({ caption, heads, items, unit, digits = 0, note }: Props) {
  return (
    <div className={css.whole}>
      <table className={css.list}>
        <caption className={css.caption}>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, name, figures, hrefs }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {figures.map((figure, at) => (
                <td key={heads[at + 1]}>
                  <FigureCell
                    figure={figure}
                    digits={digits}
                    unit={unit}
                    about={figures.length === 1 ? name : `${name}，${heads[at + 1]}`}
                    href={hrefs[at] ?? null}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note}
      <Meanings figures={items.flatMap(({ figures }) => figures)} />
    </div>
  );
}
