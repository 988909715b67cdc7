import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import { EXIT_TASKS, type ExitTask } from '../../../shared/station/after-exit.ts';
import type { Patch } from '../../../shared/station/command.ts';
import type { ContactRole } from '../../../shared/station/contact.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { Tx } from '../engine.ts';
import type { Contact, Revision, TaskAfterExit } from '../port/desk.ts';
import type { ContactRow, ExitTaskRow, RevisionRow } from './schema.ts';

/** Rows are ours: only this folder writes them. */
function revisionOf(row: RevisionRow): Revision {
  return {
    id: row.id,
    station: row.station_id as StationId,
    author: { id: row.author, union: row.union_id as UnionId },
    at: row.at as Instant,
    reason: row.reason,
    basedOn: row.based_on,
    before: JSON.parse(row.before) as Patch,
    patch: JSON.parse(row.patch) as Patch,
  };
}

export async function waitingOf(tx: Tx, station: StationId): Promise<Revision | null> {
  const row = await tx
    .selectFrom('revision')
    .selectAll()
    .where('station_id', '=', station)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row ? revisionOf(row) : null;
}

export function contactOf(row: ContactRow): Contact {
  return {
    id: row.id,
    station: row.station_id as StationId,
    role: row.role as ContactRole,
    name: row.name,
    mobile: row.mobile,
    purpose: row.purpose,
    consentOn: row.consent_on as DateText,
  };
}

/** The person, or `erased`; null for an id nobody has. */
export async function contactIn(tx: Tx, id: string): Promise<Contact | 'erased' | null> {
  const row = await tx.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return row.erased_at === null ? contactOf(row) : 'erased';
}

/** In the order they were written down. */
export async function contactsOf(tx: Tx, station: StationId): Promise<readonly Contact[]> {
  const rows = await tx
    .selectFrom('contact')
    .selectAll()
    .where('station_id', '=', station)
    .where('erased_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(contactOf);
}

export function taskOf(row: ExitTaskRow): TaskAfterExit {
  return {
    id: row.id,
    station: row.station_id as StationId,
    kind: row.kind as ExitTask,
    due: row.due as DateText,
    doneAt: row.done_at as Instant | null,
    doneBy: row.done_by,
    evidence: row.evidence,
  };
}

export async function tasksOf(tx: Tx, station: StationId): Promise<readonly TaskAfterExit[]> {
  const rows = await tx
    .selectFrom('exit_task')
    .selectAll()
    .where('station_id', '=', station)
    .where('void_at', 'is', null)
    .orderBy('at')
    .execute();
  return rows.map(taskOf).sort((a, b) => EXIT_TASKS.indexOf(a.kind) - EXIT_TASKS.indexOf(b.kind));
}
