import * as v from 'valibot';
import { STATUSES, type StationId, type UnionId } from '../../station/station.ts';
import { QUALITY_KINDS } from '../../stats/quality-kind.ts';
import { BECAUSE, LIKELIHOODS } from '../../stats/quality-pair.ts';
import { hexId, line, stationId } from '../plain.ts';

const none = v.object({});
const named = v.object({ id: v.string(), name: v.string() });
const union = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^[\w-]{1,40}$/, '410102'),
    v.transform((id) => id as UnionId),
  ),
);
const stations = v.optional(v.picklist(['real', 'synthetic']), 'real');
const pageAfter = v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/, '0123456789abcdef0123456789abcdef')));
export const QUALITY_PAGE = 50;
export const PAIRS_PAGE = 20;

const counts = v.record(v.picklist(QUALITY_KINDS), v.number());
const twin = v.object({
  /** Null: of another branch, where the asker has nothing to look up. */
  id: v.nullable(
    v.pipe(
      v.string(),
      v.transform((id) => id as StationId),
    ),
  ),
  code: v.nullable(v.string()),
  name: v.string(),
  address: v.string(),
  hostName: v.nullable(v.string()),
  unionName: v.string(),
  status: v.picklist(STATUSES),
  synthetic: v.boolean(),
});

/** What is doubtful in the register, as lists of work. */
export const QUALITY_ROUTES = {
  quality: {
    summary: '数据质量：在册站点里各种疑点有多少，下一级工会谁最多',
    method: 'GET',
    path: '/api/v1/figures/quality',
    who: 'account',
    params: none,
    query: v.object({ union, stations }),
    reply: v.object({
      union: named,
      path: v.array(named),
      /** The row of history up to which this is so. */
      seq: v.number(),
      stations: v.picklist(['real', 'synthetic']),
      total: v.number(),
      /** Published stations of the other sort, which are left out. */
      leftOut: v.number(),
      counts,
      /** Pairs within 50 metres that nobody has answered, and answered ones. */
      pairs: v.object({ open: v.number(), answered: v.number() }),
      /** Right below, those with most doubts for their stations first. */
      below: v.array(v.object({ union: named, below: v.boolean(), total: v.number(), counts })),
      serverTime: v.number(),
    }),
  },
  qualityStations: {
    summary: '一种疑点的站点清单，按站点编码排',
    method: 'GET',
    path: '/api/v1/figures/quality/stations',
    who: 'account',
    params: none,
    query: v.object({ union, stations, kind: v.picklist(QUALITY_KINDS), after: pageAfter }),
    reply: v.object({
      count: v.number(),
      stations: v.array(
        v.object({
          id: v.string(),
          code: v.nullable(v.string()),
          name: v.string(),
          address: v.string(),
          unionName: v.string(),
          regionName: v.string(),
          status: v.picklist(STATUSES),
          synthetic: v.boolean(),
          verifiedOn: v.nullable(v.string()),
          /** What is doubtful of it at all. */
          doubts: v.array(v.picklist(QUALITY_KINDS)),
          /** Of a point outside its region: the county it lies in. */
          liesIn: v.nullable(v.string()),
        }),
      ),
      next: v.nullable(v.string()),
    }),
  },
  qualityPairs: {
    summary: '50 米以内成对的站点，像是同一个的在前',
    method: 'GET',
    path: '/api/v1/figures/quality/pairs',
    who: 'account',
    params: none,
    query: v.object({ union, stations, likelihood: v.optional(v.picklist(LIKELIHOODS)), after: pageAfter }),
    reply: v.object({
      count: v.number(),
      likelihoods: v.record(v.picklist(LIKELIHOODS), v.number()),
      pairs: v.array(
        v.object({
          first: twin,
          second: twin,
          metres: v.number(),
          /** 0–100. */
          score: v.number(),
          likelihood: v.picklist(LIKELIHOODS),
          because: v.array(v.picklist(BECAUSE)),
          /** Whether the asker may answer it. */
          mayAnswer: v.boolean(),
        }),
      ),
      next: v.nullable(v.string()),
    }),
  },
  qualityAnswer: {
    summary: '两个挨着的站点看过了，不是同一个：记下来，不再问；同一个编号再发一次，得到同一张回执',
    method: 'POST',
    path: '/api/v1/figures/quality/pairs',
    who: 'account',
    params: none,
    query: none,
    body: v.object({ id: hexId, first: stationId, second: stationId, reason: line(500) }),
    reply: v.object({ id: v.string(), at: v.number() }),
  },
} as const;
