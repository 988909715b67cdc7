import * as v from 'valibot';
import { EXPORT_COLUMNS, LIST_COLUMNS } from '../list-columns.ts';
import { KEPT_NAMES, ListConditions, ListQuery } from '../list-filter.ts';
import { ExportView, ListCountsView, ListDotsView, ListPageView, ListViewsView } from '../list-view.ts';
import { hexId, line, stationId } from '../plain.ts';

const none = v.object({});
/** Stations named one by one at once. */
export const MOST_CHOSEN = 200;
/** Stations on the map beside the list. */
export const MOST_DOTS = 2000;

const done = v.object({ done: v.boolean() });
const kept = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(20)), v.pipe(v.string(), v.maxLength(600))),
  v.check((query) => Object.keys(query).every((name) => KEPT_NAMES.includes(name)), 'status=active'),
);
const columns = v.pipe(v.array(v.picklist(LIST_COLUMNS)), v.maxLength(LIST_COLUMNS.length));
const byId = v.object({ id: hexId });

/** The stations of a branch: pages, filters, saved views, exports. */
export const LIST_ROUTES = {
  stationList: {
    summary: '本级及下级的站点：按条件筛选、搜索、排序、翻页（各种状态都在内）',
    method: 'GET',
    who: 'account',
    path: '/api/v1/list/stations',
    params: none,
    query: ListQuery,
    reply: ListPageView,
  },
  stationCounts: {
    summary: '本级及下级的站点各有多少：按状态、时间太久、有疑点、品牌、乡镇街道',
    method: 'GET',
    who: 'account',
    path: '/api/v1/list/counts',
    params: none,
    query: none,
    reply: ListCountsView,
  },
  stationDots: {
    summary: '符合条件的站点在地图上的位置，最多 2000 个',
    method: 'GET',
    who: 'account',
    path: '/api/v1/list/map',
    params: none,
    query: ListConditions,
    reply: ListDotsView,
  },
  listViews: {
    summary: '存下的视图（自己的和本工会共享的）和自己选的列',
    method: 'GET',
    who: 'account',
    path: '/api/v1/list/views',
    params: none,
    query: none,
    reply: ListViewsView,
  },
  listViewSave: {
    summary: '存一个视图；编号相同就改原来的',
    method: 'POST',
    who: 'account',
    path: '/api/v1/list/views',
    params: none,
    query: none,
    body: v.object({
      id: hexId,
      name: line(20),
      query: kept,
      columns,
      shared: v.boolean(),
    }),
    reply: done,
  },
  listViewDrop: {
    summary: '删掉自己的一个视图',
    method: 'POST',
    who: 'account',
    path: '/api/v1/list/views/drop',
    params: none,
    query: none,
    body: v.object({ id: hexId }),
    reply: done,
  },
  listColumns: {
    summary: '记住自己选的列',
    method: 'POST',
    who: 'account',
    path: '/api/v1/list/columns',
    params: none,
    query: none,
    body: v.object({ columns }),
    reply: done,
  },
  stationExport: {
    summary: '开始导出：按条件，或者只导选中的站点；同一个编号再发一次，还是那一份',
    method: 'POST',
    who: 'account',
    path: '/api/v1/list/exports',
    params: none,
    query: none,
    body: v.object({
      id: hexId,
      format: v.picklist(['xlsx', 'csv', 'geojson']),
      query: kept,
      /** Only these; empty: all that pass. */
      stations: v.pipe(v.array(stationId), v.maxLength(MOST_CHOSEN)),
      columns: v.pipe(v.array(v.picklist(EXPORT_COLUMNS)), v.minLength(1), v.maxLength(EXPORT_COLUMNS.length)),
      /** WGS-84 may not be published. */
      datum: v.picklist(['gcj02', 'bd09']),
      /** Contact persons too; wants the right to read them. */
      personal: v.boolean(),
    }),
    reply: ExportView,
  },
  stationExports: {
    summary: '自己最近的导出',
    method: 'GET',
    who: 'account',
    path: '/api/v1/list/exports',
    params: none,
    query: none,
    reply: v.object({ items: v.array(ExportView) }),
  },
  stationExportCancel: {
    summary: '不导了',
    method: 'POST',
    who: 'account',
    path: '/api/v1/list/exports/{id}/cancel',
    params: byId,
    query: none,
    body: v.object({}),
    reply: ExportView,
  },
  stationExportFile: {
    summary: '下载导出的文件，只有导出的人能下载',
    method: 'GET',
    who: 'account',
    path: '/api/v1/list/exports/{id}/file',
    params: byId,
    query: none,
    reply: 'binary',
  },
} as const;
