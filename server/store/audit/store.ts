import type { StoreContext } from '../context.ts';
import type { AuditStore } from '../port/audit.ts';
import { beginHistoryExport, historyExport } from './export.ts';
import { historyPage } from './page.ts';

export function auditStore(context: StoreContext): AuditStore {
  return {
    historyPage: (filter, page) => historyPage(context, filter, page),
    beginHistoryExport: (command, said) => beginHistoryExport(context, command, said),
    historyExport: (command) => historyExport(context, command),
  };
}
