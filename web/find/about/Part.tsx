import type { ReactNode } from 'react';
import { Card } from '../../ui/parts/Card.tsx';
import css from './about.module.css';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card padded>
      <div className={css.text}>
        <h2>{title}</h2>
        {children}
      </div>
    </Card>
  );
}
