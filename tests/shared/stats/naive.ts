import { addDays, dayOf } from '../../../shared/kernel/instant.ts';
import { PUBLISHED, type Station } from '../../../shared/station/station.ts';
import { firstDayOf, lastDayOf } from '../../../shared/stats/period.ts';
import type { AsOf, Question } from '../../../shared/stats/question.ts';
import type { FactRow } from '../../../shared/stats/row.ts';
import { day as dayNamed } from './telling.ts';

type Record = Partial<Station>;
type Event = { readonly day: number; readonly step: string; readonly was: Record | null; readonly is: Record | null };
/** Stock and flow of one cell, in the order of the columns. */
export type NaiveStock = { [name in (typeof NAMES)[number]]: number };
const NAMES = [
  'opening',
  'corrected-in',
  'corrected-out',
  'new',
  'reinstated',
  'moved-in',
  'retired',
  'merged',
  'moved-out',
  'closing',
] as const;
export const NAIVE_NAMES = NAMES;

/**
 * The oracle: plain objects, replayed from the first row for every question, sharing nothing with what it judges but the
 * dates of periods. `cellOf` names the cell of a published record of the scope, or null.
 */
export function naiveStock(
  rows: readonly FactRow[],
  { period, asOf, openingAsOf }: Pick<Question, 'period' | 'asOf' | 'openingAsOf'>,
  cellOf: (record: Record) => string | null,
): Map<string, NaiveStock> {
  const cells = new Map<string, NaiveStock>();
  const add = (key: string | null, name: (typeof NAMES)[number]) => {
    if (key === null) return;
    const cell: NaiveStock = cells.get(key) ?? blank();
    cells.set(key, cell);
    cell[name] += 1;
  };
  const last = Math.min(lastDayOf(period), dayOf(asOf.at));
  const signedDay = openingAsOf === null ? Number.POSITIVE_INFINITY : dayOf(openingAsOf.at);
  const before = Math.min(addDays(firstDayOf(period), -1), signedDay);
  const cell = (record: Record | null) => (record === null || !isPublished(record) ? null : cellOf(record));
  for (const id of new Set(rows.filter(({ subject }) => subject === 'station').map(({ subjectId }) => subjectId))) {
    const events = eventsOf(rows, id, asOf);
    const opening = stateAt(events, before);
    const signed = openingAsOf === null ? opening : stateAt(eventsOf(rows, id, openingAsOf), before);
    add(cell(signed), 'opening');
    add(cell(stateAt(events, last)), 'closing');
    if (cell(signed) !== cell(opening)) {
      add(cell(opening), 'corrected-in');
      add(cell(signed), 'corrected-out');
    }
    for (const event of events.filter(({ day }) => day > before && day <= last)) count(event, cell, add);
  }
  return cells;
}

function count(
  { was, is, step }: Event,
  cell: (record: Record | null) => string | null,
  add: (key: string | null, name: (typeof NAMES)[number]) => void,
): void {
  const [from, to] = [cell(was), cell(is)];
  if (from === to) return;
  const [stood, stands] = [was !== null && isPublished(was), is !== null && isPublished(is)];
  if (stood && stands) {
    add(from, 'moved-out');
    add(to, 'moved-in');
    return;
  }
  const left = ['retired', 'merged', 'relocated'].includes(was?.status ?? '');
  if (stands) add(to, step === 'relocate' ? 'moved-in' : left ? 'reinstated' : 'new');
  else add(from, is?.status === 'relocated' ? 'moved-out' : is?.status === 'merged' ? 'merged' : 'retired');
}

function blank(): NaiveStock {
  return {
    opening: 0,
    'corrected-in': 0,
    'corrected-out': 0,
    new: 0,
    reinstated: 0,
    'moved-in': 0,
    retired: 0,
    merged: 0,
    'moved-out': 0,
    closing: 0,
  };
}

function isPublished(record: Record): boolean {
  return PUBLISHED.some((status) => status === record.status);
}

const COUNTED = ['status', 'region', 'union', 'kind', 'area', 'build', 'hostType', 'verified', 'verifiedOn'] as const;

/** Rows that changed something counted, each on its day or that of the one before where it is earlier. */
function eventsOf(rows: readonly FactRow[], id: string, { seq }: AsOf): readonly Event[] {
  const events: Event[] = [];
  let [was, day]: [Record | null, number] = [null, 0];
  for (const row of rows) {
    if (row.subjectId !== id || row.seq > seq) continue;
    const is: Record | null =
      row.step === 'purge' ? null : row.before === null ? row.after : { ...(was ?? {}), ...row.after };
    if (was !== null && is !== null && COUNTED.every((field) => was?.[field] === is[field])) continue;
    day = Math.max(day, dayNamed(row.effectiveOn));
    events.push({ day, step: row.step, was, is });
    was = is;
  }
  return events;
}

function stateAt(events: readonly Event[], day: number): Record | null {
  let state: Record | null = null;
  for (const event of events) if (event.day <= day) state = event.is;
  return state;
}
