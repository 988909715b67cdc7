import * as v from 'valibot';
import { DAY_MINUTES } from '../kernel/instant.ts';
import type { Span } from '../station/hours.ts';
import { date, line, text, whole } from './plain.ts';

/** More spans than a day has in real ledgers, fewer than make a body costly. */
const SPANS_MOST = 12;

export const span = v.pipe(
  v.tuple([whole(0, DAY_MINUTES - 1), whole(1, 2 * DAY_MINUTES - 1)]),
  v.check(([from, to]) => from < to && to <= from + DAY_MINUTES, '从 8:00 到 17:30'),
  v.transform(([from, to]): Span => [from, to]),
);
export const spans = v.pipe(v.array(span), v.maxLength(SPANS_MOST));

const dayRule = v.variant('kind', [
  v.object({ kind: v.literal('spans'), spans }),
  v.object({ kind: v.literal('unknown') }),
]);
const week = v.tuple([dayRule, dayRule, dayRule, dayRule, dayRule, dayRule, dayRule]);
/** A day of any year; 29 February is one. */
const monthDay = v.pipe(
  v.string(),
  v.regex(/^(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])$|^(0[469]|11)-(0[1-9]|[12]\d|30)$|^02-(0[1-9]|[12]\d)$/, '06-15'),
);

/** Opening hours as an editor states them. */
export const HoursBody = v.object({
  base: v.variant('kind', [
    v.object({ kind: v.literal('always') }),
    v.object({ kind: v.literal('unknown') }),
    v.object({ kind: v.literal('weekly'), week }),
  ]),
  holidays: v.variant('kind', [
    v.object({ kind: v.literal('same') }),
    v.object({ kind: v.literal('unknown') }),
    v.object({ kind: v.literal('closed') }),
    v.object({ kind: v.literal('as-weekend') }),
    v.object({ kind: v.literal('spans'), spans }),
  ]),
  seasons: v.pipe(v.array(v.object({ from: monthDay, to: monthDay, week })), v.maxLength(12)),
  exceptions: v.pipe(
    v.array(
      v.pipe(
        v.object({ from: date, to: date, spans, reason: line(100) }),
        v.check(({ from, to }) => from <= to, '从早的一天到晚的一天'),
      ),
    ),
    v.maxLength(60),
  ),
  raw: v.nullable(text(500)),
});
