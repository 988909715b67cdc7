import type { Gcj02 } from '../geo/point.ts';
import type { DateText, Instant } from '../kernel/instant.ts';
import type { Amenity, AmenityState } from '../station/amenity.ts';
import type { StationCode } from '../station/code.ts';
import type { Hours } from '../station/hours.ts';
import type { RegionCode } from '../station/region.ts';
import type { Access, Kind, PublicStation, Status, StatusNote } from '../station/station.ts';
import type { Drop } from './feed.ts';

/** What a list row shows: the core and list parts of a station, without its full record. */
export type ListRow = {
  readonly code: StationCode;
  readonly name: string;
  readonly address: string;
  readonly entrance: string | null;
  readonly point: Gcj02;
  readonly kind: Kind;
  readonly status: Status;
  readonly statusNote: StatusNote | null;
  readonly hours: Hours;
  readonly amenity: (code: Amenity) => AmenityState;
  readonly access: Access;
  readonly origin: PublicStation['origin'];
  readonly verified: PublicStation['verified'];
  readonly verifiedOn: DateText | null;
};

/** `distance` in metres in a straight line. */
export type Found = { readonly row: ListRow; readonly distance: number };

export type NearQuery = {
  readonly from: Gcj02;
  /** Every one of these must be `yes`; with `unknownToo` an unknown one passes as well. */
  readonly want: readonly Amenity[];
  /** At least one of these must be `yes` (or unknown with `unknownToo`); empty asks nothing. Hot food is microwave or hot meal. */
  readonly wantAny: readonly Amenity[];
  readonly unknownToo: boolean;
  readonly k: number;
  /**
   * Keeps a station only when its hours and status pass; null keeps all.
   * Called once per distinct hours (without their `raw`) and status, not per station, and not again for the same
   * function: make a new one when the instant changes.
   */
  readonly passes: ((hours: Hours, status: Status) => boolean) | null;
};

/** The mark that took a station off the list; `shownAs` is the name it had here, as long as a pack held still has it. */
export type Gone = Drop & { readonly shownAs: string | null };

/** Station packs with their changes laid over them: one read model on the phone and on the server. */
export type StationTable = {
  readonly size: number;
  /** By (distance, code), nearest first. */
  nearest(query: NearQuery): readonly Found[];
  /** The same stations by code alone, for whoever keeps their texts already: reading those is most of `nearest`. */
  nearestCodes(query: NearQuery): readonly { readonly code: StationCode; readonly distance: number }[];
  /** Best match first: exact, prefix, near (when `from` is given). */
  search(text: string, from: Gcj02 | null, limit: number): readonly Found[];
  /** The full record, the mark that took it off the list, or null when it was never here. */
  station(code: StationCode): PublicStation | Gone | null;
  readonly cities: readonly { readonly region: RegionCode; readonly asOf: Instant; readonly rows: number }[];
};
