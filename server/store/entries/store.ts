import type { StoreContext } from '../context.ts';
import type { EntriesStore } from '../port/entries.ts';
import { entryTotals, heldEntries, listEntries, stationsOfBranch, visitsOfMonth } from './read.ts';
import { writeEntries } from './write.ts';

export function entriesStore(context: StoreContext): EntriesStore {
  const { engine } = context;
  return {
    entries: (...asked) => engine.read((tx) => listEntries(tx, asked)),
    entryTotals: (filter) => engine.read((tx) => entryTotals(tx, filter)),
    heldEntry: (id) => engine.read(async (tx) => (await heldEntries(tx, [id])).get(id) ?? null),
    visitsOfMonth: (stations, month) => engine.read((tx) => visitsOfMonth(tx, stations, month)),
    stationsOfBranch: (...asked) => engine.read((tx) => stationsOfBranch(tx, asked)),
    writeEntries: (...asked) => writeEntries(context, asked),
  };
}
