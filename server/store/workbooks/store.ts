import type { StoreContext } from '../context.ts';
import type { WorkbooksStore } from '../port/workbooks.ts';
import { figureFileStore } from './files.ts';
import { partnerStore } from './partners.ts';

export function workbooksStore(context: StoreContext): WorkbooksStore {
  return { ...figureFileStore(context), ...partnerStore(context) };
}
