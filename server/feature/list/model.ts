import type { Epoch } from '../../../shared/feed/feed.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { Listed } from '../../store/port/list.ts';
import type { Store } from '../../store/port.ts';
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
export function listModel(store: Store): ListModel {
  let held: { epoch: Epoch; state: ListState } | null = null;
  let looking: Promise<ListState> | null = null;
  const look = async (): Promise<ListState> => {
    const { epoch, seq } = await store.counter();
    if (held === null || held.epoch !== epoch) held = { epoch, state: await readAll(store, seq) };
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
async function readAll(store: Store, seq: number): Promise<ListState> {
  const state = { rows: new ListRows(), texts: new ListTexts(), seq };
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

/** One distance for the whole register: a doubt is a hint for people, and the setting of each union judges when it registers. */
function neighboursOf(rows: ListRows): Neighbours {
  const known = neighbours.get(rows) ?? new Neighbours(rows, SETTING_DEFAULTS['duplicate-metres']);
  neighbours.set(rows, known);
  return known;
}
