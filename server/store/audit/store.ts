import type { StoreContext } from '../context.ts';
import type { AuditStore } from '../port/audit.ts';

export function auditStore(_context: StoreContext): AuditStore {
  return {};
}
