import { spanOf } from './hours-parse-clock.ts';
import { type Item, NOT_UNDERSTOOD } from './hours-parse-reader.ts';
import type { Token } from './hours-parse-tokens.ts';

/** Two clock times with a range sign between them, or 早八晚六, become a span; a time left alone is not understood. */
export function joinClocks(tokens: readonly Token[]): Item[] {
  const items: Item[] = [];
  const solid = tokens.filter((token) => token.kind !== 'weak' && token.kind !== 'opens');
  const used = new Set<Token>();
  for (const token of tokens) {
    if (used.has(token) || token.kind === 'weak' || token.kind === 'none') continue;
    if (token.kind !== 'clock') {
      items.push(token.kind === 'to' ? { kind: 'unread', text: NOT_UNDERSTOOD } : token);
      continue;
    }
    const index = solid.indexOf(token);
    const next = solid[index + 1];
    const end = next?.kind === 'to' ? solid[index + 2] : next;
    const paired = end?.kind === 'clock' && (next?.kind === 'to' || isMorningToNight(token, end)) ? end : null;
    const span = paired === null ? null : spanOf(token.clock, paired.clock);
    if (next !== undefined && paired !== null) used.add(next).add(paired);
    items.push(span === null ? { kind: 'unread', text: NOT_UNDERSTOOD } : { kind: 'span', span });
  }
  return items;
}

type ClockToken = Extract<Token, { kind: 'clock' }>;

function isMorningToNight(start: ClockToken, end: ClockToken): boolean {
  return start.clock.part === 'morning' && end.clock.part === 'night';
}
