import type { StoreContext } from '../context.ts';
import type { DemandStore } from '../port/demand.ts';
import { demandPoints, demandSets, findSet } from './read.ts';
import { keepDemand, withdrawDemand } from './write.ts';

export function demandStore(context: StoreContext): DemandStore {
  return {
    keepDemand: (command, made) => keepDemand(context, command, made),
    demandSets: (top) => demandSets(context, top),
    demandSet: (id) => context.engine.read((tx) => findSet(tx, id)),
    demandPoints: (id) => demandPoints(context, id),
    withdrawDemand: (command, asked) => withdrawDemand(context, command, asked),
  };
}
