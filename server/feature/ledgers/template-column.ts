import type { Station } from '../../../shared/station/station.ts';

/** One column of the template. `list`: what may be chosen; `strict`: and nothing else. */
export type TemplateColumn = {
  readonly title: string;
  readonly width: number;
  readonly about: string;
  readonly list: 'counties' | 'brands' | readonly string[] | null;
  readonly strict: boolean;
  readonly cell: (station: Station, countyName: (station: Station) => string) => string;
  readonly examples: readonly [string, string];
};

/** So much is typed in by whoever fills the template. */
export const FREE = { list: null, strict: false } as const;

/** The words of a list, in its order. */
export function wordsOf<C extends string>(
  codes: readonly C[],
  words: { readonly [K in C]: string },
): readonly string[] {
  return codes.map((code) => words[code]);
}
