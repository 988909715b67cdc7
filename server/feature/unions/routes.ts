import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';
import { editing } from './edit.ts';
import { listing } from './list.ts';
import { putting, telling } from './settings.ts';

export function mountUnions(door: Door, deps: Deps): void {
  mount(door, 'unions', listing(deps));
  mount(door, 'unionEdit', editing(deps));
  mount(door, 'settings', telling(deps));
  mount(door, 'settingPut', putting(deps));
}
