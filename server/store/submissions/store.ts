import type { StoreContext } from '../context.ts';
import type { SubmissionsStore } from '../port/submissions.ts';

export function submissionsStore(_context: StoreContext): SubmissionsStore {
  return {};
}
