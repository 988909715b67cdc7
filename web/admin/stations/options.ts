/** One choice of a select. */
export type Option = { readonly value: string; readonly label: string };

export function optionsOf<C extends string>(codes: readonly C[], words: { readonly [K in C]: string }): Option[] {
  return codes.map((value) => ({ value, label: words[value] }));
}
