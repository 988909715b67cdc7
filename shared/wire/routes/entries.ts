import * as v from 'valibot';
import { ENTRY_KINDS, VISIT_CHANNELS } from '../../station/entry.ts';
import { ENTRY_BODIES, EntryAsk, EntryStationView, EntryTotalView, EntryView } from '../entry-body.ts';
import { flagText } from '../field.ts';
import { date, hexId, line, stationId } from '../plain.ts';

const none = v.object({});
const unionText = v.pipe(v.string(), v.maxLength(20));
const month = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '2026-10'));

/** Entries of a page, stations of a grid's page, entries kept in one act. */
export const ENTRIES_PAGE = 30;
export const GRID_PAGE = 60;
const ENTRIES_AT_ONCE = 200;

/** What unions write down of their work. */
export const ENTRY_ROUTES = {
  entries: {
    summary: '工作台账：本会及下级记的巡查、服务人次、经费、活动、地图上线、最美站点、爱心货架、覆盖人数，新的在前',
    method: 'GET',
    path: '/api/v1/entries',
    who: 'account',
    params: none,
    query: v.object({
      kind: v.optional(v.picklist(ENTRY_KINDS)),
      union: v.optional(unionText),
      station: v.optional(stationId),
      from: v.optional(date),
      to: v.optional(date),
      /** Only inspections whose findings should have been put right by now. */
      overdue: v.optional(flagText, '0'),
      withdrawn: v.optional(flagText, '0'),
      after: v.optional(
        v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f]{32}$/, '2026-11-26_0123456789abcdef0123456789abcdef')),
      ),
    }),
    reply: v.object({
      asOf: v.number(),
      items: v.array(EntryView),
      totals: v.array(EntryTotalView),
      next: v.nullable(v.string()),
      /** Kinds this account may keep somewhere. */
      mayKeep: v.array(v.picklist(ENTRY_KINDS)),
      /** Days within which findings are put right, by the setting of the own union. */
      rectifyDays: v.number(),
    }),
  },
  entry: {
    summary: '一笔工作台账',
    method: 'GET',
    path: '/api/v1/entries/{id}',
    who: 'account',
    params: v.object({ id: hexId }),
    query: none,
    reply: EntryView,
  },
  entryGrid: {
    summary: '一个工会一个月的服务人次：站点一行，记过的带着',
    method: 'GET',
    path: '/api/v1/entry-grid',
    who: 'account',
    params: none,
    query: v.object({
      union: v.optional(unionText),
      month,
      channel: v.picklist(VISIT_CHANNELS),
      after: v.optional(v.pipe(v.string(), v.regex(/^\d{15}$/, '410102100003791'))),
    }),
    reply: v.object({
      rows: v.array(
        v.object({
          station: EntryStationView,
          mayKeep: v.boolean(),
          entry: v.nullable(
            v.object({ id: v.string(), rev: v.number(), note: v.nullable(v.string()), body: ENTRY_BODIES.visits }),
          ),
        }),
      ),
      next: v.nullable(v.string()),
    }),
  },
  entriesKeep: {
    summary: '记或更正若干笔工作台账，一起成功或一起不成功；同一个编号再发一次，得到同一张回执',
    method: 'POST',
    path: '/api/v1/entries',
    who: 'account',
    params: none,
    query: none,
    body: v.object({
      id: hexId,
      entries: v.pipe(v.array(EntryAsk), v.minLength(1), v.maxLength(ENTRIES_AT_ONCE)),
    }),
    /** Entries that already stood as they were asked are not among them. */
    reply: v.object({
      id: v.string(),
      at: v.number(),
      entries: v.array(v.object({ id: v.string(), rev: v.number() })),
    }),
  },
  entryWithdraw: {
    summary: '撤回一笔工作台账，写明原因；留在操作日志里',
    method: 'POST',
    path: '/api/v1/entries/{id}/withdraw',
    who: 'account',
    params: v.object({ id: hexId }),
    query: none,
    body: v.object({ id: hexId, basedOn: v.pipe(v.number(), v.integer()), reason: line(500) }),
    reply: v.object({ id: v.string(), at: v.number(), rev: v.number() }),
  },
} as const;
