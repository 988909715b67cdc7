import * as v from 'valibot';
import { CONTACT_ROLES } from '../../station/contact.ts';
import { STATUSES } from '../../station/station.ts';
import { CommandAsk } from '../command-body.ts';
import { DeskStationView, HistoryRowView, ReceiptView } from '../desk-view.ts';
import { date, hexId, line, lineOrNull, point, stationId, text } from '../plain.ts';

const none = v.object({});
/** Milliseconds since 1970. */
const at = v.number();
/** A photo may come as the camera took it; what is kept is drawn anew and small. */
const PHOTO_BYTES = 8 * 1024 * 1024;
const byId = v.object({ id: hexId });
const byIdOrCode = v.object({ id: v.pipe(v.string(), v.maxLength(40)) });

/** A station as its own union works on it: register, revise, run, give up. */
export const DESK_ROUTES = {
  command: {
    summary: '对一个站点办一步；同一个编号再发一次，得到同一张回执。要审核人同意的变更先存着（waiting 为 true）',
    method: 'POST',
    path: '/api/v1/commands',
    who: 'account',
    params: none,
    query: none,
    body: CommandAsk,
    reply: v.object({ receipt: ReceiptView, waiting: v.boolean() }),
  },
  deskStation: {
    summary: '一个站点的全部资料，和现在能对它办的每一步（按站点编号或编码）',
    method: 'GET',
    path: '/api/v1/desk/stations/{id}',
    who: 'account',
    params: byIdOrCode,
    query: none,
    reply: DeskStationView,
  },
  deskHistory: {
    summary: '一个站点的来龙去脉，新的在前：每一步谁办的、为什么、改了哪些字段',
    method: 'GET',
    path: '/api/v1/desk/stations/{id}/history',
    who: 'account',
    params: byIdOrCode,
    /** Rows older than this seq; left out: the newest. */
    query: v.object({ before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, '100'), v.transform(Number))) }),
    reply: v.object({
      rows: v.array(HistoryRowView),
      done: v.boolean(),
    }),
  },
  reviseWaiting: {
    summary: '等审核的变更：同意、退回，或由提出的人撤回',
    method: 'POST',
    path: '/api/v1/desk/revisions/{id}',
    who: 'account',
    params: byId,
    query: none,
    body: v.object({ id: hexId, act: v.picklist(['approve', 'return', 'withdraw']), reason: v.nullable(text(500)) }),
    /** Null unless the record was changed: returned and withdrawn ones change nothing. */
    reply: v.object({ receipt: v.nullable(ReceiptView) }),
  },
  similar: {
    summary: '附近的，或同一建站单位名称相近的站点',
    method: 'POST',
    path: '/api/v1/desk/similar',
    who: 'account',
    params: none,
    query: none,
    body: v.object({ point, name: text(200), hostName: lineOrNull(200), station: v.nullable(stationId) }),
    reply: v.object({
      items: v.array(
        v.object({
          /** Null for a station of another branch. */
          id: v.nullable(v.string()),
          code: v.nullable(v.string()),
          name: v.string(),
          address: v.string(),
          hostName: v.nullable(v.string()),
          status: v.picklist(STATUSES),
          metres: v.number(),
          point: v.object({ lng: v.number(), lat: v.number() }),
          why: v.array(v.picklist(['near', 'host-name'])),
        }),
      ),
    }),
  },
  locate: {
    summary: '一个坐标换成 GCJ-02，它在哪个区县、是不是自己工会的地界',
    method: 'POST',
    path: '/api/v1/desk/locate',
    who: 'account',
    params: none,
    query: none,
    body: v.object({ lng: v.number(), lat: v.number(), datum: v.picklist(['gcj02', 'wgs84', 'bd09', 'cgcs2000']) }),
    reply: v.object({
      point,
      county: v.nullable(v.string()),
      countyName: v.nullable(v.string()),
      inBranch: v.boolean(),
    }),
  },
  contactPut: {
    summary: '登记或更改一个联系人：要有本人同意和用途',
    method: 'POST',
    path: '/api/v1/desk/contacts',
    who: 'account',
    params: none,
    query: none,
    body: v.object({
      id: hexId,
      station: stationId,
      /** An id nobody has is a new contact. */
      contact: hexId,
      role: v.picklist(CONTACT_ROLES),
      /** Null keeps what is there, for an editor that only saw it masked; a new contact needs both. */
      name: lineOrNull(40),
      mobile: lineOrNull(40),
      purpose: line(100),
      consentOn: date,
      consent: v.boolean(),
    }),
    reply: v.object({ contact: v.string(), mobileMasked: v.string() }),
  },
  contactReveal: {
    summary: '看一个联系人的姓名和手机号；每看一次都记入操作日志',
    method: 'POST',
    path: '/api/v1/desk/contacts/{id}/reveal',
    who: 'account',
    params: byId,
    query: none,
    body: v.object({ id: hexId, purpose: line(100) }),
    reply: v.object({ name: v.string(), mobile: v.string() }),
  },
  contactErase: {
    summary: '抹去一个联系人的姓名和手机号；操作日志照旧完整',
    method: 'POST',
    path: '/api/v1/desk/contacts/{id}/erase',
    who: 'account',
    params: byId,
    query: none,
    body: v.object({ id: hexId, reason: line(100) }),
    reply: v.object({ contact: v.string() }),
  },
  photoPut: {
    summary: '上传一张站点照片（重画成小图，去掉位置等信息），得到它的名字；再用变更写进站点',
    method: 'POST',
    path: '/api/v1/desk/photos',
    who: 'account',
    params: none,
    /** The station it will be of; of a draft nobody saved yet, the union. */
    query: v.object({ station: v.optional(stationId), union: v.optional(v.pipe(v.string(), v.maxLength(64))) }),
    upload: PHOTO_BYTES,
    reply: v.object({ name: v.string() }),
  },
  taskDone: {
    summary: '站点退出后的一件事办完了：标牌收回，或从一家地图下架',
    method: 'POST',
    path: '/api/v1/desk/tasks/{id}',
    who: 'account',
    params: byId,
    query: none,
    body: v.object({ id: hexId, evidence: line(500) }),
    reply: v.object({ task: v.string(), doneAt: at }),
  },
} as const;
