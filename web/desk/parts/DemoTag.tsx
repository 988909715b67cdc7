import { SYNTHETIC_TAG } from '../../ui/words/fresh.ts';
import css from './parts.module.css';

/** Stands wherever stations are shown that do not exist. */
export function DemoTag() {
  return <span className={css.demo}>{SYNTHETIC_TAG}</span>;
}
