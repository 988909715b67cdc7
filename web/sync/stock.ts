import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { Cell } from '../platform/cell.ts';
import { cell } from '../platform/cell.ts';
import type { Http } from '../platform/http.ts';
import { readOffers } from './offers.ts';
import type { Desk } from './round.ts';
import type { Shelf } from './shelf.ts';
import type { Offer, Stock } from './state.ts';

/** What a person does about the data on the phone. */
export type StockRoom = Pick<Cell<Stock>, 'get' | 'subscribe'> & {
  /** Wanted from now on: it comes next, behind what is coming, and goes on where it was paused. */
  add(region: FeedRegion): void;
  pause(region: FeedRegion): void;
  /** Deletes it, or calls off its coming; it does not come back by itself. False when it could not be deleted. */
  remove(region: FeedRegion): Promise<boolean>;
  /** What there is to be had and what it costs; null when the server cannot be asked. */
  offers(): Promise<ReadonlyMap<FeedRegion, Offer> | null>;
};

export type StockWorld = { readonly http: Http; readonly isFreeLine: () => boolean };

export type StockParts = {
  readonly desk: Desk;
  readonly shelf: Shelf;
  /** Called by a person's wish: the next round begins, or one follows the present. */
  readonly ask: () => void;
};

const NOTHING: Stock = {
  downloads: [],
  cleared: [],
  here: [],
  refusedHere: [],
  unkept: [],
  core: null,
  isFreeLine: true,
};

/** The answer's second part is to be called whenever what lies on the desk has changed. */
export function openStock(world: StockWorld, { desk, shelf, ask }: StockParts): [StockRoom, changed: () => void] {
  const { board, choices } = desk;
  const state = cell(NOTHING);
  const changed = (): void => put(state, stockOf(desk, { shelf, isFreeLine: world.isFreeLine() }));
  board.subscribe(changed);
  const room: StockRoom = {
    get: state.get,
    subscribe: state.subscribe,
    add: (region) => {
      if (!desk.held.has(region)) {
        choices.put(region, 'wanted');
        board.line(region);
      } else if (choices.get(region) === 'paused') choices.put(region, 'wanted');
      desk.ensured.add(region);
      desk.askedAt.delete(region);
      changed();
      ask();
    },
    pause: (region) => {
      choices.put(region, 'paused');
      board.pause(region);
    },
    remove: async (region) => {
      choices.put(region, 'refused');
      board.clear(region);
      desk.ensured.delete(region);
      desk.cleared.delete(region);
      desk.held.delete(region);
      desk.show();
      return (await shelf.store().remove(region)) === 'removed';
    },
    offers: async () => {
      const answer = await world.http.json('/api/v1/packs');
      return answer.ok ? readOffers(answer.value) : null;
    },
  };
  return [room, changed];
}

function stockOf({ board, choices, cleared, here, held }: Desk, { shelf, isFreeLine }: StockAround): Stock {
  const core = held.get('CN');
  const isKept = shelf.standing() === 'kept';
  return {
    downloads: board.get(),
    cleared: [...cleared],
    here,
    refusedHere: here.filter((region) => choices.get(region) === 'refused'),
    unkept: isKept ? [...held].flatMap(([region, { stored }]) => (stored === null ? [region] : [])) : [],
    core:
      core === undefined ? null : { rows: core.city.columns.core.n, bytes: core.pack.bytes, checkedAt: core.checkedAt },
    isFreeLine,
  };
}
type StockAround = { readonly shelf: Shelf; readonly isFreeLine: boolean };

/** Screens render again for a change they could see, and for no other. */
function put(state: Cell<Stock>, next: Stock): void {
  if (JSON.stringify(next) !== JSON.stringify(state.get())) state.put(next);
}
