import { dateText, dayOf, parseDate } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { EntryId } from '../../../shared/station/entry.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { ENTRIES_PAGE, GRID_PAGE } from '../../../shared/wire/routes/entries.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { EntryFilter, EntryPlace } from '../../store/port/entries.ts';
import { scopeOf } from '../list/scope.ts';
import type { UnionBook } from '../unions/book.ts';
import { kindsKept, mayKeep } from './rights.ts';
import { entryView, stationView } from './view.ts';

type Reach = Pick<EntryFilter, 'top' | 'only'>;

/** The branch, or a branch of it that was named, or the stations an account is named for. */
function reachOf(who: Signed, book: UnionBook, union: string | undefined): Result<Reach> {
  const scope = scopeOf(who.actor, 'read-station', book);
  if (!scope.ok) return scope;
  const top = (union ?? who.actor.union) as UnionId;
  if (!scope.value.unions.has(top)) return refuse({ kind: 'union-unknown', union: top });
  const { stations } = scope.value;
  return ok({ top, only: stations === null ? null : [...stations] });
}

export function listOfEntries(deps: Deps): Act<'entries'> {
  return async ({ query, who }) => {
    const book = await deps.unions.current();
    const reach = reachOf(who, book, query.union);
    if (!reach.ok) return reach;
    const at = deps.now();
    const today = dateText(dayOf(at));
    const filter: EntryFilter = {
      ...reach.value,
      kind: query.kind ?? null,
      station: query.station ?? null,
      from: query.from ?? null,
      to: query.to ?? null,
      openBefore: query.overdue ? today : null,
      isWithdrawn: query.withdrawn,
    };
    // One more than is shown says whether there is a next page.
    const page = { after: query.after === undefined ? null : placeOf(query.after), limit: ENTRIES_PAGE + 1 };
    const found = await deps.store.entries(filter, page);
    const last = found.length > ENTRIES_PAGE ? found[ENTRIES_PAGE - 1] : undefined;
    const shown = { actor: who.actor, book, today };
    return ok({
      asOf: at,
      items: found.slice(0, ENTRIES_PAGE).map((held) => entryView(held, shown)),
      totals: await deps.store.entryTotals(filter),
      next: last === undefined ? null : `${last.entry.day}_${last.entry.id}`,
      mayKeep: kindsKept(who.actor, book.tree),
      rectifyDays: book.settingsOf(who.actor.union, at)['rectify-days'],
    });
  };
}

/** Its form was checked at the door. */
function placeOf(text: string): EntryPlace {
  const [day = '', id = ''] = text.split('_');
  return { day, id };
}

export function oneEntry(deps: Deps): Act<'entry'> {
  return async ({ params, who }) => {
    const book = await deps.unions.current();
    const held = await deps.store.heldEntry(params.id as EntryId);
    if (held === null || !reads(who, held, book)) return refuse({ kind: 'entry-unknown' });
    return ok(entryView(held, { actor: who.actor, book, today: dateText(dayOf(deps.now())) }));
  };
}

function reads(
  who: Signed,
  { entry, union }: { readonly entry: { readonly station: string | null }; readonly union: UnionId },
  book: UnionBook,
): boolean {
  const reach = reachOf(who, book, union);
  if (!reach.ok) return false;
  const { only } = reach.value;
  return only === null || only.some((id) => id === entry.station);
}

export function gridOfMonth(deps: Deps): Act<'entryGrid'> {
  return async ({ query, who }) => {
    const book = await deps.unions.current();
    const reach = reachOf(who, book, query.union);
    if (!reach.ok) return reach;
    const first = parseDate(`${query.month}-01`);
    const today = dayOf(deps.now());
    if (first === null || first > today) {
      return refuse({ kind: 'entry-future', field: 'month', day: dateText(today) });
    }
    const page = { after: query.after ?? null, limit: GRID_PAGE + 1 };
    const found = await deps.store.stationsOfBranch(reach.value, page);
    const stations = found.slice(0, GRID_PAGE);
    const kept = await deps.store.visitsOfMonth(
      stations.map(({ id }) => id),
      dateText(first),
    );
    const entryOf = new Map(
      kept.flatMap((entry) =>
        entry.kind === 'visits' && entry.body.channel === query.channel ? [[entry.station, entry] as const] : [],
      ),
    );
    const last = found.length > GRID_PAGE ? stations[GRID_PAGE - 1] : undefined;
    return ok({
      rows: stations.map((station) => {
        const entry = entryOf.get(station.id);
        return {
          station: stationView(station),
          mayKeep: mayKeep(who.actor, 'visits', { on: station, tree: book.tree }).ok,
          entry: entry === undefined ? null : { id: entry.id, rev: entry.rev, note: entry.note, body: entry.body },
        };
      }),
      next: last?.code ?? null,
    });
  };
}
