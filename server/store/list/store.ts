import type { StoreContext } from '../context.ts';
import type { ListStore } from '../port/list.ts';
import { exportStore } from './exports.ts';
import { eachListed, listedAfter, listedById, stationsChangedAfter } from './listed.ts';
import { viewStore } from './views.ts';

export function listStore(context: StoreContext): ListStore {
  const { engine } = context;
  return {
    ...viewStore(context),
    ...exportStore(context),
    listedAfter: (id, limit) => engine.read((tx) => listedAfter(tx, id, limit)),
    listedById: (ids) => engine.read((tx) => listedById(tx, ids)),
    eachListed: (asked, visit) => engine.read((tx) => eachListed(tx, asked, visit)),
    stationsChangedAfter: (seq, limit) => engine.read((tx) => stationsChangedAfter(tx, seq, limit)),
  };
}
