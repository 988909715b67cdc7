import { LEDGER_KIND_WORDS } from '../../../shared/words/ledger.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { Answers } from './Answers.tsx';
import { Cells } from './Cells.tsx';
import { Changes } from './Changes.tsx';
import css from './ledgers.module.css';
import type { Edits } from './use-edits.ts';
import { KIND_TONES, type LedgerRow } from './words.ts';

type Props = { rows: readonly LedgerRow[]; edits: Edits | null };

/** A page of rows. `edits` null: it is done, nothing can be changed any more. */
export function Rows({ rows, edits }: Props) {
  return (
    <div className={css.panel}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">结果</th>
            <th scope="col">站点</th>
            <th scope="col">表里的值{edits && '（可直接改）'}</th>
            <th scope="col">为什么，怎么办</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.number} row={row} edits={edits} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, edits }: { row: LedgerRow; edits: Edits | null }) {
  const fault = edits?.fault?.row === row.number ? edits.fault.text : null;
  return (
    <tr aria-busy={edits?.isBusyAt(row.number)}>
      <td className={css.number}>{row.number}</td>
      <td>
        <Tag tone={KIND_TONES[row.kind]}>{LEDGER_KIND_WORDS[row.kind]}</Tag>
      </td>
      <th scope="row">
        <div className={css.station}>
          {row.name === '' ? '（没有名称）' : row.name}
          {row.code !== null && <CodeText code={row.code} />}
        </div>
      </th>
      <td>
        <Cells row={row} edits={edits} />
        <Changes row={row} edits={edits} />
      </td>
      <td>
        {row.reason !== '' && <p className={css.reason}>{row.reason}</p>}
        {fault !== null && (
          <p className={css.wrong} role="alert">
            {fault}
          </p>
        )}
        {edits && <Answers row={row} edits={edits} />}
      </td>
    </tr>
  );
}
