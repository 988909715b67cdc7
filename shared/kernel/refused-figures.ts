/** Figures, what unions write down for them, and what is handed upward. */
export type FiguresRefusal =
  /** `at`: ISO, in the future or before the register began. */
  | { readonly kind: 'as-of-not-past'; readonly at: string }
  /** The period has not begun yet at the as-of. */
  | { readonly kind: 'period-not-begun'; readonly period: string }
  /** A division that the asker's union has nothing to do with. */
  | { readonly kind: 'region-outside'; readonly region: string }
  | { readonly kind: 'indicator-unknown'; readonly indicator: string }
  | { readonly kind: 'row-unknown'; readonly row: string }
  /** More months, rows or cells than are answered at once. */
  | { readonly kind: 'figures-too-many'; readonly max: number }
  /** Figures are being read for the first time since the server began. */
  | { readonly kind: 'figures-busy' };
