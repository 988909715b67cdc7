import { isText, jsonOf, listOf } from '../../../shared/feed/guard.ts';

/** What a person looked for, the last first. Kept as a JSON list of texts. */
export type Recent = readonly string[];

/** More would be a record of somebody, not a help. */
export const MOST_RECENT = 10;
const LONGEST = 40;
const isTexts = listOf(isText);

export function readRecent(kept: string | null): Recent {
  const value = kept === null ? undefined : jsonOf(kept);
  return isTexts(value) ? value.slice(0, MOST_RECENT) : [];
}

/** Null when nothing is left to keep. */
export function recentText(recent: Recent): string | null {
  return recent.length === 0 ? null : JSON.stringify(recent);
}

/** The newest first, once; blank and over-long texts (a pasted link) are nothing to look for again. */
export function withRecent(recent: Recent, typed: string): Recent {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '' || text.length > LONGEST) return recent;
  return [text, ...recent.filter((one) => one !== text)].slice(0, MOST_RECENT);
}

export function withoutRecent(recent: Recent, text: string): Recent {
  return recent.filter((one) => one !== text);
}
