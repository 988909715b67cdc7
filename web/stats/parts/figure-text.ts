import type { Figure } from '../../../shared/stats/question.ts';
import { FEW } from '../../../shared/wire/figures-words.ts';
import { numberText } from '../../desk/parts/number-text.ts';

/** Stands for what cannot be said. */
export const NONE = '—';
export const NONE_MEANING = '— 算不出来：没有可除的数，或者没有记录';

/** `12,345`, `66.7`, or the sign of what is missing. */
export function figureText(figure: Figure, digits: number): string {
  if (figure === null) return NONE;
  if (figure === 'few') return FEW;
  return numberText(figure, digits);
}

/** A change: `+12`, `−312`, `0`. */
export function changeText(value: number, digits: number): string {
  const text = numberText(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** `少了 312 个`, `多了 5 个`, `一样多`. */
export function moreOrFewer(value: number, unit: string): string {
  if (value === 0) return '一样多';
  return `${value < 0 ? '少了' : '多了'} ${numberText(Math.abs(value), Number.isInteger(value) ? 0 : 1)} ${unit}`;
}
