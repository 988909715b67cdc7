import type { Instant } from '../kernel/instant.ts';
import { AMENITIES, type AmenityState, amenityState } from '../station/amenity.ts';
import type { StationCode } from '../station/code.ts';
import type { PublicStation } from '../station/station.ts';
import { accessText } from './access-text.ts';
import type { Drop, Epoch, PackRef, Put, RecordPart } from './feed.ts';
import { hoursText } from './hours-text.ts';
import { type FactsPiece, fineOf, type PointPiece, pointOf, type TextPiece, textOf } from './pieces.ts';
import { type Note, noteOf, othersText } from './rest-text.ts';
import type { TrustPiece } from './terms-block.ts';

/**
 * A put as it arrives: what changed, null for what did not. The national core's carry no more than points, yes or not
 * of amenities, hours without their text, and status; the rest of those is null inside.
 */
export type PutPatch = {
  readonly op: 'put';
  /** A place in the feed at which the row is exactly this; as with a pack it may lie behind the change. */
  readonly seq: number;
  readonly code: StationCode;
  /** `fine` as in `RestPiece`. */
  readonly point: (PointPiece & { readonly fine: number | null }) | null;
  readonly hours: { readonly line: string; readonly raw: string | null } | null;
  readonly status: StatusPatch | null;
  /** As `accessText` writes it. */
  readonly access: string | null;
  readonly trust: TrustPiece | null;
  readonly text: TextPiece | null;
  readonly phone: { readonly phone: string | null } | null;
  /** As `othersText` writes it. */
  readonly rest: string | null;
  /** Each amenity that may have changed, ascending. */
  readonly amenities: readonly AmenityPatch[];
};
export type StatusPatch = Pick<FactsPiece, 'status' | 'kind' | 'region'> & {
  readonly note: PublicStation['statusNote'];
};
/** `bit` is the place in AMENITIES. */
export type AmenityPatch = { readonly bit: number; readonly state: AmenityState; readonly note: Note | null };

export type ChangePatch = PutPatch | Drop;

export type DeltaPatch = {
  readonly kind: 'delta';
  readonly epoch: Epoch;
  readonly next: number;
  readonly done: boolean;
  readonly serverTime: Instant;
  readonly changes: readonly ChangePatch[];
};
/** What a feed answer says once its bytes are read. */
export type ReplyPatch =
  | DeltaPatch
  | { readonly kind: 'reset'; readonly epoch: Epoch; readonly serverTime: Instant; readonly pack: PackRef };

export type PatchOptions = {
  readonly isCore: boolean;
  readonly initialsOf: (name: string) => string;
};

/** What of a put travels. */
export function putPatch(put: Put, { isCore, initialsOf }: PatchOptions): PutPatch {
  const { row } = put;
  const parts = new Set<string>(put.parts);
  const said = <T>(part: RecordPart, of: () => T): T | null => (parts.has(part) ? of() : null);
  const listed = <T>(part: RecordPart, of: () => T): T | null => (isCore ? null : said(part, of));
  return {
    op: 'put',
    seq: put.seq,
    code: put.code,
    point: said('point', () => ({ ...pointOf(row), fine: isCore ? null : fineOf(row) })),
    hours: said('hours', () => ({ line: hoursText(row.hours), raw: isCore ? null : row.hours.raw })),
    status: said('status', () => {
      const { status, kind, region, statusNote } = row;
      return { status, kind, region, note: isCore ? null : statusNote };
    }),
    access: listed('access', () => accessText(row.access)),
    trust: listed('trust', () => ({ origin: row.origin, verified: row.verified, verifiedOn: row.verifiedOn })),
    text: listed('text', () => textOf(row, initialsOf(row.name))),
    phone: listed('phone', () => ({ phone: row.publicPhone })),
    rest: listed('rest', () => othersText(row)),
    amenities: AMENITIES.flatMap((amenity, bit) => {
      if (!parts.has(amenity)) return [];
      const state = amenityState(row.amenities, amenity);
      if (isCore) return [{ bit, state: state === 'yes' ? 'yes' : 'unknown', note: null }];
      return [{ bit, state, note: noteOf(row, amenity) }];
    }),
  };
}
