import { Input } from 'antd';
import { useId } from 'react';
import { SAID_MOST } from '../../../shared/wire/routes/submissions.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import css from './submissions.module.css';
import { WARNING_WORDS, type Whole } from './words.ts';

type Notes = { readonly [warning: string]: string };
/** `put` null: only read. */
type Props = { whole: Whole; notes: Notes; put: ((notes: Notes) => void) | null };

/** What is odd about the figures, each with what the union says to it. */
export function Warnings({ whole: { warnings }, notes, put }: Props) {
  return (
    <section aria-labelledby="warnings-title">
      <h2 id="warnings-title" className={css.title}>
        提醒 {warnings.length} 条
      </h2>
      {warnings.length === 0 && <p className={css.quiet}>没有要说明的。</p>}
      <ul className={css.warnings}>
        {warnings.map((warning) => (
          <li key={warning.id}>
            <p className={css.warning}>
              <DeskIcon name="warning" />
              {WARNING_WORDS[warning.id](warning)}
            </p>
            {put === null ? (
              <p>{warning.note === null ? '还没有说明。' : `说明：${warning.note}`}</p>
            ) : (
              <Note
                label={WARNING_WORDS[warning.id](warning)}
                value={notes[warning.id] ?? ''}
                change={(text) => put({ ...notes, [warning.id]: text })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Note({ label, value, change }: { label: string; value: string; change: (text: string) => void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={css.label}>
        说明<span className={css.hidden}>：{label}</span>
      </label>
      <Input.TextArea
        id={id}
        aria-required
        rows={2}
        maxLength={SAID_MOST}
        placeholder="是什么情况，打算怎么办"
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </>
  );
}
