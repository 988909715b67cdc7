import type { ReactNode } from 'react';
import css from './parts.module.css';

export type Tone = 'ok' | 'soon' | 'late' | 'info' | 'calm';

/** A word on its own ground: good, hurry, wrong, to be looked at, or just so. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${css.tag} ${css[tone]}`}>{children}</span>;
}
