import { type StationCode, spacedCode } from '../../../shared/station/code.ts';
import css from './parts.module.css';

/** A station's code in the groups of its plaque, or that it has none yet. */
export function CodeText({ code }: { code: string | null }) {
  if (code === null) return <span className={css.code}>尚未发码</span>;
  // Answers of our server carry whole codes only.
  return <span className={css.code}>{spacedCode(code as StationCode)}</span>;
}
