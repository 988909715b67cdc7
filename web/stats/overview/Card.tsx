import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { TableId } from '../../../shared/stats/definition.ts';
import { addressOf } from '../parts/question.ts';
import type { AskedHere } from '../parts/use-asked.ts';
import css from './overview.module.css';

type Props = { title: string; table: TableId; here: AskedHere; isWide?: boolean; children: ReactNode };

/** One subject, with the way to its whole table. */
export function Card({ title, table, here, isWide = false, children }: Props) {
  const id = useId();
  return (
    <section className={`${css.card} ${isWide ? css.wide : ''}`} aria-labelledby={id}>
      <header className={css.cardHead}>
        <h2 id={id}>{title}</h2>
        <Link
          href={addressOf(`/figures/tables/${table}`, here.asked)}
          className={css.way ?? ''}
          aria-label={`${title}：整张表`}
        >
          整张表
        </Link>
      </header>
      {children}
    </section>
  );
}
