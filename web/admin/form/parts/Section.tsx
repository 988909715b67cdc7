import type { ReactNode } from 'react';
import css from './section.module.css';

/** A part of the form that the list at the side leads to. */
export function FormSection({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={css.section} id={id} aria-labelledby={`${id}-title`}>
      <h2 className={css.title} id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {note && <p className={css.note}>{note}</p>}
      {children}
    </section>
  );
}

/** Fields side by side where there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={css.row}>{children}</div>;
}
