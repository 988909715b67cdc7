import type { ReactNode } from 'react';
import css from './parts.module.css';

/** Nothing here, said in words, with the next thing to do (`children`) below. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p>{text}</p>
      {children}
    </div>
  );
}
