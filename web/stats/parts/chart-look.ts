import type { Tone } from './chart-plan.ts';

/** Colours and type of drawings, read from the tokens of the page so that each theme has its own. */
export type ChartLook = {
  readonly tones: { readonly [T in Tone]: string };
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly card: string;
  readonly font: string;
};

const TOKENS: { readonly [T in Tone]: string } = {
  count: '--accent',
  yes: '--open-fg',
  part: '--closing-solid',
  no: '--closed-solid',
  broken: '--suspended-fg',
  unknown: '--unknown-solid',
  second: '--focus',
  third: '--closing-fg',
  fourth: '--unknown-fg',
  quiet: '--edge',
};

export function lookOf(box: HTMLElement): ChartLook {
  const style = getComputedStyle(box);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const entries = Object.entries(TOKENS).map(([tone, name]) => [tone, token(name)]);
  return {
    tones: { ...TOKENS, ...Object.fromEntries(entries) },
    ink: token('--ink'),
    quiet: token('--ink-2'),
    line: token('--line'),
    card: token('--card'),
    font: token('--font'),
  };
}
