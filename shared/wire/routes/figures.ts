import * as v from 'valibot';
import { TABLES } from '../../stats/definition.ts';
import { FiguresQuery, periodText, SCOPE_QUERY } from '../figures-query.ts';
import { CountedView, DifferenceView, FiguresHead, FigureView, REASONS, TableView } from '../figures-view.ts';

const none = v.object({});
const indicator = v.pipe(v.string(), v.regex(/^[\w.-]{1,60}$/, 'stock.closing'));
/** A row's key; left out: the total. */
const row = v.optional(v.pipe(v.string(), v.maxLength(60)));
const pageAfter = v.optional(v.pipe(v.string(), v.maxLength(80)));
const month = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '2026-10'));

/** Names by comma. */
function names<const A extends readonly string[]>(allowed: A) {
  return v.pipe(
    v.string(),
    v.maxLength(400),
    v.transform((text) => text.split(',')),
    v.array(v.picklist(allowed)),
  );
}
const indicators = v.pipe(
  v.string(),
  v.maxLength(1200),
  v.transform((text) => text.split(',')),
  v.array(indicator),
  v.minLength(1),
  v.maxLength(20),
);

/** Figures folded from history, and the stations behind each of them. */
export const FIGURE_ROUTES = {
  figures: {
    summary: '统计表：一个统计期、一个截至时刻、一个范围，按指标口径算出的各表',
    method: 'GET',
    path: '/api/v1/figures',
    who: 'account',
    params: none,
    query: v.object({ ...FiguresQuery.entries, tables: names(TABLES) }),
    reply: v.object({ head: FiguresHead, tables: v.array(TableView) }),
  },
  figureStations: {
    summary: '一个统计数背后的站点：正好是它数进去的那些',
    method: 'GET',
    path: '/api/v1/figures/stations',
    who: 'account',
    params: none,
    query: v.object({ ...FiguresQuery.entries, indicator, row, after: pageAfter }),
    reply: v.object({
      head: FiguresHead,
      indicator: v.string(),
      rowName: v.nullable(v.string()),
      figure: FigureView,
      /** What of it belongs to no station; null where it does not add up or is kept back. */
      beside: v.nullable(v.number()),
      /** Stations in all; what they add up to is `figure` (of a share, of what is divided). Of people: none where it is kept back. */
      count: v.number(),
      stations: v.array(CountedView),
      next: v.nullable(v.string()),
    }),
  },
  figureSeries: {
    summary: '几个指标逐月的数，同一截至时刻',
    method: 'GET',
    path: '/api/v1/figures/series',
    who: 'account',
    params: none,
    query: v.object({ from: month, to: month, ...SCOPE_QUERY, indicators }),
    reply: v.object({
      head: FiguresHead,
      months: v.array(v.string()),
      series: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          unit: v.string(),
          digits: v.number(),
          values: v.array(FigureView),
          /** The version of the definition each month was counted by. */
          versions: v.array(v.number()),
        }),
      ),
    }),
  },
  figureDifference: {
    summary: '两个统计期的一个数差多少、为什么：哪些站点来了、走了、变了，谁在哪天办的',
    method: 'GET',
    path: '/api/v1/figures/difference',
    who: 'account',
    params: none,
    query: v.object({
      ...FiguresQuery.entries,
      indicator,
      row,
      /** The earlier side: its period, and what was known of it (left out: the same as on the later side). */
      against: periodText,
      againstAsOf: SCOPE_QUERY.asOf,
      reason: v.optional(v.picklist(REASONS)),
      after: pageAfter,
    }),
    reply: v.object({
      head: FiguresHead,
      againstHead: FiguresHead,
      indicator: v.string(),
      rowName: v.nullable(v.string()),
      figure: FigureView,
      against: FigureView,
      /** What each reason adds; together the difference. Of people: empty where a side is kept back. */
      reasons: v.array(v.object({ reason: v.picklist(REASONS), stations: v.number(), amount: FigureView })),
      count: v.number(),
      stations: v.array(DifferenceView),
      next: v.nullable(v.string()),
    }),
  },
} as const;
