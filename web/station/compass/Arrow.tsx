import { useRef } from 'react';
import css from './compass.module.css';
import { turnedOn } from './direction.ts';

/** Up is straight ahead. Where nobody knows what is ahead, `words` stand in the ring instead. */
export function Arrow({ degrees, words }: { degrees: number | null; words: string }) {
  const shown = useRef(0);
  if (degrees !== null) shown.current = turnedOn(shown.current, degrees);
  return (
    <div className={css.dial}>
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <circle className={css.ring} cx="50" cy="50" r="47" />
        {degrees !== null && (
          <>
            <path className={css.ahead} d="M50 1v7" />
            <g className={css.arrow} style={{ transform: `rotate(${shown.current}deg)` }}>
              <path d="M50 12 77 80 50 66 23 80z" />
            </g>
          </>
        )}
      </svg>
      {degrees === null && <p className={css.wind}>{words}</p>}
    </div>
  );
}
