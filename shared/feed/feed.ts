import type { Brand } from '../kernel/brand.ts';
import type { DateText, Instant } from '../kernel/instant.ts';
import type { Amenity } from '../station/amenity.ts';
import type { StationCode } from '../station/code.ts';
import type { ExitReason } from '../station/command.ts';
import type { RegionCode } from '../station/region.ts';
import type { PublicStation } from '../station/station.ts';

/**
 * The highest version of a feed answer that this program reads and writes. An asker names the highest it reads and is
 * answered in no higher one, so either end may be the older; whoever names none reads the first.
 */
export const PROTOCOL = 2;
export const FIRST_PROTOCOL = 1;
/** From this version on a drop says why the station was given up. */
export const PROTOCOL_WITH_EXIT = 2;

/** Changes when a database was restored from a backup: cursors of another epoch mean nothing here. 16 hex digits. */
export type Epoch = Brand<string, 'Epoch'>;

/** `CN` is the national core's feed; otherwise the city (adcode ending 00, or a county standing as its own city). */
export type FeedRegion = RegionCode | 'CN';

/** Why a station left the list. */
export type DropReason = 'retired' | 'merged' | 'relocated' | 'moved' | 'withdrawn';

/**
 * Which parts of a row changed after the asked `since`: the end of the asker's last whole pull, not the page's `after`,
 * for a mark that moved on takes older changes over the page's edge. `hours` with their published text; `status` = status,
 * its note, kind, county; `trust` = origin, verified, verifiedOn; `text` = name, address, entrance, aliases; an amenity's
 * code = its state, note and day; `rest` = all else. Whoever cannot tell says all of them: always right, only longer.
 */
export const RECORD_PARTS = ['point', 'hours', 'status', 'access', 'trust', 'text', 'phone', 'rest'] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];
export type RowPart = RecordPart | Amenity;

export type Put = {
  readonly op: 'put';
  readonly seq: number;
  readonly code: StationCode;
  readonly parts: readonly RowPart[];
  readonly row: PublicStation;
};
export type Drop = {
  readonly op: 'drop';
  readonly seq: number;
  readonly code: StationCode;
  readonly reason: DropReason;
  readonly on: DateText;
  /** Why it was given up, when retired; null where nobody has said so. */
  readonly exit: ExitReason | null;
  /** The station that took its place, when merged or relocated. */
  readonly successor: StationCode | null;
  /** The city it is in now, when it moved; the national core never removes a moved station. */
  readonly movedTo: RegionCode | null;
};
export type Change = Put | Drop;

export type PackRef = { readonly hash: string; readonly bytes: number; readonly seq: number; readonly asOf: Instant };

export type FeedReply =
  | {
      readonly kind: 'delta';
      readonly epoch: Epoch;
      readonly next: number;
      readonly done: boolean;
      readonly serverTime: Instant;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'reset'; readonly epoch: Epoch; readonly serverTime: Instant; readonly pack: PackRef };
