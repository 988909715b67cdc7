import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';
import { keepEntries, withdrawEntry } from './keep.ts';
import { gridOfMonth, listOfEntries, oneEntry } from './list.ts';

export function mountEntries(door: Door, deps: Deps): void {
  mount(door, 'entries', listOfEntries(deps));
  mount(door, 'entry', oneEntry(deps));
  mount(door, 'entryGrid', gridOfMonth(deps));
  mount(door, 'entriesKeep', keepEntries(deps));
  mount(door, 'entryWithdraw', withdrawEntry(deps));
}
