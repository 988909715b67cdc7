import { Alert } from 'antd';
import { instant } from '../../../shared/kernel/instant.ts';
import { TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import { exactText } from '../../desk/parts/when.ts';
import css from './submissions.module.css';
import type { Whole } from './words.ts';

/** What is to be put right, by whoever sent it back. */
export function Returned({ whole: { returned, tables } }: { whole: Whole }) {
  if (returned === null) return null;
  const rowName = (key: string | null) =>
    tables.flatMap(({ rows }) => rows).find((row) => row.key === key)?.name ?? key ?? '';
  return (
    <Alert
      type="warning"
      showIcon
      title={`${returned.byName}在 ${exactText(instant(returned.at))}退回，要改这些：`}
      description={
        <ol className={css.faults}>
          {returned.faults.map(({ table, row, text }) => (
            <li key={`${table} ${row} ${text}`}>
              {table !== null && (
                <strong>{[TABLE_WORDS[table], rowName(row)].filter((said) => said !== '').join(' · ')}：</strong>
              )}
              {text}
            </li>
          ))}
        </ol>
      }
    />
  );
}
