import { createHash } from 'node:crypto';
import { mayDo } from '../../../shared/actor/may.ts';
import { dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { settingFault } from '../../../shared/station/setting-rules.ts';
import {
  isSettingKey,
  SETTING_DEFAULTS,
  type SettingKey,
  type SettingSource,
} from '../../../shared/station/settings.ts';
import { OWN_STANDARD, ownItems } from '../../../shared/station/standards.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { RouteBody, RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { UnionBook } from './book.ts';

type Item = RouteReply<'settings'>['items'][number];

/** Every setting of a union with whose it is. */
export function telling({ unions, now }: Deps): Act<'settings'> {
  return async ({ params, who }) => {
    const book = await unions.current();
    const may = mayDo(who.actor, 'change-settings', { id: null, union: params.union, tree: book.tree });
    if (!may.ok) return may;
    const union = book.get(params.union);
    if (union === null) return refuse({ kind: 'union-unknown', union: params.union });
    return ok({ union: { id: union.id, name: union.name }, items: itemsOf(book, union.id, now()) });
  };
}

function itemsOf(book: UnionBook, union: UnionId, at: Instant): Item[] {
  const parent = book.get(union)?.parent ?? null;
  const settings = book.settingsOf(union, at);
  const sources = book.sourcesOf(union, at);
  const above = parent === null ? SETTING_DEFAULTS : book.settingsOf(parent, at);
  const aboveSources = parent === null ? new Map<string, SettingSource>() : book.sourcesOf(parent, at);
  const today = dateText(dayOf(at));
  const named = (source: SettingSource | undefined) =>
    source === undefined ? null : { ...source, unionName: book.get(source.union)?.name ?? source.union };
  return Object.keys(SETTING_DEFAULTS)
    .filter(isSettingKey)
    .map((key) => ({
      key,
      value: settings[key],
      source: named(sources.get(key)),
      above: above[key],
      aboveSource: named(aboveSources.get(key)),
      coming: comingOf(book, { union, key, today }),
    }));
}

type Coming = { readonly union: UnionId; readonly key: SettingKey; readonly today: string };

function comingOf(book: UnionBook, { union, key, today }: Coming): Item['coming'] {
  const rows = book.rows.filter((row) => row.union === union && row.key === key && row.from.slice(0, 10) > today);
  return rows
    .flatMap(({ value, from }) => (isPlain(value) ? [{ value, from: from.slice(0, 10) }] : []))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** One setting of a union from a day on. */
export function putting({ unions, store, now }: Deps): Act<'settingPut'> {
  return async ({ params, body, who }) => {
    const book = await unions.current();
    const may = mayDo(who.actor, 'change-settings', { id: null, union: params.union, tree: book.tree });
    if (!may.ok) return may;
    const at = now();
    const notBefore = dateText(dayOf(at));
    if (body.from < notBefore) return refuse({ kind: 'field-date-early', field: 'from', notBefore });
    const fault =
      body.value === null ? null : (settingFault(body.key, body.value) ?? itemsFault(book, params.union, { body, at }));
    if (fault !== null) return refuse(fault);
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([params, body]))
      .digest('hex');
    const done = await store.putSetting(
      { commandId: body.id, actor: { id: who.actor.id, union: who.actor.union }, bodyHash, at },
      { union: params.union, key: body.key, value: body.value, from: body.from, reason: body.reason },
    );
    unions.forget();
    return done;
  };
}

/** An own standard without a single item would let every station pass: the items come first. */
function itemsFault(book: UnionBook, union: UnionId, { body, at }: { body: RouteBody<'settingPut'>; at: Instant }) {
  if (body.key !== 'acceptance-standard' || body.value !== OWN_STANDARD) return null;
  const items = ownItems(book.settingsOf(union, at)['acceptance-items']);
  return items.length > 0 ? null : ({ kind: 'field-choice', field: 'value', allowed: ['six-1', 'eight-1'] } as const);
}
