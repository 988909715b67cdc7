import { createHash } from 'node:crypto';
import { addDays, dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { EXIT_TASK_DAYS, EXIT_TASKS, LEFT } from '../../../shared/station/after-exit.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import type { StepFacts, StepOutcome } from '../../store/port/desk.ts';

export const NOTHING: StepOutcome = {
  changes: [],
  propose: null,
  answer: null,
  tasks: [],
  voidTasks: false,
  contactsTo: null,
};

/** What follows from changes of a station for all that hangs on it. `commandId` names the tasks, so that asked twice they are the same. */
export function outcomeOf(
  changes: readonly StationChange[],
  { waiting }: StepFacts,
  { commandId, at }: { readonly commandId: string; readonly at: Instant },
): StepOutcome {
  const gone = changes.find(
    ({ before, after }) => before !== null && !LEFT.includes(before.status) && LEFT.includes(after.status),
  );
  const isBack = changes.some(({ step }) => step === 'reinstate');
  if (gone === undefined) return { ...NOTHING, changes, voidTasks: isBack };
  const due = dateText(addDays(dayOf(at), EXIT_TASK_DAYS));
  return {
    ...NOTHING,
    changes,
    answer: waiting === null ? null : { as: 'lapse', reason: null },
    tasks: EXIT_TASKS.map((kind) => ({ id: idOf(commandId, kind), station: gone.after.id, kind, due })),
    contactsTo: gone.successorFrom,
  };
}

function idOf(commandId: string, kind: string): string {
  return createHash('sha256').update(`${commandId} ${kind}`).digest('hex').slice(0, 32);
}
