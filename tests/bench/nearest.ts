import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { treeNearest } from '../../shared/geo/nearest.ts';
import { allowGroups, type NearQuestion } from '../../shared/geo/question.ts';
import { buildTree } from '../../shared/geo/tree.ts';
import { country, dice, GROUPS, type Place, placeNear, remotePlace } from '../shared/geo/country.ts';
import { type BenchResult, median } from './result.ts';

const STATIONS = 190000;
const QUERIES = 2000;
const ROUNDS = 9;
const BUDGET = 4;
/** Water, microwave and toilet. */
const NEED = 0b100011;

type Answer = (at: Place) => number;
type Engines = { readonly ours: Answer; readonly peer: Answer };

/** Both over the same rows, masks and opening table; the peer at its documented defaults. Answers are row counts. */
function engines(): Engines & { readonly places: (kind: string) => readonly Place[] } {
  const columns = country(STATIONS, 7);
  const tree = buildTree(columns);
  const d = dice(11);
  // Saturday evening: a bit more than half of the hours-and-status combinations are open.
  const open = Uint8Array.from({ length: GROUPS }, () => (d.next() < 0.55 ? 1 : 0));
  const allow = allowGroups(open, columns.groupClasses);
  const index = new KDBush(STATIONS, 64, Float64Array);
  for (let row = 0; row < STATIONS; row += 1) index.add((columns.lng[row] ?? 0) / 1e5, (columns.lat[row] ?? 0) / 1e5);
  index.finish();
  const { maskLo, group } = columns;
  const passes = (row: number) => ((maskLo[row] ?? 0) & NEED) === NEED && open[group[row] ?? 0] === 1;
  const question = (from: Place): NearQuestion => {
    return { from, needLo: NEED, needHi: 0, anyLo: 0, anyHi: 0, allow, k: 10 };
  };
  return {
    ours: (at) => treeNearest(columns, tree, question(at)).rows.length,
    peer: (at) => around(index, at.lng, at.lat, 10, Infinity, passes).length,
    places: (kind) =>
      Array.from({ length: QUERIES }, (_, i) => {
        if (kind === 'remote' || (kind === 'mixed' && i % 10 === 9)) return remotePlace(d);
        return placeNear(columns, d, kind === 'mixed' && i % 10 > 6 ? 0.25 : 0.015);
      }),
  };
}

/** Microseconds a query. */
function timed(answer: Answer, places: readonly Place[]): number {
  const started = performance.now();
  let rows = 0;
  for (const at of places) rows += answer(at);
  const took = performance.now() - started;
  if (rows !== places.length * 10) throw new Error(`asked for 10 rows ${places.length} times, got ${rows}`);
  return (took / places.length) * 1000;
}

function compare(pair: Engines, places: readonly Place[]): { readonly ours: number; readonly peer: number } {
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const a = timed(pair.ours, places);
    const b = timed(pair.peer, places);
    // The first round warms both up.
    if (round > 0) {
      ours.push(a);
      peer.push(b);
    }
  }
  return { ours: median(ours), peer: median(peer) };
}

/**
 * B4: the nearest 10 of 190,000 with three amenities and open, in one process, by turns. Near: about 1.5 km from a
 * station; remote: anywhere in the far west; mixed: seven near, two within about 25 km, one remote.
 */
export async function nearestBench(): Promise<BenchResult[]> {
  const pair = engines();
  return ['near', 'remote', 'mixed'].map((kind) => {
    const { ours, peer } = compare(pair, pair.places(kind));
    const ratio = peer / ours;
    const name = `nearest 10 of 190,000, three amenities + open, ${kind}, µs a query against geokdbush`;
    return { id: 'B4', name, ours, peer, ratio, budget: `≥ ${BUDGET}×`, ok: ratio >= BUDGET / 2 };
  });
}
