import { isoText } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { STATUSES } from '../../../shared/station/station.ts';
import type { ListAsk } from '../../../shared/wire/list-filter.ts';
import { MOST_DOTS } from '../../../shared/wire/routes/list.ts';
import type { Deps } from '../../deps.ts';
import { type Act, type Door, mount } from '../../http/mount.ts';
import { mountExport } from '../export/routes.ts';
import { type Asked, askList, doubtsOf } from './ask.ts';
import { countsOf } from './counts.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { listItem } from './item.ts';
import { matching } from './match.ts';
import { type From, type Order, pageOf, placeOf } from './page.ts';
import { viewRoutes } from './views.ts';

export function mountList(door: Door, deps: Deps): void {
  mount(door, 'stationList', page(deps));
  mount(door, 'stationCounts', counts(deps));
  mount(door, 'stationDots', dots(deps));
  const views = viewRoutes(deps);
  mount(door, 'listViews', views.listViews);
  mount(door, 'listViewSave', views.listViewSave);
  mount(door, 'listViewDrop', views.listViewDrop);
  mount(door, 'listColumns', views.listColumns);
  mountExport(door, deps);
}

function page(deps: Deps): Act<'stationList'> {
  return async ({ query, who }) => {
    const order: Order = { sort: query.sort, down: query.down };
    const place = placeAsked(deps.secret, order, query);
    if (!place.ok) return place;
    const asked = await askList(deps, who, { task: 'read-station', union: query.union });
    if (!asked.ok) return asked;
    const { state, book, at } = asked.value;
    const passing = matching(state, query, asked.value.judging);
    const shown = pageOf(state, passing, { order, size: query.size, place: place.value });
    const doubts = new Map(shown.rows.map((row) => [state.rows.ids[row], doubtsOf(asked.value, row)]));
    const { seq } = state;
    const cursor = (row: number | undefined): string | null =>
      row === undefined ? null : writeCursor(deps.secret, order, placeOf(state, order, row));
    const last = shown.rows[shown.rows.length - 1];
    const reply = {
      asOf: isoText(at),
      seq,
      total: passing.length,
      first: shown.rows.length === 0 ? 0 : shown.before + 1,
      next: shown.before + shown.rows.length < passing.length ? cursor(last) : null,
      previous: shown.before > 0 ? cursor(shown.rows[0]) : null,
    };
    const stations = await deps.store.listedById(shown.rows.flatMap((row) => state.rows.ids[row] ?? []));
    const naming = { book, regions: deps.regions, at };
    return ok({
      ...reply,
      items: stations.map((one) => listItem(one, doubts.get(one.station.id) ?? [], naming)),
    });
  };
}

/** A page that both follows and precedes something is asked for by nobody: what follows counts. */
function placeAsked(secret: string, order: Order, { after, before }: ListAsk): Result<From | null> {
  const cursor = after ?? before;
  if (cursor === undefined) return ok(null);
  const at = readCursor(secret, order, cursor);
  return at.ok ? ok({ way: after === undefined ? 'before' : 'after', at: at.value }) : at;
}

function counts(deps: Deps): Act<'stationCounts'> {
  let held: { readonly key: string; readonly reply: ReturnType<typeof countsOf> } | null = null;
  return async ({ who }) => {
    const asked = await askList(deps, who, { task: 'read-station' });
    if (!asked.ok) return asked;
    const { state, book, at, judging, scope } = asked.value;
    const { id, union, stations } = who.actor;
    // Several people of one union look at one register: it is counted once.
    const key = [union, scope.stations === null ? '' : `${id} ${stations.length}`, state.seq, judging.today].join(' ');
    const reply =
      held?.key === key ? held.reply : countsOf(state.rows, judging, { union, book, regions: deps.regions });
    held = { key, reply };
    return ok({ asOf: isoText(at), oldDays: book.settingsOf(union, at)['hours-old-days'], ...reply });
  };
}

function dots(deps: Deps): Act<'stationDots'> {
  return async ({ query, who }) => {
    const asked = await askList(deps, who, { task: 'read-station', union: query.union });
    if (!asked.ok) return asked;
    const { state, at } = asked.value;
    const passing = matching(state, query, asked.value.judging);
    const order = { sort: 'code', down: false } as const;
    const { rows } = pageOf(state, passing, { order, size: MOST_DOTS, place: null });
    return ok({ asOf: isoText(at), total: passing.length, items: rows.map((row) => dotOf(asked.value, row)) });
  };
}

function dotOf({ state }: Asked, row: number) {
  const { ids, bytes, reals } = state.rows;
  const status = STATUSES[bytes.status[row] ?? 0] ?? 'draft';
  const text = state.texts.textAt(row);
  return {
    id: ids[row] ?? '',
    code: text.code === '' ? null : text.code,
    name: text.name,
    status,
    lng: reals.lng[row] ?? 0,
    lat: reals.lat[row] ?? 0,
  };
}
