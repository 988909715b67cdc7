import { addDays, type Day, dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import type { Period } from '../../../shared/stats/period.ts';
import { monthHolding, parsePeriod } from '../../../shared/stats/period.ts';

/** What a question about figures says, as the address and the server write it. All pages share them. */
const NAMES = ['period', 'asOf', 'union', 'region', 'by', 'divisions', 'stations'] as const;
type Name = (typeof NAMES)[number];
/** `period` and `by` are always said. A text that means nothing goes to the server as it is, which says so. */
export type Asked = { readonly [N in Name]?: string } & { readonly period: string; readonly by: string };
/** What an address says beside it: a cell, a chosen indicator, a place in a list. */
export type Address = { readonly [name: string]: string | undefined };

/** The last month that is over: figures of a running one are seldom what is meant. */
export function usualPeriod(now: Instant): Period {
  const today = dayOf(now);
  const first = Number(dateText(today).slice(8));
  const period = parsePeriod(monthHolding(addDays(today, -first) as Day));
  if (period === null) throw new Error('a month is a period');
  return period;
}

export function readAsked(search: string, usual: { readonly period: string; readonly by?: string }): Asked {
  const found = new URLSearchParams(search);
  const said = NAMES.flatMap((name) => (found.get(name) ? [[name, found.get(name) ?? '']] : []));
  return { by: 'region', ...usual, ...Object.fromEntries(said) };
}

/** Everything else the address says. */
export function readBeside(search: string): Address {
  const names: readonly string[] = NAMES;
  return Object.fromEntries([...new URLSearchParams(search)].filter(([name]) => !names.includes(name)));
}

/** An address that says all of `parts`, later ones over earlier ones; what is undefined or empty is left out. */
export function addressOf(path: string, ...parts: readonly Address[]): string {
  const whole: Address = Object.assign({}, ...parts);
  const said = Object.entries(whole).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(said).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The same question with what was known when it was answered: asked again in a year it has the same answer. */
export function fixedAt(asked: Asked, head: { readonly asOf: { readonly seq: number } } | undefined): Asked {
  return head === undefined ? asked : { ...asked, asOf: String(head.asOf.seq) };
}
