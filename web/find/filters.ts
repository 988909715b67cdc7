import { isRegionCode, type RegionCode } from '../../shared/station/region.ts';
import { NEED_IDS, type NeedId } from '../ui/words/chips.ts';

/** What the list is asked for; lives in the address so that back, reload and sharing keep it. */
export type Filters = {
  readonly want: readonly NeedId[];
  /** Closed ones wait behind one line; on unless `open=0`, which lists them at once. */
  readonly open: boolean;
  /** Only those that never close. */
  readonly allDay: boolean;
  /** A picked region instead of the phone's position. */
  readonly at: RegionCode | null;
};

export const NO_FILTERS: Filters = { want: [], open: true, allDay: false, at: null };

/** Unknown words in the address are ignored: an old link must still show a list. */
export function readFilters(search: string): Filters {
  const query = new URLSearchParams(search);
  const asked = (query.get('want') ?? '').split(',');
  const at = query.get('at') ?? '';
  return {
    want: NEED_IDS.filter((id) => asked.includes(id)),
    open: query.get('open') !== '0',
    allDay: query.get('day') === '1',
    at: isRegionCode(at) ? at : null,
  };
}

/** The query without its `?`; empty for the plain list. */
export function writeFilters(filters: Filters): string {
  const parts: string[] = [];
  if (filters.want.length > 0) parts.push(`want=${filters.want.join(',')}`);
  if (!filters.open) parts.push('open=0');
  if (filters.allDay) parts.push('day=1');
  if (filters.at !== null) parts.push(`at=${filters.at}`);
  return parts.join('&');
}

export function toggleWant(filters: Filters, id: NeedId): Filters {
  const want = NEED_IDS.filter((one) => (one === id) !== filters.want.includes(one));
  return { ...filters, want };
}
