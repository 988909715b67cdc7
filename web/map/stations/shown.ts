import type { MapGroup, MapRows } from '../../../shared/feed/row.ts';
import { AMENITIES, type Amenity } from '../../../shared/station/amenity.ts';
import type { Look } from '../../ui/station/judge.ts';
import { blockOf, type Plot } from './plot.ts';

/** Place in it + 1 is what `Shown` holds. The first two are doors one can walk through. */
export const LOOKS: readonly Look[] = ['open', 'closing', 'closed', 'unknown', 'suspended'];
export const OPEN_UP_TO = 2;
export const UNKNOWN_MARK = 4;

/** What is drawn. Both questions about a group are asked once per distinct hours and status, not per station. */
export type Wanted = {
  /** Each asks for one of its amenities to be there. */
  readonly needs: readonly (readonly Amenity[])[];
  readonly look: (group: MapGroup) => Look;
  readonly keeps: (group: MapGroup, look: Look) => boolean;
};

/** For each row of a plot 0 = not drawn, else 1 + the place of its look in LOOKS. */
export type Shown = Uint8Array;

export function lookAt(shown: Shown, row: number): Look | null {
  return LOOKS[(shown[row] ?? 0) - 1] ?? null;
}

/** Of a row that may not pass the filters. */
export function lookOfRow(plot: Plot, { look }: Wanted, row: number): Look {
  const at = blockOf(plot, row);
  const group = at.block.groups[at.block.group[at.row] ?? 0];
  return group === undefined ? 'unknown' : look(group);
}

/** One pass over the rows: when a filter, the minute or the table changes. */
export function shownRows(plot: Plot, wanted: Wanted): Shown {
  const shown = new Uint8Array(plot.n);
  const asked = maskOf(wanted.needs);
  const verdicts = new Map<MapGroup['hours'], Map<MapGroup['status'], number>>();
  plot.blocks.forEach((block, at) => {
    const looks = Uint8Array.from(block.groups, (group) => verdictOn(group, wanted, verdicts));
    markBlock(block, { looks, asked, into: shown.subarray(plot.starts[at]) });
  });
  return shown;
}

function verdictOn(
  group: MapGroup,
  { look, keeps }: Wanted,
  known: Map<MapGroup['hours'], Map<MapGroup['status'], number>>,
): number {
  const byStatus = known.get(group.hours) ?? new Map<MapGroup['status'], number>();
  known.set(group.hours, byStatus);
  const said = byStatus.get(group.status);
  if (said !== undefined) return said;
  const worn = look(group);
  const mark = keeps(group, worn) ? LOOKS.indexOf(worn) + 1 : 0;
  byStatus.set(group.status, mark);
  return mark;
}

/** `all`: every bit must be there. `any`: of each pair at least one. */
type Asked = { readonly lo: number; readonly hi: number; readonly any: readonly (readonly [number, number])[] };

function maskOf(needs: Wanted['needs']): Asked {
  const bits = (amenities: readonly Amenity[]): readonly [number, number] => {
    const places = amenities.map((amenity) => AMENITIES.indexOf(amenity));
    const lo = places.reduce((mask, bit) => (bit < 32 ? mask | (1 << bit) : mask), 0);
    const hi = places.reduce((mask, bit) => (bit < 32 ? mask : mask | (1 << (bit - 32))), 0);
    return [lo, hi];
  };
  const [lo, hi] = bits(needs.filter((any) => any.length === 1).flat());
  return { lo, hi, any: needs.filter((any) => any.length !== 1).map(bits) };
}

type Marking = { readonly looks: Uint8Array; readonly asked: Asked; readonly into: Uint8Array };

function markBlock(block: MapRows, { looks, asked, into }: Marking): void {
  const { n, yesLo, yesHi, group, hidden } = block;
  const { lo, hi, any } = asked;
  for (let row = 0; row < n; row++) {
    const look = looks[group[row] ?? 0] ?? 0;
    if (look === 0 || hidden[row] === 1) continue;
    const hasLo = yesLo[row] ?? 0;
    const hasHi = yesHi[row] ?? 0;
    if ((hasLo & lo) !== lo || (hasHi & hi) !== hi) continue;
    if (any.length > 0 && !any.every(([anyLo, anyHi]) => (hasLo & anyLo) !== 0 || (hasHi & anyHi) !== 0)) continue;
    into[row] = look;
  }
}
