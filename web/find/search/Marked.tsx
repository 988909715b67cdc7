import type { Mark } from '../../../shared/search/search.ts';
import { markedParts } from './marked.ts';
import css from './search.module.css';

/** A name with what was found of it marked, also when it was found by pinyin. */
export function Marked({ name, marks }: { name: string; marks: readonly Mark[] }) {
  return markedParts(name, marks).map(({ text, from, isHit }) =>
    isHit ? (
      <mark key={from} className={css.mark}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
