import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import type { Entry } from '../chain.ts';
import type { Tx } from '../engine.ts';
import type { DeskCommand, Revision, StepFacts, StepOutcome } from '../port/desk.ts';
import { contactsOf, tasksOf } from './rows.ts';

type Held = { readonly tx: Tx; readonly command: DeskCommand };
type Decided = { readonly facts: StepFacts; readonly outcome: StepOutcome };

/** How the state of a revision is called once it was answered. */
const STATE_AFTER = {
  approve: 'approved',
  return: 'returned',
  withdraw: 'withdrawn',
  replace: 'replaced',
  lapse: 'lapsed',
} as const;

/** Writes what a step does beside the records, and says it as rows of history in the order it happened. */
export async function besideStep(held: Held, { facts, outcome }: Decided): Promise<readonly Entry[]> {
  const { station } = facts;
  if (station === null) return [];
  return [
    ...(await answerRevision(held, facts.waiting, outcome.answer)),
    ...(await propose(held, outcome.propose)),
    ...(await openTasks(held, outcome.tasks)),
    ...(outcome.voidTasks ? await voidTasks(held, station.id) : []),
    ...(outcome.contactsTo === null ? [] : await moveContacts(held, station.id, outcome.contactsTo)),
  ];
}

type Said = Pick<Entry, 'subject' | 'step'> & {
  readonly station: Station['id'];
  readonly id: string;
  readonly reason?: string | null;
  readonly before?: object;
  readonly after: object;
};

/** A row about something of a station. */
export function entryOf(command: DeskCommand, { subject, step, station, id, reason, before, after }: Said): Entry {
  return {
    effectiveOn: dateText(dayOf(command.at)),
    subject,
    subjectId: `${station}/${id}`,
    step,
    reason: reason ?? null,
    before: before === undefined ? null : JSON.stringify(before),
    after: JSON.stringify(after),
  };
}

async function answerRevision(
  { tx, command }: Held,
  waiting: Revision | null,
  answer: StepOutcome['answer'],
): Promise<readonly Entry[]> {
  if (waiting === null || answer === null) return [];
  const state = STATE_AFTER[answer.as];
  await tx
    .updateTable('revision')
    .set({ state, answered_by: command.actor.id, answered_at: command.at, answer: answer.reason })
    .where('id', '=', waiting.id)
    .execute();
  const { station, id } = waiting;
  const states = { before: { state: 'waiting' }, after: { state } };
  return [entryOf(command, { subject: 'revision', step: answer.as, station, id, reason: answer.reason, ...states })];
}

async function propose({ tx, command }: Held, proposed: StepOutcome['propose']): Promise<readonly Entry[]> {
  if (proposed === null) return [];
  const { id, station, reason, basedOn, before, patch } = proposed;
  await tx
    .insertInto('revision')
    .values({
      id,
      station_id: station,
      author: command.actor.id,
      union_id: command.actor.union,
      at: command.at,
      reason,
      based_on: basedOn,
      before: JSON.stringify(before),
      patch: JSON.stringify(patch),
      state: 'waiting',
      answered_by: null,
      answered_at: null,
      answer: null,
    })
    .execute();
  return [entryOf(command, { subject: 'revision', step: 'propose', station, id, reason, before, after: patch })];
}

async function openTasks({ tx, command }: Held, tasks: StepOutcome['tasks']): Promise<readonly Entry[]> {
  const rows = tasks.map(({ id, station, kind, due }) => ({
    id,
    station_id: station,
    kind,
    due,
    at: command.at,
    done_at: null,
    done_by: null,
    evidence: null,
    void_at: null,
  }));
  if (rows.length > 0) await tx.insertInto('exit_task').values(rows).execute();
  return tasks.map(({ id, station, kind, due }) =>
    entryOf(command, { subject: 'task', step: 'open', station, id, after: { task: kind, due } }),
  );
}

async function voidTasks({ tx, command }: Held, station: StationId): Promise<readonly Entry[]> {
  const open = (await tasksOf(tx, station)).filter(({ doneAt }) => doneAt === null);
  await tx
    .updateTable('exit_task')
    .set({ void_at: command.at })
    .where('station_id', '=', station)
    .where('void_at', 'is', null)
    .execute();
  return open.map(({ id, kind }) =>
    entryOf(command, { subject: 'task', step: 'void', station, id, after: { task: kind } }),
  );
}

/** One lineage: who is asked for at the old door is asked for at the new one. */
async function moveContacts({ tx, command }: Held, from: StationId, to: StationId): Promise<readonly Entry[]> {
  const contacts = await contactsOf(tx, from);
  await tx.updateTable('contact').set({ station_id: to }).where('station_id', '=', from).execute();
  return contacts.map(({ id, role }) =>
    entryOf(command, { subject: 'contact', step: 'move', station: to, id, after: { role } }),
  );
}
