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
  /** Id of the standard a new station is accepted by (standards.ts). */
  'acceptance-standard': 'none',
  /** The items of an own standard, one a line. */
  'acceptance-items': '',
  /** Days before the end of a contract from which it waits in the queue. */
  'contract-warning-days': 60,
  /** Days before the end of a temporary station from which it waits in the queue. */
  'term-warning-days': 14,
  /** Days before its deadline from which a rectification waits in the queue. */
  'rectify-warning-days': 7,
  /** Days within which somebody sees a station again on the spot: the annual review. */
  'review-days': 365,
  /** Days before an annual review is due from which it waits in the queue. */
  'review-warning-days': 30,
  /** Days after the end of a period within which a county hands in its figures; each level above has three more. */
  'report-due-days': 5,
} as const;

export type SettingKey = keyof typeof SETTING_DEFAULTS;
export type Settings = {
  readonly [K in SettingKey]: (typeof SETTING_DEFAULTS)[K] extends number
    ? number
    : (typeof SETTING_DEFAULTS)[K] extends boolean
      ? boolean
      : string;
};
export type SettingValue = Settings[SettingKey];

/** One stored setting: a union says what holds for itself and everything below it, from a business day on. */
export type SettingRow = {
  readonly union: UnionId;
  readonly key: string;
  /** Null: from that day on the union says nothing of its own, and what is above it holds. */
  readonly value: unknown;
  /** `YYYY-MM-DD` (what follows the tenth character is not looked at). */
  readonly from: string;
};

export type SettingRows = {
  readonly rows: readonly SettingRow[];
  readonly parents: ReadonlyMap<UnionId, UnionId | null>;
};

/**
 * The settings that hold for a union at an instant: its own, else its nearest ancestor's, else the default; of
 * several by one union the latest that has begun. Rows with an unknown key or a value of another type are skipped.
 */
export function settingsFor(union: UnionId, { rows, parents }: SettingRows, at: Instant): Settings {
  let settings: Settings = SETTING_DEFAULTS;
  if (rows.length === 0) return settings;
  for (const ancestor of lineOf(union, parents)) {
    for (const { key, value } of saidBy(ancestor, rows, at)) settings = { ...settings, [key]: value };
  }
  return settings;
}

/** Whose value holds. */
export type SettingSource = { readonly union: UnionId; readonly from: string };

/** The row that decides each setting of a union; keys that no union says are missing: the national default holds. */
export function settingSources(
  union: UnionId,
  { rows, parents }: SettingRows,
  at: Instant,
): ReadonlyMap<string, SettingSource> {
  const sources = new Map<string, SettingSource>();
  for (const ancestor of lineOf(union, parents)) {
    for (const { key, from } of saidBy(ancestor, rows, at)) sources.set(key, { union: ancestor, from });
  }
  return sources;
}

/** What one union says for itself at an instant, a row for each key. */
function saidBy(union: UnionId, rows: readonly SettingRow[], at: Instant): readonly SettingRow[] {
  const day = dateText(dayOf(at));
  const latest = new Map<string, SettingRow>();
  const begun = rows.filter((row) => row.union === union && row.from.slice(0, 10) <= day);
  for (const row of [...begun].sort(byFrom)) {
    if (row.value === null) latest.delete(row.key);
    else if (isValue(row.key, row.value)) latest.set(row.key, row);
  }
  return [...latest.values()];
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

export function isSettingKey(key: string): key is SettingKey {
  return Object.keys(SETTING_DEFAULTS).includes(key);
}

function isValue(key: string, value: unknown): boolean {
  if (!isSettingKey(key) || typeof value !== typeof SETTING_DEFAULTS[key]) return false;
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0;
  return key !== 'federation-code-pattern' || isPattern(value);
}

/** A pattern that cannot be read would stop every later check, so it does not count as set. */
export function isPattern(text: unknown): boolean {
  try {
    return typeof text === 'string' && new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
