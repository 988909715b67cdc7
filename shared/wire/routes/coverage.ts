import * as v from 'valibot';
import { NEW_HOURS, REACHES } from '../../stats/cover-rule.ts';
import { BUILT_IN_SETS, CoverageView, DemandSetView, DemandUploadView } from '../coverage-view.ts';
import { periodText, SCOPE_QUERY } from '../figures-query.ts';
import { hexId, line } from '../plain.ts';

const none = v.object({});
/** Twenty thousand points are a tenth of it. */
const UPLOAD_MOST = 16 * 1024 * 1024;
const setText = v.pipe(
  v.string(),
  v.regex(new RegExp(`^(${BUILT_IN_SETS.join('|')}|[0-9a-f]{32})$`), BUILT_IN_SETS[0]),
);

/** How many of those who need a station have one near and open. */
export const COVERAGE_ROUTES = {
  demandSets: {
    summary: '需求点：本级及下级传上来的，和自带的两份',
    method: 'GET',
    who: 'account',
    path: '/api/v1/coverage/sets',
    params: none,
    query: none,
    reply: v.object({ items: v.array(DemandSetView) }),
  },
  demandUpload: {
    summary: '传一份需求点（XLSX 或 CSV：名称、经度、纬度、坐标系、权重）；逐行说明读不懂的',
    method: 'POST',
    who: 'account',
    path: '/api/v1/coverage/sets',
    params: none,
    query: v.object({
      id: hexId,
      /** Name of the file. */
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      title: line(60),
      /** Of rows that do not say. */
      datum: v.optional(v.picklist(['gcj02', 'bd09', 'wgs84']), 'gcj02'),
      /** What becomes of the others when some rows cannot be read. */
      bad: v.optional(v.picklist(['refuse', 'skip']), 'refuse'),
    }),
    upload: UPLOAD_MOST,
    reply: DemandUploadView,
  },
  demandWithdraw: {
    summary: '撤回一份需求点：不再列出，已经算出的数照旧',
    method: 'POST',
    who: 'account',
    path: '/api/v1/coverage/sets/{set}/withdrawal',
    params: v.object({ set: hexId }),
    query: none,
    body: v.object({ id: hexId, reason: line(200) }),
    reply: v.object({ done: v.boolean() }),
  },
  coverage: {
    summary:
      '覆盖分析：按周内每小时，多少需求在给定距离内有开着门的站点；再建 20 处建在哪里。没算完时回答进度，再问一次',
    method: 'GET',
    who: 'account',
    path: '/api/v1/coverage',
    params: none,
    query: v.object({
      period: periodText,
      asOf: SCOPE_QUERY.asOf,
      union: SCOPE_QUERY.union,
      region: SCOPE_QUERY.region,
      stations: SCOPE_QUERY.stations,
      set: v.optional(setText, 'example'),
      reach: v.optional(v.picklist(REACHES), '1km'),
      open: v.optional(v.picklist(NEW_HOURS), 'all-day'),
    }),
    reply: v.variant('state', [
      v.object({
        state: v.literal('running'),
        job: v.string(),
        /** Of the work, 0 to 1. */
        share: v.number(),
        /** What is known of history: said when asking again, or what is recorded meanwhile begins another job. */
        asOf: v.number(),
      }),
      v.object({ state: v.literal('done'), job: v.string(), found: CoverageView }),
    ]),
  },
  coverageStop: {
    summary: '不再算自己要的一份覆盖分析',
    method: 'POST',
    who: 'account',
    path: '/api/v1/coverage/stop',
    params: none,
    query: none,
    body: v.object({ job: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a'.repeat(64))) }),
    reply: v.object({ done: v.boolean() }),
  },
} as const;
