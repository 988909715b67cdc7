import * as v from 'valibot';
import type { RegionCode } from '../station/region.ts';
import type { UnionId } from '../station/station.ts';
import { parsePeriod } from '../stats/period.ts';
import { ROWS_BY } from '../stats/question.ts';

/** `2026-10`, `2026-Q3` or `2026`. */
export const periodText = v.pipe(
  v.string(),
  v.transform((text) => parsePeriod(text)),
  v.nonNullable(v.any(), '2026-10'),
  v.transform((period) => period as NonNullable<ReturnType<typeof parsePeriod>>),
);

/** The seq of a row of history, or a time: what was known at its end. Left out: all that is known now. */
const asOfText = v.pipe(
  v.string(),
  v.regex(/^(\d{1,15}|\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(\+08:00)?)?)$/, '2026-11-05T09:00:00+08:00'),
);

const unionText = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,40}$/, '410102'),
  v.transform((id) => id as UnionId),
);
const divisionText = v.pipe(
  v.string(),
  v.regex(/^\d{6}$/, '410100'),
  v.transform((code) => code as RegionCode),
);

/** What every question about figures may say beside its period. */
export const SCOPE_QUERY = {
  asOf: v.optional(asOfText),
  /** The asker's own union when left out. */
  union: v.optional(unionText),
  region: v.optional(divisionText),
  by: v.optional(v.picklist(ROWS_BY), 'region'),
  divisions: v.optional(v.picklist(['then', 'today']), 'then'),
  stations: v.optional(v.picklist(['real', 'synthetic']), 'real'),
} as const;

export const FiguresQuery = v.object({ period: periodText, ...SCOPE_QUERY });
