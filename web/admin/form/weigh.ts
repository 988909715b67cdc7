import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Patch } from '../../../shared/station/command.ts';
import type { Station } from '../../../shared/station/station.ts';

export type WeighBy = {
  readonly pointMoveMetres: number;
  readonly relocateMetres: number;
  readonly reviseNeedsApprover: boolean;
};

/** Fields an approver must have seen, as `decide` has them. */
const GUARDED: readonly string[] = ['name', 'kind', 'hostType', 'hostName', 'union'];
/** What says where a point came from goes with it. */
const WITH_POINT: readonly string[] = ['source', 'pointMethod'];

/** A revision in its two halves: what takes effect at once, and what waits for an approver. */
export type Weighed = {
  readonly now: Patch;
  readonly later: Patch;
  readonly metres: number;
  readonly isTooFar: boolean;
};

export function weigh(patch: Patch, base: Station, by: WeighBy): Weighed {
  const metres = patch.point === undefined ? 0 : metresBetween(base.point, patch.point);
  const isFar = metres > by.pointMoveMetres;
  const waits = (field: string) =>
    by.reviseNeedsApprover && (GUARDED.includes(field) || (isFar && (field === 'point' || WITH_POINT.includes(field))));
  const half = (isLater: boolean): Patch =>
    Object.fromEntries(Object.entries(patch).filter(([field]) => waits(field) === isLater));
  return { now: half(false), later: half(true), metres, isTooFar: metres > by.relocateMetres };
}

export function isEmpty(patch: Patch): boolean {
  return Object.keys(patch).length === 0;
}
