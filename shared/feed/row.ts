import type { Gcj02 } from '../geo/point.ts';
import type { DateText, Instant } from '../kernel/instant.ts';
import type { Mark } from '../search/search.ts';
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

/** `marks`: the units of the name that answer what was typed, also by pinyin; none when something else does. */
export type Match = Found & { readonly marks: readonly Mark[] };

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

/**
 * Rows to draw, as columns: a map of a country makes no object for each of its stations. Row r is index r everywhere;
 * the columns are the pack's own and must not be written to. Neighbouring rows mostly lie near each other.
 */
export type MapRows = {
  readonly n: number;
  /** 1e-5 degrees, GCJ-02. */
  readonly lng: Int32Array;
  readonly lat: Int32Array;
  /** Amenities that are `yes`: bit i of `yesLo` is amenity i of AMENITIES, bit i of `yesHi` amenity 32 + i. */
  readonly yesLo: Uint32Array;
  readonly yesHi: Uint32Array;
  /** Place in `groups`: the rows of one group share hours and status, so one verdict serves them all. */
  readonly group: Uint16Array;
  readonly groups: readonly MapGroup[];
  /** 1 = another copy of the station is shown instead, or it left. */
  readonly hidden: Uint8Array;
  /** The 15 digits of each row as a number. */
  readonly code: Float64Array;
  readonly codeOf: (row: number) => StationCode;
};
/** `hours` without their published text. */
export type MapGroup = { readonly hours: Hours; readonly status: Status };

/** Station packs with their changes laid over them: one read model on the phone and on the server. */
export type StationTable = {
  readonly size: number;
  /** By (distance, code), nearest first. */
  nearest(query: NearQuery): readonly Found[];
  /** The same stations by code alone, for whoever keeps their texts already: reading those is most of `nearest`. */
  nearestCodes(query: NearQuery): readonly { readonly code: StationCode; readonly distance: number }[];
  /** Best match first: exact, prefix, near (when `from` is given). */
  search(text: string, from: Gcj02 | null, limit: number): readonly Match[];
  /** What is known of a station on the list, if only from the national core (then without a name); null when it is not. */
  row(code: StationCode): ListRow | null;
  /** The full record, the mark that took it off the list, or null when it was never here. */
  station(code: StationCode): PublicStation | Gone | null;
  /** Every station as columns, for drawing a whole map of them; made when first asked for, then the same object. */
  mapRows(): readonly MapRows[];
  readonly cities: readonly { readonly region: RegionCode; readonly asOf: Instant; readonly rows: number }[];
};
