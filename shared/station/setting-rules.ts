import type { Refusal } from '../kernel/refusal.ts';
import { isPattern, type SettingKey } from './settings.ts';
import { ownItems, STANDARD_IDS } from './standards.ts';

/** What a setting's value may be. Days and metres are whole. */
export type SettingRule =
  | { readonly kind: 'whole'; readonly min: number; readonly max: number; readonly unit: 'days' | 'metres' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'pattern'; readonly max: number }
  | { readonly kind: 'items'; readonly max: number; readonly itemMax: number };

const days = (min: number, max: number) => ({ kind: 'whole', min, max, unit: 'days' }) as const;
const metres = (min: number, max: number) => ({ kind: 'whole', min, max, unit: 'metres' }) as const;

export const SETTING_RULES: { readonly [K in SettingKey]: SettingRule } = {
  'hours-old-days': days(1, 3650),
  'point-move-metres': metres(0, 1000),
  'relocate-metres': metres(10, 10_000),
  'rectify-days': days(1, 365),
  'notice-days': days(1, 365),
  'report-answer-days': days(1, 365),
  'report-keep-days': days(30, 3650),
  'county-approves': { kind: 'flag' },
  'revise-needs-approver': { kind: 'flag' },
  'duplicate-metres': metres(0, 1000),
  'federation-code-pattern': { kind: 'pattern', max: 200 },
  'acceptance-standard': { kind: 'choice', of: STANDARD_IDS },
  'acceptance-items': { kind: 'items', max: 40, itemMax: 60 },
  'contract-warning-days': days(0, 365),
  'term-warning-days': days(0, 365),
  'rectify-warning-days': days(0, 365),
  'review-days': days(30, 3650),
  'review-warning-days': days(0, 365),
  'report-due-days': days(1, 60),
};

/** A repeated group with a repetition inside, `(a+)+`: matching it may take for ever. */
const NESTED = /\([^()]*[*+{][^()]*\)\s*[*+{]/;

/** The refusal of a value, or null. */
export function settingFault(key: SettingKey, value: unknown): Refusal | null {
  const rule = SETTING_RULES[key];
  const field = 'value';
  switch (rule.kind) {
    case 'whole': {
      const { min, max } = rule;
      if (typeof value !== 'number' || !Number.isInteger(value))
        return { kind: 'field-type', field, expected: 'number' };
      return value < min || value > max ? { kind: 'field-range', field, min, max } : null;
    }
    case 'flag':
      return typeof value === 'boolean' ? null : { kind: 'field-type', field, expected: 'boolean' };
    case 'choice':
      return rule.of.some((one) => one === value) ? null : { kind: 'field-choice', field, allowed: rule.of };
    case 'pattern':
      if (typeof value !== 'string' || value === '') return { kind: 'field-required', field };
      if (value.length > rule.max) return { kind: 'field-length', field, max: rule.max };
      return isPattern(value) && !NESTED.test(value) ? null : { kind: 'field-format', field, example: '^QZ-\\d{6}$' };
    case 'items':
      return itemsFault(value, rule);
  }
}

function itemsFault(
  value: unknown,
  { max, itemMax }: { readonly max: number; readonly itemMax: number },
): Refusal | null {
  const field = 'value';
  if (typeof value !== 'string') return { kind: 'field-type', field, expected: 'string' };
  const items = ownItems(value);
  if (items.length > max) return { kind: 'field-length', field, max };
  return items.some((item) => item.length > itemMax) ? { kind: 'field-length', field, max: itemMax } : null;
}
