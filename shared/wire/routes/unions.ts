import * as v from 'valibot';
import { UNION_KINDS, UNION_NAME_MOST } from '../../actor/union-edit.ts';
import { LEVELS } from '../../station/lifecycle.ts';
import { SETTING_DEFAULTS, type SettingKey } from '../../station/settings.ts';
import type { UnionId } from '../../station/station.ts';
import { date, hexId, line, lineOrNull } from '../plain.ts';

const none = v.object({});
const unionId = v.pipe(
  v.string(),
  v.regex(/^(\d{6}|[it]-[0-9a-f]{12})$/, '410102'),
  v.transform((id) => id as UnionId),
);
const byUnion = v.object({ union: unionId });
const KEYS = Object.keys(SETTING_DEFAULTS) as [SettingKey, ...SettingKey[]];
const settingKey = v.picklist(KEYS);
const settingValue = v.union([v.pipe(v.string(), v.maxLength(4000)), v.number(), v.boolean()]);

/** `path`: names from just below the asker's own union down to its parent. `below`: how many unions stand right under it. */
const unionView = v.object({
  id: v.string(),
  parent: v.nullable(v.string()),
  name: v.string(),
  kind: v.picklist(UNION_KINDS),
  level: v.picklist(LEVELS),
  region: v.nullable(v.string()),
  closedOn: v.nullable(v.string()),
  below: v.number(),
  path: v.array(v.string()),
});

const edit = v.variant('kind', [
  v.object({
    kind: v.literal('add'),
    as: v.picklist(['industry', 'town']),
    parent: unionId,
    name: line(UNION_NAME_MOST),
  }),
  v.object({ kind: v.literal('rename'), union: unionId, name: line(UNION_NAME_MOST) }),
  v.object({ kind: v.literal('move'), union: unionId, parent: unionId }),
  v.object({ kind: v.literal('close'), union: unionId }),
  v.object({ kind: v.literal('reopen'), union: unionId }),
]);

const settingSource = v.object({ union: v.string(), unionName: v.string(), from: v.string() });

/** The tree of unions and their settings. */
export const UNION_ROUTES = {
  unions: {
    summary: '本级和下级工会：一个工会的直接下级，或按名字找（最多 50 个）',
    method: 'GET',
    path: '/api/v1/unions',
    who: 'account',
    params: none,
    /** `of` left out: the asker's own union itself, alone. `q`: part of the name, in the whole branch. */
    query: v.object({
      of: v.optional(unionId),
      q: v.optional(v.pipe(v.string(), v.maxLength(60))),
      closed: v.optional(v.picklist(['0', '1']), '0'),
    }),
    reply: v.object({ items: v.array(unionView) }),
  },
  unionEdit: {
    summary: '新增、改名、移动、撤销或恢复一个工会',
    method: 'POST',
    path: '/api/v1/unions/edits',
    who: 'account',
    params: none,
    query: none,
    body: v.object({ id: hexId, edit, reason: lineOrNull(500) }),
    reply: v.object({ union: v.string(), seq: v.number(), at: v.number() }),
  },
  settings: {
    summary: '一个工会的全部设置：现在是多少，是谁定的，从哪天起，以后哪天会变',
    method: 'GET',
    path: '/api/v1/unions/{union}/settings',
    who: 'account',
    params: byUnion,
    query: none,
    reply: v.object({
      union: v.object({ id: v.string(), name: v.string() }),
      items: v.array(
        v.object({
          key: settingKey,
          value: settingValue,
          /** Null: the national default. */
          source: v.nullable(settingSource),
          /** What would hold without a value of its own. */
          above: settingValue,
          aboveSource: v.nullable(settingSource),
          /** What the union itself has said for days to come; null as value: inherited again. */
          coming: v.array(v.object({ value: v.nullable(settingValue), from: v.string() })),
        }),
      ),
    }),
  },
  settingPut: {
    summary: '给一个工会定一项设置，从某天起（不早于今天）；value 为 null 是改回跟上级一样',
    method: 'POST',
    path: '/api/v1/unions/{union}/settings',
    who: 'account',
    params: byUnion,
    query: none,
    body: v.object({
      id: hexId,
      key: settingKey,
      value: v.nullable(settingValue),
      from: date,
      reason: lineOrNull(500),
    }),
    reply: v.object({ union: v.string(), seq: v.number(), at: v.number() }),
  },
} as const;
