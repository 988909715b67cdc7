import type { StoreContext } from '../context.ts';
import type { PlaquesStore } from '../port/plaques.ts';
import { beginKey, readKeys, retireKey } from './keys.ts';
import { plaqueStations, plaquesMissing, printPlaques } from './printed.ts';
import { countVisit, visitDays } from './visits.ts';

export function plaquesStore(context: StoreContext): PlaquesStore {
  const { engine } = context;
  return {
    plaqueKeys: () => engine.read(readKeys),
    beginPlaqueKey: (command) => beginKey(context, command),
    retirePlaqueKey: (command, retiring) => retireKey(context, command, retiring),
    printPlaques: (command, printing) => printPlaques(context, command, printing),
    plaqueStations: (filter) => engine.read((tx) => plaqueStations(tx, filter)),
    plaquesMissing: (union) => engine.read((tx) => plaquesMissing(tx, union)),
    countVisit: (visit) => countVisit(context, visit),
    visitDays: (span) => engine.read((tx) => visitDays(tx, span)),
  };
}
