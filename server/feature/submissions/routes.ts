import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';
import { submissionBoard } from './board.ts';
import { oneSubmission } from './one.ts';
import { checkSubmission, takeSubmissionStep } from './step.ts';

export function mountSubmissions(door: Door, deps: Deps): void {
  mount(door, 'submissions', submissionBoard(deps));
  mount(door, 'submission', oneSubmission(deps));
  mount(door, 'submissionCheck', checkSubmission(deps));
  mount(door, 'submissionStep', takeSubmissionStep(deps));
}
