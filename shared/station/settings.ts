import { dateText, dayOf, type Instant } from '../kernel/instant.ts';
import type { UnionId } from './station.ts';

/** What a union may set (nearest ancestor wins); the values here are the national defaults. Rules differ by province and change by year. */
export const SETTING_DEFAULTS = {
  /** Days after which a statement about opening hours counts as old. */
  'hours-old-days': 180,
  /** Metres a point may move without an approver. */
  'point-move-metres': 50,
  /** Metres beyond which a move is a relocation with a new code. */
  'relocate-metres': 200,
  'rectify-days': 15,
  'notice-days': 7,
  /** Days within which a worker's report is answered; later it is overdue. */
  'report-answer-days': 3,
  /** Days after the answer for which a worker's words and photo are kept. */
  'report-keep-days': 365,
  /** Whether a county approver may approve and accept. */
  'county-approves': false,
  /** Whether revising name, kind, host or a far point waits for an approver. */
  'revise-needs-approver': true,
  'duplicate-metres': 50,
  /** Regular expression a federation code must match. */
  'federation-code-pattern': '^.{1,64}$',
} as const;

export type SettingKey = keyof typeof SETTING_DEFAULTS;
export type Settings = {
  readonly [K in SettingKey]: (typeof SETTING_DEFAULTS)[K] extends number
    ? number
    : (typeof SETTING_DEFAULTS)[K] extends boolean
      ? boolean
      : string;
};

/** One stored setting: a union says what holds for itself and everything below it, from a business day on. */
export type SettingRow = {
  readonly union: UnionId;
  readonly key: string;
  readonly value: unknown;
  /** `YYYY-MM-DD` (what follows the tenth character is not looked at). */
  readonly from: string;
};

/**
 * The settings that hold for a union at an instant: its own, else its nearest ancestor's, else the default; of
 * several by one union the latest that has begun. Rows with an unknown key or a value of another type are skipped.
 */
export function settingsFor(
  union: UnionId,
  { rows, parents }: { readonly rows: readonly SettingRow[]; readonly parents: ReadonlyMap<UnionId, UnionId | null> },
  at: Instant,
): Settings {
  const day = dateText(dayOf(at));
  let settings: Settings = SETTING_DEFAULTS;
  for (const ancestor of lineOf(union, parents)) {
    const begun = rows.filter((row) => row.union === ancestor && row.from.slice(0, 10) <= day);
    for (const { key, value } of begun.sort(byFrom)) {
      if (isValue(key, value)) settings = { ...settings, [key]: value };
    }
  }
  return settings;
}

/** From the root down to the union itself, so that what is nearer is written later. */
function lineOf(union: UnionId, parents: ReadonlyMap<UnionId, UnionId | null>): UnionId[] {
  const line: UnionId[] = [];
  let next: UnionId | null = union;
  while (next !== null && !line.includes(next)) {
    line.unshift(next);
    next = parents.get(next) ?? null;
  }
  return line;
}

function byFrom(a: SettingRow, b: SettingRow): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}

function isValue(key: string, value: unknown): boolean {
  const known = Object.entries(SETTING_DEFAULTS).find(([name]) => name === key);
  if (known === undefined || typeof value !== typeof known[1]) return false;
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0;
  return typeof value !== 'string' || isPattern(value);
}

/** A pattern that cannot be read would stop every later check, so it does not count as set. */
function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
