import { sql } from 'kysely';
import type { DateText } from '../../../shared/kernel/instant.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import type { StoreContext } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { WorkAsk, WorkAsked, WorkPile, WorkRow } from '../port/work.ts';
import { loadStations } from '../stations.ts';
import { openObjectionsOf } from './objections.ts';
import { type Pick, pickOf } from './pick.ts';

/** See `WorkStore.workPiles`. */
export function workPiles(context: StoreContext, asked: WorkAsked): Promise<readonly WorkPile[]> {
  return context.engine.read(async (tx) => {
    const piles: WorkPile[] = [];
    for (const ask of asked.asks) {
      piles.push(ask.kind === 'objection' ? await objectionPile(tx, asked) : await pileOf(tx, asked, ask));
    }
    return piles;
  });
}

type Picked = { readonly id: string; readonly due_on: string | null; readonly note: string | null };

async function pileOf(tx: Tx, asked: WorkAsked, ask: WorkAsk): Promise<WorkPile> {
  const pick = pickOf(asked, ask);
  const { rows: counted } = await sql<{ count: number | string }>`select count(*) as count from ${pick.from}`.execute(
    tx,
  );
  const count = Number(counted[0]?.count ?? 0);
  const rows = count === 0 ? [] : await firstOf(tx, pick, asked.limit);
  return { kind: ask.kind, count, rows: await withStations(tx, rows) };
}

/** The most urgent first; of those without a day the ones that have waited longest. */
async function firstOf(tx: Tx, { from, id, on, note, order }: Pick, limit: number): Promise<readonly Picked[]> {
  const { rows } = await sql<Picked>`select ${id} as id, ${on} as due_on, ${note} as note from ${from}
    order by ${order}, ${id} limit ${limit}`.execute(tx);
  return rows;
}

/** Few stations stand under a notice at a time; which objections are open is told by their trails. */
async function objectionPile(tx: Tx, asked: WorkAsked): Promise<WorkPile> {
  const { from } = pickOf(asked, { kind: 'objection' });
  const { rows } = await sql<{ id: string }>`select s.id as id from ${from} order by s.id`.execute(tx);
  const open = await openObjectionsOf(
    tx,
    rows.map(({ id }) => id),
  );
  const first = open.slice(0, asked.limit).map(({ id, said }): Picked => ({ id, due_on: null, note: said }));
  return { kind: 'objection', count: open.length, rows: await withStations(tx, first) };
}

async function withStations(tx: Tx, picked: readonly Picked[]): Promise<readonly WorkRow[]> {
  const stations = await loadStations(tx, [...new Set(picked.map(({ id }) => id as StationId))]);
  const byId = new Map<string, Station>(stations.map((station) => [station.id, station]));
  return picked.flatMap(({ id, due_on, note }) => {
    const station = byId.get(id);
    return station === undefined ? [] : [rowOf(station, due_on as DateText | null, note)];
  });
}

function rowOf(station: Station, on: DateText | null, note: string | null): WorkRow {
  const { id, union, code, name, status, statusNote, origin } = station;
  return {
    station: id,
    union,
    code,
    name,
    status,
    isSynthetic: origin === 'synthetic',
    on,
    note: note ?? statusNote?.reason ?? null,
  };
}
