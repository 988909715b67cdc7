import { type ReactNode, useContext, useEffect, useRef } from 'react';
import { useTitle } from '../../ui/use-title.ts';
import { ArrivalContext, landOn } from '../arrival.ts';
import css from './page-head.module.css';

/** Title of a page, one quiet line beside it, what can be done at the right. Names the tab too. */
export function PageHead({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useContext(ArrivalContext);
  useTitle(title);
  useEffect(() => landOn(arrival, heading.current), [arrival]);
  return (
    <header className={css.head}>
      <h1 className={css.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {note && <p className={css.note}>{note}</p>}
      {children && <div className={css.acts}>{children}</div>}
    </header>
  );
}
