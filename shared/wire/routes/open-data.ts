import * as v from 'valibot';
import { TABLES } from '../../stats/definition.ts';
import { periodText, SCOPE_QUERY } from '../figures-query.ts';
import { FiguresHead, TableView } from '../figures-view.ts';
import { date, hexId, line } from '../plain.ts';

const none = v.object({});
const named = v.object({ id: v.string(), name: v.string() });
const textOrNull = v.nullable(v.string());

const PartnerView = v.object({
  id: v.string(),
  name: v.string(),
  union: named,
  madeAt: v.number(),
  endsOn: v.string(),
  endedAt: v.nullable(v.number()),
  isGood: v.boolean(),
});

const OpenStationView = v.object({
  code: v.string(),
  name: v.string(),
  status: v.string(),
  kind: v.string(),
  region: v.string(),
  regionName: v.string(),
  address: v.string(),
  entrance: textOrNull,
  lng: v.number(),
  lat: v.number(),
  datum: v.literal('GCJ-02'),
  hours: textOrNull,
  has: v.string(),
  broken: v.string(),
  access: v.string(),
  free: v.string(),
  phone: textOrNull,
  hostType: textOrNull,
  tier: v.string(),
  verified: v.string(),
  verifiedOn: textOrNull,
  /** 登记册, or 示例数据 for what is invented. */
  origin: v.string(),
});

const division = v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/, '410000')));
const tables = v.pipe(
  v.string(),
  v.maxLength(400),
  v.transform((text) => text.split(',')),
  v.array(v.picklist(TABLES)),
  v.minLength(1),
);

/** What anybody may take, and keys for partners. `key`: asked with `Authorization: Bearer` and a partner's key. */
export const OPEN_DATA_ROUTES = {
  openStations: {
    summary: '开放数据：已公开的站点，一页 200 个，按站点编码排（带密钥）',
    method: 'GET',
    path: '/api/v1/open/stations',
    who: 'anyone',
    key: true,
    params: none,
    query: v.object({
      region: division,
      /** The last code of the page before. */
      after: v.optional(v.pipe(v.string(), v.regex(/^\d{15}$/, '410102100003791'))),
      stations: v.optional(v.picklist(['real', 'synthetic']), 'real'),
    }),
    reply: v.object({
      datum: v.literal('GCJ-02'),
      terms: v.string(),
      stations: v.array(OpenStationView),
      next: v.nullable(v.string()),
    }),
  },
  openFigures: {
    summary: '开放数据：全国或一个省的统计表，涉及人的小数不列（带密钥）',
    method: 'GET',
    path: '/api/v1/open/figures',
    who: 'anyone',
    key: true,
    params: none,
    query: v.object({ period: periodText, tables, region: division, asOf: SCOPE_QUERY.asOf }),
    reply: v.object({ terms: v.string(), head: FiguresHead, tables: v.array(TableView) }),
  },
  openDefinitions: {
    summary: '开放数据：全部统计指标的口径和各个版本（带密钥）',
    method: 'GET',
    path: '/api/v1/open/definitions',
    who: 'anyone',
    key: true,
    params: none,
    query: none,
    reply: v.object({
      indicators: v.array(
        v.object({
          id: v.string(),
          table: v.string(),
          name: v.string(),
          unit: v.string(),
          versions: v.array(
            v.object({
              version: v.number(),
              from: v.string(),
              to: textOrNull,
              counts: v.string(),
              leavesOut: v.string(),
            }),
          ),
        }),
      ),
    }),
  },
  partners: {
    summary: '开放数据的合作方和他们的密钥（密钥本身不再显示）',
    method: 'GET',
    path: '/api/v1/open-data/partners',
    who: 'account',
    params: none,
    query: v.object({ union: SCOPE_QUERY.union }),
    reply: v.object({ items: v.array(PartnerView) }),
  },
  partnerMake: {
    summary: '给合作方发一个密钥，只显示这一次；同一个编号再发一次，还是那一个',
    method: 'POST',
    path: '/api/v1/open-data/partners',
    who: 'account',
    params: none,
    query: none,
    body: v.object({ id: hexId, union: SCOPE_QUERY.union, name: line(60), endsOn: date }),
    reply: v.object({ partner: PartnerView, key: v.string() }),
  },
  partnerEnd: {
    summary: '停用一个合作方的密钥',
    method: 'POST',
    path: '/api/v1/open-data/partners/{id}/end',
    who: 'account',
    params: v.object({ id: hexId }),
    query: none,
    body: v.object({ id: hexId, reason: line(200) }),
    reply: v.object({ partner: PartnerView }),
  },
} as const;
