import type { DateText } from '../kernel/instant.ts';
import type { CodeType } from './code.ts';
import type { RegionCode } from './region.ts';
import type { Station, StationId } from './station.ts';

/**
 * One step on one station, decided purely; the store adds seq, time, macs and, when asked, the code.
 * Changes of one command are committed together, in their order.
 */
export type StationChange = {
  readonly step: string;
  readonly before: Station | null;
  /** `rev` is before.rev + 1. When `issue` is set its `code` is null and the store fills it in. */
  readonly after: Station;
  readonly issue: { readonly region: RegionCode; readonly type: CodeType } | null;
  /**
   * A relocation names a successor whose code is only issued in the same commit: the station of an *earlier*
   * change of this list. `after.successor` is null and the store fills in the code it issued there.
   */
  readonly successorFrom: StationId | null;
  readonly reason: string | null;
  /** Business day the change takes effect. */
  readonly effectiveOn: DateText;
};
