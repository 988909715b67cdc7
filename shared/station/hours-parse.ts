import { type Hours, UNKNOWN_HOURS } from './hours.ts';
import { readClauses } from './hours-parse-clauses.ts';
import { tokensOf } from './hours-parse-tokens.ts';
import { hoursOfStatements } from './hours-parse-week.ts';

/**
 * What a free text says about opening. Not understood as a whole = `hours` unknown, for half a statement may be wrong
 * (`9:00-17:00，中午休息`). `rest`: the part that was not understood, in its own words; null when all was. `draft`: what
 * the understood part would say, for a person to confirm; never to be published unseen.
 */
export type HoursReading = {
  readonly hours: Hours;
  readonly understood: boolean;
  readonly rest: string | null;
  readonly draft: Hours | null;
};

/** Reads the free forms of ledgers. `hours.raw` is always the text as given; an empty one says nothing and is understood. */
export function parseHours(text: string): HoursReading {
  const unknown: Hours = { ...UNKNOWN_HOURS, raw: text.trim() === '' ? null : text };
  const plain = plainText(text);
  if (/^ *(?:无|暂无|不详|未知|待定|空|没有|[-/~]+|n\/?a)? *$/.test(plain)) {
    return { hours: unknown, understood: true, rest: null, draft: null };
  }
  const { statements, unread } = readClauses(tokensOf(plain, text));
  const said = hoursOfStatements(statements);
  const read = said === null ? null : { ...said, raw: text };
  if (read !== null && unread.length === 0) return { hours: read, understood: true, rest: null, draft: null };
  const words = unread.map((part) => part.trim()).filter((part) => part !== '');
  const allWords = words.length > 0 && words.length === unread.length;
  return { hours: unknown, understood: false, rest: allWords ? words.join('，') : text.trim(), draft: read };
}

const SAME_AS: readonly (readonly [RegExp, string])[] = [
  [/[－—–―─‐‑‒−﹣ーｰ]/g, '-'],
  [/[～〜∼˜]/g, '~'],
  [/[﹕∶︰]/g, ':'],
  [/[【[〔「『]/g, '('],
  [/[】\]〕」』]/g, ')'],
  [/[×✕]/g, 'x'],
  [/[\t\r\u00a0\u2000-\u200b\u3000\ufeff]/g, ' '],
];

/** Full-width letters, digits and signs become plain ones, one for one, so that places in the text stay the same. */
function plainText(text: string): string {
  let plain = text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  plain = plain.replace(/(\d)一(?=\d)/g, '$1-'); // 8:00一18:00, a dash to the eye.
  for (const [pattern, mark] of SAME_AS) plain = plain.replace(pattern, mark);
  return plain.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
