import type { StoreContext } from '../context.ts';
import type { NoticesStore } from '../port/notices.ts';
import { fileObjection } from './file.ts';
import { eraseObjector, readObjector } from './objector.ts';
import { noticedStations, objectionByLookup, objectionsOf } from './read.ts';

export function noticesStore(context: StoreContext): NoticesStore {
  const { engine } = context;
  return {
    noticedStations: () => engine.read(noticedStations),
    fileObjection: (command, filing) => fileObjection(context, command, filing),
    objectionByLookup: (lookup) => engine.read((tx) => objectionByLookup(tx, lookup)),
    objectionsOf: (station) => engine.read((tx) => objectionsOf(tx, station)),
    readObjector: (command, objection) => readObjector(context, command, objection),
    eraseObjector: (command, objection) => eraseObjector(context, command, objection),
  };
}
