import type { StoreContext } from '../context.ts';
import type { AuditStore } from '../port/audit.ts';
import { beginHistoryExport, historyExport, noteBackup } from './export.ts';
import { historyPage } from './page.ts';

export function auditStore(context: StoreContext): AuditStore {
  return {
    historyPage: (filter, page) => historyPage(context, filter, page),
    beginHistoryExport: (command, said) => beginHistoryExport(context, command, said),
    noteBackup: (command, file) => noteBackup(context, command, file),
    historyExport: (command) => historyExport(context, command),
  };
}
