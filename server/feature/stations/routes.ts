import { toGcj02 } from '../../../shared/geo/datum.ts';
import { type Instant, isoText } from '../../../shared/kernel/instant.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { parseCode, type StationCode } from '../../../shared/station/code.ts';
import type { Hours } from '../../../shared/station/hours.ts';
import { openAt } from '../../../shared/station/open.ts';
import { OPENABLE, type PublicStation, type Status } from '../../../shared/station/station.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { ModelState } from '../feed/model.ts';
import { goneJson, StationJson } from './view.ts';

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

/** What the three handlers share: one state a request, bytes that are written once a state. */
class Desk {
  private readonly json = new StationJson(KEPT);
  private seen = -1;
  private opening: Opening | null = null;

  constructor(readonly deps: Deps) {}

  async state(): Promise<ModelState> {
    const state = await this.deps.model.current();
    if (state.seq !== this.seen) this.json.clear();
    this.seen = state.seq;
    return state;
  }

  /** The same function for all questions of one minute: the table keeps its verdicts for as long as it is asked with it. */
  isOpen(state: ModelState, at: Instant): Opening['passes'] {
    const minute = Math.floor(at / 60_000);
    if (this.opening?.state !== state || this.opening.minute !== minute) {
      const passes = (hours: Hours, status: Status) =>
        OPENABLE.includes(status) && openAt(hours, at, state.calendar).state === 'open';
      this.opening = { state, minute, passes };
    }
    return this.opening.passes;
  }

  /** The JSON of a station the table shows, in two halves; null when it shows none under the code. */
  bytes(code: StationCode, at: Instant, state: ModelState): readonly [still: Buffer, open: Buffer] | null {
    return this.json.bytes(code, (asked) => publicIn(state, asked), { at, calendar: state.calendar });
  }
}

type Opening = {
  readonly state: ModelState;
  readonly minute: number;
  readonly passes: (hours: Hours, status: Status) => boolean;
};

function publicIn({ table }: ModelState, code: StationCode): PublicStation | null {
  const held = table.station(code);
  return held && 'name' in held ? held : null;
}

function nearest(desk: Desk): Act<'nearest'> {
  return async ({ query }) => {
    const state = await desk.state();
    const at = query.at ?? desk.deps.now();
    const found = state.table.nearestCodes({
      from: toGcj02({ lng: query.lng, lat: query.lat }, query.datum),
      want: query.amenities,
      wantAny: [],
      unknownToo: false,
      k: query.k,
      passes: query.open ? desk.isOpen(state, at) : null,
    });
    const body = new Body(`{"asOf":"${isoText(at)}","items":[`);
    for (const { code, distance } of found) {
      const station = desk.bytes(code, at, state);
      if (station) body.item(`{"distance":${Math.round(distance * 10) / 10},"station":`, station);
    }
    return ok(body.end());
  };
}

function station(desk: Desk): Act<'station'> {
  return async ({ query, params }) => {
    const code = parseCode(params.code);
    if (!code.ok) return code;
    const state = await desk.state();
    const at = query.at ?? desk.deps.now();
    const shown = desk.bytes(code.value, at, state);
    if (shown) return ok(jsonResponse(Buffer.concat(shown)));
    const gone = await desk.deps.store.goneByCode(code.value);
    if (!gone) return refuse({ kind: 'station-unknown', code: code.value });
    return ok(jsonResponse(Buffer.from(goneJson(gone))));
  };
}

function search(desk: Desk): Act<'search'> {
  return async ({ query }) => {
    const { regions, now } = desk.deps;
    const within = query.region;
    if (within && !regions.get(within)) return refuse({ kind: 'region-unknown', region: within });
    const state = await desk.state();
    const at = query.at ?? now();
    const found = state.table.search(query.q, null, within ? SEARCH_DEPTH : query.limit);
    const hits = within
      ? found.filter(({ row }) => isIn(state, row.code, (code) => regions.isWithin(code, within)))
      : found;
    const body = new Body(`{"asOf":"${isoText(at)}","total":${hits.length},"items":[`);
    for (const { row } of hits.slice(0, query.limit)) {
      const station = desk.bytes(row.code, at, state);
      if (station) body.item('{"station":', station);
    }
    return ok(body.end());
  };
}

function isIn(state: ModelState, code: StationCode, within: (region: PublicStation['region']) => boolean): boolean {
  const station = publicIn(state, code);
  return station !== null && within(station.region);
}

const COMMA = Buffer.from(',');
const BRACE = Buffer.from('}');
const END = Buffer.from(']}');

/** A list of stations put together from bytes that lie ready. */
class Body {
  private readonly parts: Buffer[];

  constructor(start: string) {
    this.parts = [Buffer.from(start)];
  }

  /** `start` opens the item's object and names the station's place in it. */
  item(start: string, [still, open]: readonly [Buffer, Buffer]): void {
    if (this.parts.length > 1) this.parts.push(COMMA);
    this.parts.push(Buffer.from(start), still, open, BRACE);
  }

  end(): Response {
    return jsonResponse(Buffer.concat([...this.parts, END]));
  }
}

function jsonResponse(body: Buffer<ArrayBuffer>): Response {
  return new Response(body, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
