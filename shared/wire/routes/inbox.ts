import * as v from 'valibot';
import { isReportId, MOST, REPORT_KINDS, REPORT_STATES, type ReportId } from '../../report/report.ts';
import { AMENITIES } from '../../station/amenity.ts';
import { ORIGINS, STATUSES, type StationId } from '../../station/station.ts';
import { flagText, regionText } from '../field.ts';
import { text } from '../plain.ts';

const none = v.object({});
const id = v.pipe(
  v.string(),
  v.check(isReportId, '0123456789abcdef0123456789abcdef'),
  v.transform((given) => given as ReportId),
);
const commandId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, '0123456789abcdef0123456789abcdef'));
const stationIdText = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{32}$/, '0123456789abcdef0123456789abcdef'),
  v.transform((given) => given as StationId),
);
const named = v.object({ id: v.string(), name: v.string() });

/** Reports settled in one act: what one look at one station's reports may hold. */
export const REPORTS_AT_ONCE = 200;
/** Groups of a page, and reports shown of each. */
export const INBOX_PAGE = 20;
export const INBOX_EACH = 50;

/** Instants in milliseconds. `hasPhoto`: its picture has a route of its own. `erased`: words, place and photo are gone by rule. */
const report = v.object({
  id: v.string(),
  lookup: v.string(),
  kind: v.picklist(REPORT_KINDS),
  amenity: v.nullable(v.picklist(AMENITIES)),
  text: v.nullable(v.string()),
  place: v.nullable(
    v.object({
      name: v.string(),
      address: v.string(),
      region: v.nullable(v.string()),
      point: v.nullable(v.object({ lng: v.number(), lat: v.number() })),
    }),
  ),
  hasPhoto: v.boolean(),
  seenAt: v.number(),
  at: v.number(),
  state: v.picklist(REPORT_STATES),
  /** Whether the posted hours said open when it was seen; null = they do not say. */
  inHours: v.nullable(v.boolean()),
  isOverdue: v.boolean(),
  answer: v.nullable(v.string()),
  answeredAt: v.nullable(v.number()),
  isErased: v.boolean(),
});

const station = v.object({
  id: v.string(),
  code: v.nullable(v.string()),
  name: v.string(),
  address: v.string(),
  status: v.picklist(STATUSES),
  origin: v.picklist(ORIGINS),
});

/** What the inbox may be asked for. `open`: whatever still waits for an answer; `answered`: the rest. */
export const INBOX_STATES = ['open', 'queued', 'received', 'accepted', 'answered'] as const;

/** Workers’ reports at the union that answers them. */
export const INBOX_ROUTES = {
  inbox: {
    summary: '本会及下级站点的问题反馈，按站点分组：开放时间里反复关门的在前，再按最早的排',
    method: 'GET',
    path: '/api/v1/inbox',
    who: 'account',
    params: none,
    query: v.object({
      state: v.optional(v.picklist(INBOX_STATES), 'open'),
      kind: v.optional(v.picklist(REPORT_KINDS)),
      region: v.optional(regionText),
      station: v.optional(stationIdText),
      overdue: v.optional(flagText, '0'),
      after: v.optional(v.pipe(v.string(), v.regex(/^[01]_-?\d{1,15}_[0-9a-f]{32}$/, ''))),
    }),
    reply: v.object({
      asOf: v.number(),
      groups: v.array(
        v.object({
          key: v.string(),
          station: v.nullable(station),
          /** The union that answers. */
          union: named,
          /** Reports under the filter; `reports` are the first of them. */
          total: v.number(),
          /** Unanswered ones that say the door was shut in the posted hours. */
          shut: v.number(),
          isRepeated: v.boolean(),
          reports: v.array(report),
        }),
      ),
      /** Where the next page begins, or null when this was the last. */
      next: v.nullable(v.string()),
    }),
  },
  inboxFigures: {
    summary: '问题反馈的数目、超期数、近 90 天从收到到答复的小时数中位数（本会及下级，逐个下级）',
    method: 'GET',
    path: '/api/v1/inbox/figures',
    who: 'account',
    params: none,
    query: none,
    reply: v.object({
      asOf: v.number(),
      states: v.object({ queued: v.number(), received: v.number(), accepted: v.number() }),
      kinds: v.record(v.string(), v.number()),
      overdue: v.number(),
      /** Stations found shut in their posted hours again and again. */
      repeated: v.number(),
      /** Days within which the own union has reports answered. */
      answerDays: v.number(),
      answered: v.object({
        /** The figure's period in days, up to `asOf`. */
        days: v.number(),
        count: v.number(),
        medianHours: v.nullable(v.number()),
        below: v.array(
          v.object({ id: v.string(), name: v.string(), count: v.number(), medianHours: v.nullable(v.number()) }),
        ),
      }),
    }),
  },
  inboxReport: {
    summary: '一条问题反馈，供变更、整改、登记时参照',
    method: 'GET',
    path: '/api/v1/inbox/reports/{id}',
    who: 'account',
    params: v.object({ id }),
    query: none,
    reply: v.object({ report, station: v.nullable(station), union: named }),
  },
  inboxPhoto: {
    summary: '一条问题反馈里的照片，只给负责答复的工会看',
    method: 'GET',
    path: '/api/v1/inbox/reports/{id}/photo',
    who: 'account',
    params: v.object({ id }),
    query: none,
    reply: 'binary',
  },
  inboxSteps: {
    summary: '受理、办结或不予受理若干条反馈，一起成功或一起不成功；同一个编号再发一次，得到同一张回执',
    method: 'POST',
    path: '/api/v1/inbox/steps',
    who: 'account',
    params: none,
    query: none,
    body: v.object({
      id: commandId,
      reports: v.pipe(v.array(id), v.minLength(1), v.maxLength(REPORTS_AT_ONCE)),
      step: v.variant('kind', [
        v.object({ kind: v.literal('accept') }),
        // A little longer than an answer may be: what is too long is told with the answer's own limit.
        v.object({ kind: v.literal('resolve'), answer: text(4 * MOST.answer) }),
        v.object({ kind: v.literal('dismiss'), answer: text(4 * MOST.answer) }),
      ]),
    }),
    reply: v.object({
      id: v.string(),
      at: v.number(),
      reports: v.array(v.object({ id: v.string(), state: v.picklist(REPORT_STATES) })),
    }),
  },
} as const;
