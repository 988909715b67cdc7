import type { Changed } from '../../../shared/words/change.ts';
import css from './diff.module.css';

type Props = {
  changes: readonly Changed[];
  /** What the two columns are: 现在 and 改成, unless said. */
  heads?: readonly [before: string, after: string];
};

/** What changed, a line for each thing: its name, how it was, how it is. */
export function DiffTable({ changes, heads = ['原来', '改成'] }: Props) {
  return (
    <table className={css.diff}>
      <thead>
        <tr>
          <th scope="col">哪一项</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, name, before, after, note }) => (
          <tr key={field}>
            <th scope="row">{name}</th>
            <td className={css.before}>{before}</td>
            <td className={css.after}>
              {after}
              {note !== null && <small className={css.note}>{note}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
