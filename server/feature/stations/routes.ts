import type { Found } from '../../../shared/feed/row.ts';
import { toGcj02 } from '../../../shared/geo/datum.ts';
import { type Instant, isoText } from '../../../shared/kernel/instant.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { parseCode, type StationCode } from '../../../shared/station/code.ts';
import type { Hours } from '../../../shared/station/hours.ts';
import { openAt } from '../../../shared/station/open.ts';
import { toPublic } from '../../../shared/station/public.ts';
import { OPENABLE, type PublicStation, type Status } from '../../../shared/station/station.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { ModelState } from '../feed/model.ts';
import { StationJson } from './view.ts';

/** Stations whose JSON is kept: some tens of megabytes, and nearly all that is ever asked for twice. */
const KEPT = 20_000;
/** What a search looks through before the asked region narrows it. */
const SEARCH_DEPTH = 1_000;

export type StationRoutes = {
  readonly nearest: Act<'nearest'>;
  readonly station: Act<'station'>;
  readonly search: Act<'search'>;
};

export function stationRoutes(deps: Deps): StationRoutes {
  const desk = new Desk(deps);
  return { nearest: nearest(desk), station: station(desk), search: search(desk) };
}

/** What the three handlers share: one state a request, and texts that are written once a state. */
class Desk {
  private readonly json = new StationJson(KEPT);
  private seen = -1;

  constructor(readonly deps: Deps) {}

  async state(): Promise<ModelState> {
    const state = await this.deps.model.current();
    if (state.seq !== this.seen) this.json.clear();
    this.seen = state.seq;
    return state;
  }

  text(station: PublicStation, at: Instant, state: ModelState): string {
    return this.json.text(station, at, state.calendar);
  }

  /** Retired, merged and relocated stations keep their page; drafts and submissions have no code to ask by. */
  async unpublished(code: StationCode): Promise<PublicStation | null> {
    const station = await this.deps.store.stationByCode(code);
    return station && station.status !== 'abandoned' ? toPublic(station) : null;
  }
}

function nearest(desk: Desk): Act<'nearest'> {
  return async ({ query }) => {
    const state = await desk.state();
    const at = query.at ?? desk.deps.now();
    const isOpen = (hours: Hours, status: Status) =>
      OPENABLE.includes(status) && openAt(hours, at, state.calendar).state === 'open';
    const found = state.table.nearest({
      from: toGcj02({ lng: query.lng, lat: query.lat }, query.datum),
      want: query.amenities,
      wantAny: [],
      unknownToo: false,
      k: query.k,
      passes: query.open ? isOpen : null,
    });
    const items = publicOf(found, state).map(
      ({ station, distance }) =>
        `{"distance":${Math.round(distance * 10) / 10},"station":${desk.text(station, at, state)}}`,
    );
    return ok(jsonResponse(`{"asOf":"${isoText(at)}","items":[${items.join(',')}]}`));
  };
}

function station(desk: Desk): Act<'station'> {
  return async ({ query, params }) => {
    const code = parseCode(params.code);
    if (!code.ok) return code;
    const state = await desk.state();
    const held = state.table.station(code.value);
    const shown = held && 'name' in held ? held : await desk.unpublished(code.value);
    if (!shown) return refuse({ kind: 'station-unknown', code: code.value });
    return ok(jsonResponse(desk.text(shown, query.at ?? desk.deps.now(), state)));
  };
}

function search(desk: Desk): Act<'search'> {
  return async ({ query }) => {
    const { regions, now } = desk.deps;
    const within = query.region;
    if (within && !regions.get(within)) return refuse({ kind: 'region-unknown', region: within });
    const state = await desk.state();
    const at = query.at ?? now();
    const hits = publicOf(state.table.search(query.q, null, within ? SEARCH_DEPTH : query.limit), state).filter(
      ({ station }) => !within || regions.isWithin(station.region, within),
    );
    const items = hits.slice(0, query.limit).map(({ station }) => `{"station":${desk.text(station, at, state)}}`);
    return ok(jsonResponse(`{"asOf":"${isoText(at)}","total":${hits.length},"items":[${items.join(',')}]}`));
  };
}

function publicOf(found: readonly Found[], { table }: ModelState): { station: PublicStation; distance: number }[] {
  return found.flatMap(({ row, distance }) => {
    const station = table.station(row.code);
    return station && 'name' in station ? [{ station, distance }] : [];
  });
}

function jsonResponse(body: string): Response {
  return new Response(body, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
