import type { ReactNode } from 'react';
import css from './page-head.module.css';

/** Title of a page, one quiet line beside it, what can be done at the right. */
export function PageHead({ title, note, children }: { title: string; note?: string; children?: ReactNode }) {
  return (
    <header className={css.head}>
      <h1 className={css.title} tabIndex={-1}>
        {title}
      </h1>
      {note && <p className={css.note}>{note}</p>}
      <div className={css.acts}>{children}</div>
    </header>
  );
}
