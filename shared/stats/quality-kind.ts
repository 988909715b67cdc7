/** What is doubtful of one station, each as the indicator `quality.<kind>` counts it. */
export const QUALITY_KINDS = [
  'unverified',
  'outside',
  'near',
  'hours-unknown',
  'hours-old',
  'basics-unknown',
  'imported',
] as const;
export type QualityKind = (typeof QUALITY_KINDS)[number];
