import * as v from 'valibot';
import { TABLES } from '../../stats/definition.ts';
import { FiguresQuery, SCOPE_QUERY } from '../figures-query.ts';
import { hexId } from '../plain.ts';

const none = v.object({});
const byId = v.object({ id: hexId });
const tables = v.pipe(v.array(v.picklist(TABLES)), v.minLength(1), v.maxLength(TABLES.length));

export const FigureFileView = v.object({
  id: v.string(),
  name: v.string(),
  format: v.picklist(['xlsx', 'csv', 'json', 'geojson']),
  state: v.picklist(['running', 'done', 'cancelled', 'failed']),
  /**
   * What is being done and how far it is: rows of history read, stations counted, parts of the file written; both numbers 0 while it
   * waits for its turn. Null when it is no longer made.
   */
  under: v.nullable(
    v.object({ doing: v.picklist(['waiting', 'reading', 'counting', 'writing']), done: v.number(), of: v.number() }),
  ),
  period: v.string(),
  periodWords: v.string(),
  union: v.object({ id: v.string(), name: v.string() }),
  asOf: v.object({ seq: v.number(), at: v.number() }),
  synthetic: v.boolean(),
  bytes: v.number(),
  sha256: v.nullable(v.string()),
  at: v.number(),
  /** When it is taken away; null: kept. */
  until: v.nullable(v.number()),
  /** The command that makes the same bytes again. */
  again: v.string(),
});

/** Files of figures: asked for, made, fetched, kept. */
export const WORKBOOK_ROUTES = {
  figureFileAsk: {
    summary: '开始做一份统计文件（XLSX、CSV、JSON、GeoJSON）；同一个编号再发一次，还是那一份',
    method: 'POST',
    path: '/api/v1/figures/files',
    who: 'account',
    params: none,
    query: none,
    body: v.object({
      ...FiguresQuery.entries,
      id: hexId,
      tables,
      /** GeoJSON: the stations that the figures counted at the period's end, GCJ-02. */
      format: v.picklist(['xlsx', 'csv', 'json', 'geojson']),
    }),
    reply: FigureFileView,
  },
  figureFiles: {
    summary: '自己最近做的统计文件',
    method: 'GET',
    path: '/api/v1/figures/files',
    who: 'account',
    params: none,
    query: none,
    reply: v.object({ items: v.array(FigureFileView) }),
  },
  figureFileCancel: {
    summary: '不做了',
    method: 'POST',
    path: '/api/v1/figures/files/{id}/cancel',
    who: 'account',
    params: byId,
    query: none,
    body: v.object({}),
    reply: FigureFileView,
  },
  figureFile: {
    summary: '下载统计文件：自己做的，或者本级及下级每月留存的',
    method: 'GET',
    path: '/api/v1/figures/files/{id}/file',
    who: 'account',
    params: byId,
    query: none,
    reply: 'binary',
  },
  figureMonthly: {
    summary: '每月自动留存的统计文件：全国和各省，只增不改',
    method: 'GET',
    path: '/api/v1/figures/monthly',
    who: 'account',
    params: none,
    query: v.object({ union: SCOPE_QUERY.union }),
    reply: v.object({ items: v.array(FigureFileView) }),
  },
} as const;
