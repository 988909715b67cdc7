import type { Utf8 } from '../../shared/feed/bytes.ts';
import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { Searching } from '../../shared/feed/table-search.ts';
import type { Held } from '../local/store.ts';
import { makeBoard } from './board.ts';
import { choicesIn, type Note } from './choices.ts';
import type { Desk } from './round.ts';
import { citiesOf, latest, tableKeeper } from './shown.ts';
import type { SyncState } from './state.ts';

export type DeskWorld = {
  readonly utf8: Utf8;
  readonly notes: Note;
  /** The code that searches: large, and not needed for the first list. */
  readonly loadSearch: () => Promise<Searching>;
  /** Once what was shown last is on the screen, or nobody looks. */
  readonly painted: () => Promise<void>;
};

/** The copies in hand, and the one table over them that the screens see. */
export function makeDesk(world: DeskWorld, put: (change: Partial<SyncState>) => void): Desk {
  const tableOf = tableKeeper(world.utf8);
  const held = new Map<FeedRegion, Held>();
  let searching: Searching | 'coming' | null = null;
  const fetchSearch = async (): Promise<void> => {
    if (searching !== null) return;
    searching = 'coming';
    try {
      await world.painted();
      searching = await world.loadSearch();
      desk.show();
    } catch {
      searching = null; // Asked for again with the next change.
    }
  };
  const [choices, board] = [choicesIn(world.notes), makeBoard()];
  for (const region of choices.all('wanted')) board.line(region);
  for (const region of choices.all('paused')) board.pause(region);
  const desk: Desk = {
    held,
    ensured: new Set(),
    askedAt: new Map(),
    choices,
    board,
    cleared: new Set(),
    here: [],
    calendar: null,
    show: () => {
      const table = tableOf(held, searching === 'coming' ? null : searching);
      put({
        phase: table === null ? 'empty' : 'ready',
        table,
        cities: citiesOf(held, table),
        calendar: desk.calendar,
        serverTime: latest(held),
      });
      if (table !== null) fetchSearch();
    },
  };
  return desk;
}
