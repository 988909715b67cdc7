import type { StoreContext } from '../context.ts';
import type { UnionsStore } from '../port/unions.ts';
import { editUnion } from './edit.ts';
import { putSetting } from './setting.ts';

export function unionsStore(context: StoreContext): UnionsStore {
  return {
    editUnion: (command, editing, decide) => editUnion(context, command, { editing, decide }),
    putSetting: (command, write) => putSetting(context, command, write),
  };
}
