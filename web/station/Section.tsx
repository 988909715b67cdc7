import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/parts/Icon.tsx';
import css from './station.module.css';

export function Section({ title, hint, children }: { title: string; hint?: string | null; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>
        {title}
        {hint != null && <small className={css.aside}>{hint}</small>}
      </h2>
      {children}
    </section>
  );
}

type FactProps = { icon: IconName; title: string; more?: string | null; children?: ReactNode };

/** One fact: an icon, what is so, and more about it. */
export function Fact({ icon, title, more = null, children }: FactProps) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <b>{title}</b>
        {more !== null && <small>{more}</small>}
        {children}
      </div>
    </li>
  );
}
