import type { StoreContext } from '../context.ts';
import type { InboxStore } from '../port/inbox.ts';

export function inboxStore(_context: StoreContext): InboxStore {
  return {};
}
