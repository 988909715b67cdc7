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
  | { readonly kind: 'figures-busy' }
  | PartnerRefusal
  | DemandRefusal
  | SubmissionRefusal
  | EntryRefusal;

/** What a union writes down of its work. `field` and `of` as the forms call them (`shared/words/entry.ts`). */
type EntryRefusal =
  | { readonly kind: 'entry-unknown' }
  | { readonly kind: 'entry-required'; readonly field: string }
  | { readonly kind: 'entry-not-of-station'; readonly field: string }
  | { readonly kind: 'entry-future'; readonly field: string; readonly day: string }
  | { readonly kind: 'entry-number'; readonly field: string; readonly min: number; readonly max: number }
  | { readonly kind: 'entry-long'; readonly field: string; readonly max: number }
  /** More than `of`, another field. */
  | { readonly kind: 'entry-above'; readonly field: string; readonly of: string }
  /** Before `of`, a day. */
  | { readonly kind: 'entry-early'; readonly field: string; readonly of: string }
  /** The same station, day and provider (channel, level) has an entry already: that one is to be corrected. */
  | { readonly kind: 'entry-taken'; readonly entry: string }
  | { readonly kind: 'entry-withdrawn' }
  /** A ledger's cell that cannot be read; `expected` in Chinese, or an example. */
  | { readonly kind: 'entry-cell'; readonly field: string; readonly text: string; readonly expected: string };

/** Figures handed upward. */
export type SubmissionRefusal =
  /** Handed in by the union itself, returned and signed by the one right above it. */
  | { readonly kind: 'submission-not-yours'; readonly step: string }
  /** A step that does not follow from where it stands. */
  | { readonly kind: 'submission-step'; readonly step: string; readonly state: string }
  /** Its last day is not over. */
  | { readonly kind: 'period-open'; readonly period: string; readonly endsOn: string }
  /** So many warnings that nobody said anything to. */
  | { readonly kind: 'notes-missing'; readonly count: number };

/** Places where people who need a station are, and what is reckoned from them. */
export type DemandRefusal =
  /** A row of a file: without a name or with one that is too long. */
  | { readonly kind: 'demand-name'; readonly max: number }
  | { readonly kind: 'demand-weight'; readonly max: number }
  | { readonly kind: 'demand-datum' }
  /** In no county: abroad, or far at sea. */
  | { readonly kind: 'demand-place' }
  | { readonly kind: 'demand-formula' }
  | { readonly kind: 'demand-unknown' }
  | { readonly kind: 'demand-withdrawn' }
  | { readonly kind: 'demand-limit'; readonly max: number }
  /** Others are being reckoned. */
  | { readonly kind: 'cover-busy' };

/** Open data for partners. */
export type PartnerRefusal =
  /** No key with the question, or one that is not, or no longer, good. */
  | { readonly kind: 'partner-key' }
  | { readonly kind: 'partner-unknown' }
  /** The last day of a key: in the past, or too far off. */
  | { readonly kind: 'partner-ends'; readonly from: string; readonly until: string };
