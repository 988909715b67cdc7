import type { StoreContext } from '../context.ts';
import type { WorkbooksStore } from '../port/workbooks.ts';

export function workbooksStore(_context: StoreContext): WorkbooksStore {
  return {};
}
