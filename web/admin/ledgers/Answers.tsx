import { Button } from 'antd';
import css from './ledgers.module.css';
import type { Edits } from './use-edits.ts';
import { ANSWER_WORDS, type LedgerRow } from './words.ts';

/** What a person may say to a row, or what was said and may be taken back. */
export function Answers({ row, edits }: { row: LedgerRow; edits: Edits }) {
  const { answer, answers, twins, number } = row;
  if (answer !== null && answer.kind !== 'keep') {
    return (
      <p className={css.said}>
        你说的是：{ANSWER_WORDS[answer.kind]}。
        <button type="button" className={css.quietButton} onClick={() => edits.answer(row, null)}>
          收回
        </button>
      </p>
    );
  }
  const registered = answers.includes('same') ? twins.filter(({ code }) => code !== null) : [];
  return (
    <div className={css.acts}>
      {registered.map(({ name, code }) => (
        <Button key={code} size="small" onClick={() => edits.answer(row, { kind: 'same', code: code ?? '' })}>
          就是“{name}”
        </Button>
      ))}
      {(['separate', 'centre'] as const).map(
        (kind) =>
          answers.includes(kind) && (
            <Button key={kind} size="small" onClick={() => edits.answer(row, { kind })}>
              {ANSWER_WORDS[kind]}
            </Button>
          ),
      )}
      {answers.includes('skip') && (row.kind === 'refused' || row.kind === 'flagged') && (
        <Button size="small" aria-label={`不导入第 ${number} 行`} onClick={() => edits.answer(row, { kind: 'skip' })}>
          {ANSWER_WORDS.skip}
        </Button>
      )}
    </div>
  );
}
