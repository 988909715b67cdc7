import css from '../picker.module.css';

/** Its point lies on the middle of the box; rim and line so that it shows on any base. */
export function CrossMark() {
  return (
    <svg className={css.cross} viewBox="-24 -24 48 48" aria-hidden="true" focusable="false">
      <path className={css.crossRim} d="M0-20V-5M0 5V20M-20 0H-5M5 0H20" />
      <path className={css.crossLine} d="M0-20V-5M0 5V20M-20 0H-5M5 0H20" />
      <circle className={css.crossLine} r="1.5" />
    </svg>
  );
}
