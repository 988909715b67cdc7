import { changesBetween } from '../../../shared/words/change.ts';
import { DiffTable } from '../../desk/parts/DiffTable.tsx';
import css from './desk.module.css';
import { type HistoryRow, useHistory } from './History.tsx';

/** Of a submission that was returned before: what was changed since. Nothing on one that comes for the first time. */
export function Resubmitted({ id }: { id: string }) {
  const { data } = useHistory(id);
  const since = sinceReturn(data?.pages.flatMap((page) => page.rows) ?? []);
  if (since === null) return null;
  const changes = changesBetween(since.before, since.after);
  return (
    <section className={css.waiting} aria-labelledby="again-title">
      <h2 id="again-title" className={css.title}>
        和退回时相比
      </h2>
      <p>退回的原因：{since.reason ?? '没写'}</p>
      {changes.length === 0 ? <p>什么都没改。</p> : <DiffTable changes={changes} heads={['退回时', '现在']} />}
    </section>
  );
}

type Loose = { [field: string]: unknown };

/** Rows newest first. What the drafts after the last return wrote, and how it had been before the first of them. */
export function sinceReturn(
  rows: readonly HistoryRow[],
): { readonly reason: string | null; readonly before: Loose; readonly after: Loose } | null {
  const at = rows.findIndex(({ step, subject }) => subject === 'station' && step === 'return');
  const returned = rows[at];
  if (returned === undefined) return null;
  const drafts = rows.slice(0, at).filter(({ step, subject }) => subject === 'station' && step === 'draft');
  const before: Loose = {};
  const after: Loose = {};
  for (const { fields } of [...drafts].reverse()) {
    for (const { field, before: was, after: is } of fields) {
      if (!(field in before)) before[field] = was ?? null;
      after[field] = is ?? null;
    }
  }
  return { reason: returned.reason, before, after };
}
