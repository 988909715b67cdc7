import * as v from 'valibot';
import { AMENITIES } from '../../station/amenity.ts';
import { PLAQUE_SIZES } from '../../station/plaque-key.ts';
import { ACCESS_MODES, STATUSES } from '../../station/station.ts';
import { date, hexId, line } from '../plain.ts';

const none = v.object({});
/** As people type or paste them; read by `parseCode`. */
const code = v.pipe(v.string(), v.maxLength(40));
/** Plaques printed in one go. */
export const PLAQUES_MOST = 200;
const codes = v.pipe(v.array(code), v.minLength(1), v.maxLength(PLAQUES_MOST));
const keyId = v.pipe(v.string(), v.maxLength(2));
const at = v.number();

/** What stands on a plaque: only what stays true on a wall. `amenities`: at most five, each confirmed by somebody. */
const plaque = v.object({
  code: v.string(),
  name: v.string(),
  union: v.string(),
  modes: v.array(v.picklist(ACCESS_MODES)),
  free: v.nullable(v.boolean()),
  /** A line for each part of the week and for each season; empty: nobody knows. */
  hours: v.array(v.string()),
  amenities: v.array(v.picklist(AMENITIES)),
  isSynthetic: v.boolean(),
  /** What the QR code says. */
  url: v.string(),
});
const key = v.object({ key: v.string(), madeAt: at, retiredAt: v.nullable(at), isCurrent: v.boolean() });

/** Plaques and the visits their codes count. */
export const PLAQUE_ROUTES = {
  plaqueStations: {
    summary: '本工会已公布的站点和它们的标牌印过没有，按编码分页',
    method: 'GET',
    who: 'account',
    path: '/api/v1/plaques/stations',
    params: none,
    query: v.object({
      q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60)), ''),
      printed: v.optional(v.picklist(['all', 'yes', 'no']), 'all'),
      after: v.optional(code),
    }),
    reply: v.object({
      items: v.array(
        v.object({
          code: v.string(),
          name: v.string(),
          where: v.string(),
          status: v.picklist(STATUSES),
          isSynthetic: v.boolean(),
          printed: v.nullable(v.object({ at, size: v.picklist(PLAQUE_SIZES) })),
        }),
      ),
      next: v.nullable(v.string()),
      /** Published and never printed, whatever was asked for; on the first page only. */
      missing: v.nullable(v.number()),
    }),
  },
  plaqueSheet: {
    summary: '标牌上印的内容，用来预览；不算印过',
    method: 'POST',
    who: 'account',
    path: '/api/v1/plaques/sheets',
    params: none,
    query: none,
    body: v.object({ codes }),
    reply: v.object({ items: v.array(plaque) }),
  },
  plaquePrint: {
    summary: '打印标牌：内容和预览的一样，每个站点记一条操作日志',
    method: 'POST',
    who: 'account',
    path: '/api/v1/plaques/prints',
    params: none,
    query: none,
    body: v.object({ id: hexId, codes, size: v.picklist(PLAQUE_SIZES) }),
    reply: v.object({ at, items: v.array(plaque) }),
  },
  plaqueKeys: {
    summary: '标牌二维码的密钥：哪个在用，哪些停用了（密钥本身不给出）',
    method: 'GET',
    who: 'account',
    path: '/api/v1/plaques/keys',
    params: none,
    query: none,
    reply: v.object({ items: v.array(key) }),
  },
  plaqueKeyBegin: {
    summary: '换一个新密钥印以后的标牌；墙上已有的照样算数',
    method: 'POST',
    who: 'account',
    path: '/api/v1/plaques/new-key',
    params: none,
    query: none,
    body: v.object({ id: hexId }),
    reply: key,
  },
  plaqueKeyRetire: {
    summary: '停用一个旧密钥：用它印的标牌以后扫了不再计数',
    method: 'POST',
    who: 'account',
    path: '/api/v1/plaques/keys/{key}/retirement',
    params: v.object({ key: keyId }),
    query: none,
    body: v.object({ id: hexId, reason: line(200) }),
    reply: key,
  },
  visit: {
    summary: '扫了站牌，到访加一；只记哪天、哪个站点，不记是谁、几点',
    method: 'POST',
    who: 'anyone',
    path: '/api/v1/visits',
    params: none,
    query: none,
    body: v.object({ id: hexId, code, k: v.pipe(v.string(), v.maxLength(64)), day: date }),
    reply: v.object({ id: v.string(), code: v.string(), day: v.string() }),
  },
} as const;
