import css from './ledgers.module.css';
import type { Edits } from './use-edits.ts';
import type { LedgerRow } from './words.ts';

/** What the row changes of a registered station, field by field; each may stay as it is. */
export function Changes({ row, edits }: { row: LedgerRow; edits: Edits | null }) {
  const kept = row.answer?.kind === 'keep' ? row.answer.fields : [];
  if (row.changes.length === 0 && kept.length === 0) return null;
  const keep = (fields: readonly string[]) =>
    edits?.answer(row, fields.length === 0 ? null : { kind: 'keep', fields: [...fields] });
  return (
    <ul className={css.changes}>
      {row.changes.map(({ field, name, before, after, note }) => (
        <li key={field}>
          <span className={css.field}>{name}</span>
          <s>{before}</s> <strong>{after}</strong>
          {note !== null && <small>（{note}）</small>}
          {edits && row.answers.includes('keep') && (
            <button
              type="button"
              className={css.quietButton}
              aria-label={`第 ${row.number} 行不改${name}`}
              onClick={() => keep([...kept, topOf(field)])}
            >
              不改这项
            </button>
          )}
        </li>
      ))}
      {kept.length > 0 && (
        <li>
          <span className={css.quiet}>有 {kept.length} 项照登记册，不改。</span>
          {edits && (
            <button type="button" className={css.quietButton} onClick={() => keep([])}>
              还是照表里改
            </button>
          )}
        </li>
      )}
    </ul>
  );
}

/** `amenities.water` stays with all of its field. */
function topOf(field: string): string {
  return field.split('.')[0] ?? field;
}
