import type { Epoch } from '../../../shared/feed/feed.ts';
import { dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { Listed } from '../../store/port/list.ts';
import type { Store } from '../../store/port.ts';
import type { UnionBook, UnionBooks } from '../unions/book.ts';
import { Neighbours } from './near.ts';
import { ListRows } from './rows.ts';
import { ListTexts } from './texts.ts';

/** All stations of the register as of a seq, ready to be asked. */
export type ListState = { readonly rows: ListRows; readonly texts: ListTexts; readonly seq: number };

export type ListModel = {
  /** Reads the register when first asked, later only what changed since: as exact as the counter at the asking. */
  current(): Promise<ListState>;
};

/** Rows read at once: some milliseconds of work, then others have their turn. */
const PAGE = 400;

/**
 * The desk's read model, beside the workers': stations of every status, every branch. The database holds the truth; this
 * follows its history, so that whatever wrote it (a colleague, a ledger, the command line) is in the next answer.
 */
export function listModel(store: Store, unions: UnionBooks, now: () => Instant): ListModel {
  let held: { epoch: Epoch; state: ListState } | null = null;
  let looking: Promise<ListState> | null = null;
  const look = async (): Promise<ListState> => {
    const reach = reachOf(await unions.current(), now());
    const { epoch, seq } = await store.counter();
    if (held === null || held.epoch !== epoch) held = { epoch, state: await readAll(store, { seq, reach }) };
    await reachFor(held.state.rows, reach);
    held = { epoch, state: await follow(store, held.state) };
    return held.state;
  };
  const once = () => {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
  return {
    current: async () => {
      // A look that is under way may have begun before what the asker knows of: it does not count.
      if (looking !== null && held !== null) await looking;
      return once();
    },
  };
}

/** `seq`: what is written while the pages are read is followed afterwards from there. */
async function readAll(store: Store, { seq, reach }: { seq: number; reach: number }): Promise<ListState> {
  const state = { rows: new ListRows(), texts: new ListTexts(), seq };
  neighbours.set(state.rows, new Neighbours(state.rows, reach));
  for (let after = ''; ; ) {
    const page = await store.listedAfter(after, PAGE);
    neighboursOf(state.rows).changed(put(state, page));
    const last = page[PAGE - 1];
    if (!last) break;
    after = last.station.id;
  }
  return state;
}

async function follow(store: Store, state: ListState): Promise<ListState> {
  for (let { seq } = state; ; ) {
    const { ids, upTo, done } = await store.stationsChangedAfter(seq, PAGE);
    seq = upTo;
    if (ids.length > 0) neighboursOf(state.rows).changed(await take(store, state, ids));
    if (done) return { ...state, seq };
  }
}

async function take(store: Store, state: ListState, ids: readonly StationId[]): Promise<readonly number[]> {
  const page = await store.listedById(ids);
  const there = new Set(page.map(({ station }) => station.id));
  const touched = [...put(state, page)];
  for (const id of ids) {
    const row = there.has(id) ? null : state.rows.drop(id);
    if (row === null) continue;
    state.texts.drop(row);
    touched.push(row);
  }
  return touched;
}

function put({ rows, texts }: ListState, page: readonly Listed[]): readonly number[] {
  return page.map((listed) => {
    const row = rows.put(listed);
    texts.put(row, listed.station);
    return row;
  });
}

const neighbours = new WeakMap<ListRows, Neighbours>();

function neighboursOf(rows: ListRows): Neighbours {
  const known = neighbours.get(rows);
  if (known === undefined) throw new Error('rows that were never read have no neighbours');
  return known;
}

/** A union looks further than any did before: everybody is looked for once more, and others have their turn. */
async function reachFor(rows: ListRows, reach: number): Promise<void> {
  if (neighboursOf(rows).reach >= reach) return;
  const wider = new Neighbours(rows, reach);
  for (let from = 0; from < rows.size; from += PAGE) {
    wider.changed(Array.from({ length: Math.min(PAGE, rows.size - from) }, (_, n) => from + n));
    await new Promise((turn) => setImmediate(turn));
  }
  neighbours.set(rows, wider);
}

const reaches = new WeakMap<UnionBook, number>();

/** The widest distance by which any union takes two stations for one, today or from a day to come. */
function reachOf(book: UnionBook, at: Instant): number {
  const known = reaches.get(book);
  if (known !== undefined) return known;
  const said = book.rows.filter(({ key }) => key === 'duplicate-metres');
  const today = dateText(dayOf(at));
  const coming = said.flatMap(({ from, value }) => (from > today && typeof value === 'number' ? value : []));
  const sayers = [...new Set(said.map(({ union }) => union))];
  const now = sayers.map((union) => book.settingsOf(union, at)['duplicate-metres']);
  const reach = Math.max(SETTING_DEFAULTS['duplicate-metres'], ...coming, ...now);
  reaches.set(book, reach);
  return reach;
}
