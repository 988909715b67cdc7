import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';
import { askExport, sendExport } from './export.ts';
import { historyList } from './list.ts';

export function mountAudit(door: Door, deps: Deps): void {
  mount(door, 'history', historyList(deps));
  mount(door, 'historyExport', askExport(deps));
  mount(door, 'historyFile', sendExport(deps));
}
