import { mayDo } from '../../../shared/actor/may.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Station } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Act } from '../../http/mount.ts';
import type { HistoryRow } from '../../store/port.ts';
import { findStation, hidden, namesOf, type Room, type Work, workOf } from './room.ts';

const PAGE = 100;
/** Records of one lineage: more moves than a station makes. */
const LINEAGE_MOST = 12;

type Row = RouteReply<'deskHistory'>['rows'][number];

/** What happened to a station, its contacts, revisions, tasks and plaques, over all the doors it moved through. */
export function tellHistory(room: Room): Act<'deskHistory'> {
  return async ({ params, query, who }) => {
    const work = await workOf(room, who);
    const station = await findStation(room, params.id);
    if (station === null || !mayRead(work, station)) return refuse(hidden(params.id));
    const lineage = (await lineageOf(room, station)).filter((each) => mayRead(work, each));
    const before = query.before ?? Number.MAX_SAFE_INTEGER;
    const rows = await room.store.historyAround(
      lineage.map(({ id }) => id),
      { before, limit: PAGE + 1 },
    );
    const shown = rows.slice(0, PAGE);
    const names = await namesOf(
      room,
      shown.map(({ actor }) => actor),
    );
    return ok({ rows: shown.map((row) => toldRow(work, row, { lineage, names })), done: rows.length <= PAGE });
  };
}

function mayRead({ who, book }: Work, station: Station): boolean {
  return mayDo(who.actor, 'read-history', { id: station.id, union: station.union, tree: book.tree }).ok;
}

/** The records before and after a relocation: one lineage. What a station was merged into is another station. */
async function lineageOf(room: Room, station: Station): Promise<readonly Station[]> {
  const lineage = [station];
  const follow = async (code: StationCode | null): Promise<Station | null> => {
    const next = code === null || lineage.length >= LINEAGE_MOST ? null : await room.store.stationByCode(code);
    if (next === null || lineage.some(({ id }) => id === next.id)) return null;
    lineage.push(next);
    return next;
  };
  for (let at: Station | null = station; at !== null; ) at = await follow(at.predecessor);
  for (let at: Station | null = station; at !== null; )
    at = at.status === 'relocated' ? await follow(at.successor) : null;
  return lineage;
}

type Telling = { readonly lineage: readonly Station[]; readonly names: (id: string) => string };

function toldRow({ book }: Work, row: HistoryRow, { lineage, names }: Telling): Row {
  const [id = ''] = row.subjectId.split('/', 1);
  const station = lineage.find((each) => each.id === id);
  return {
    seq: row.seq,
    at: row.at,
    effectiveOn: row.effectiveOn,
    actor: { id: row.actor, name: names(row.actor), union: book.get(row.union)?.name ?? row.union },
    step: row.step,
    reason: row.reason,
    subject: row.subject,
    station: { id, code: station?.code ?? null, name: station?.name ?? '' },
    fields: fieldsOf(row),
  };
}

/** What counts the record itself, or names it, tells nobody anything. */
const UNTOLD: readonly string[] = ['id', 'rev'];

function fieldsOf({ before, after }: HistoryRow): Row['fields'] {
  const was = new Map(Object.entries(before ?? {}));
  return Object.entries(after)
    .filter(([field, value]) => !UNTOLD.includes(field) && (before !== null || !isNothing(value)))
    .map(([field, value]) => ({ field, before: was.get(field) ?? null, after: value }));
}

/** A first row holds every field; those nobody filled are no news. */
function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
