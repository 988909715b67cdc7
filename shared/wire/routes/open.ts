import * as v from 'valibot';
import { amenityListText, flagText, instantText, numberText, regionText, wholeText } from '../field.ts';
import { ReportAnswerView, ReportBody, ReportReceiptView } from '../report-view.ts';
import { GoneView, StationView } from '../station-view.ts';

const lng = numberText(73, 136);
const lat = numberText(3, 54);
const found = v.object({ station: StationView, distance: v.number() });
const region = v.object({
  code: v.string(),
  name: v.string(),
  short: v.string(),
  pinyin: v.string(),
  level: v.picklist(['nation', 'province', 'city', 'county']),
  parent: v.nullable(v.string()),
  centre: v.object({ lng: v.number(), lat: v.number() }),
  box: v.array(v.number()),
});
/** `sent`: bytes on the wire in its smallest form; `stations`: how many it is about, as of a minute ago at most. */
const packRef = v.object({
  hash: v.string(),
  bytes: v.number(),
  seq: v.number(),
  asOf: v.number(),
  sent: v.number(),
  stations: v.number(),
});
const tileProvider = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(['xyz', 'tms', 'wmts']),
  urls: v.array(v.string()),
  subdomains: v.array(v.string()),
  crs: v.picklist(['wgs84', 'gcj02']),
  attribution: v.string(),
  reviewNumber: v.string(),
  minZoom: v.number(),
  maxZoom: v.number(),
});
const none = v.object({});

/** What phones and partners ask: no account, and nothing only a union may know. `binary` replies are described in shared/feed/PACK.md. */
export const OPEN_ROUTES = {
  nearest: {
    summary: '离一个坐标最近的站点（供合作方使用；本产品的手机端不发送位置）',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/nearest',
    params: none,
    query: v.object({
      lng,
      lat,
      datum: v.optional(v.picklist(['gcj02', 'wgs84', 'bd09', 'cgcs2000']), 'gcj02'),
      k: v.optional(wholeText(1, 50), '10'),
      amenities: v.optional(amenityListText, ''),
      open: v.optional(flagText, '0'),
      at: v.optional(instantText),
    }),
    reply: v.object({ asOf: v.string(), items: v.array(found) }),
  },
  station: {
    summary: '按站点编码查一个站点；已退出、合并、迁走的，回答原因、日期和接替的站点（gone 为 true）',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/stations/{code}',
    params: v.object({ code: v.pipe(v.string(), v.maxLength(40)) }),
    query: v.object({ at: v.optional(instantText) }),
    reply: v.union([GoneView, StationView]),
  },
  search: {
    summary: '按名称、拼音、首字母、地址或编码搜索',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/search',
    params: none,
    query: v.object({
      q: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
      region: v.optional(regionText),
      limit: v.optional(wholeText(1, 100), '20'),
      at: v.optional(instantText),
    }),
    reply: v.object({ asOf: v.string(), total: v.number(), items: v.array(v.object({ station: StationView })) }),
  },
  regions: {
    summary: '行政区划：代码、名称、上级、中心和范围',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/regions',
    params: none,
    query: v.object({ parent: v.optional(regionText), level: v.optional(v.picklist(['province', 'city', 'county'])) }),
    reply: v.object({ items: v.array(region) }),
  },
  feed: {
    summary: '变更流：从游标之后的变更，或要求换成新的离线包（二进制，格式见 PACK.md）',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/feed',
    params: none,
    query: v.object({
      region: v.pipe(v.string(), v.regex(/^(CN|[1-9]\d{5})$/, '410100')),
      epoch: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, '0123456789abcdef'))),
      after: v.optional(wholeText(0, 1e15)),
      since: v.optional(wholeText(0, 1e15), '0'),
      protocol: v.optional(wholeText(1, 1e6), '1'),
    }),
    reply: 'binary',
  },
  packs: {
    summary: '各城市与全国核心的最新离线包：哈希、长度、截至、下载大小、站点数',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/packs',
    params: none,
    query: none,
    reply: v.object({ epoch: v.string(), packs: v.record(v.string(), packRef) }),
  },
  calendar: {
    summary: '法定节假日与调休',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/calendar',
    params: none,
    query: none,
    reply: v.object({
      years: v.array(
        v.object({
          year: v.number(),
          holidays: v.array(v.object({ name: v.string(), from: v.string(), to: v.string() })),
          workdays: v.array(v.object({ date: v.string(), standsFor: v.number() })),
        }),
      ),
      coveredUntil: v.string(),
      statutory: v.array(v.object({ name: v.string(), date: v.string() })),
    }),
  },
  config: {
    summary: '手机端启动需要的配置',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/config',
    params: none,
    query: none,
    reply: v.object({
      protocol: v.number(),
      epoch: v.string(),
      serverTime: v.string(),
      synthetic: v.boolean(),
      hotline: v.string(),
      tiles: v.array(tileProvider),
    }),
  },
  health: {
    summary: '服务是否就绪',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/health',
    params: none,
    query: none,
    reply: v.object({ status: v.picklist(['ready', 'starting']), seq: v.number(), stations: v.number() }),
  },
  metrics: {
    summary: 'Prometheus 指标',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/metrics',
    params: none,
    query: none,
    reply: 'text',
  },
  report: {
    summary: '反馈一个站点，或推荐一个地点；同一个编号再发一次，得到同一张回执',
    method: 'POST',
    who: 'anyone',
    path: '/api/v1/reports',
    params: none,
    query: none,
    body: ReportBody,
    reply: ReportReceiptView,
  },
  reportAnswer: {
    summary: '按查询码看一条反馈办得怎样、工会怎么答复',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/reports/{lookup}',
    params: v.object({ lookup: v.pipe(v.string(), v.maxLength(40)) }),
    query: none,
    reply: ReportAnswerView,
  },
} as const;
