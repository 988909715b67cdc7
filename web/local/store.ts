import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { LocalCity } from '../../shared/feed/local.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Calendar } from '../../shared/station/calendar.ts';

/** One region on the phone: the copy itself, and what is known of how it came here. */
export type Held = {
  readonly city: LocalCity;
  readonly pack: {
    /** SHA-256 as the feed named it. */
    readonly hash: string;
    /** Uncompressed. */
    readonly bytes: number;
    /** `length`: on plain http the hash could not be computed, so only the length and the pack's own checksums were. */
    readonly checked: 'sha256' | 'length';
  };
  /** By the phone's clock: when the server last said that nothing is missing. */
  readonly checkedAt: Instant;
  /** The highest server time seen in this region's answers. */
  readonly serverTime: Instant;
  /** A change did not fit, or there are too many: a newer pack is wanted as soon as there is one. */
  readonly wantsPack: boolean;
  /** The copy as the store has it; null = it has none. */
  readonly stored: LocalCity | null;
  /** Counts the writes to this region, over all tabs; 0 = not stored. */
  readonly rev: number;
};

/**
 * `moved`: another tab wrote first, and what it wrote is to be loaded. `full`, `refused`: nothing was written and
 * what was stored before is still there.
 */
export type Saved =
  | { readonly kind: 'saved'; readonly held: Held }
  | { readonly kind: 'moved' }
  | { readonly kind: 'full' }
  | { readonly kind: 'refused' };

/** The phone's store. Each write is one transaction: rows and their cursor stand together or not at all. */
export type LocalStore = {
  /** False when all of it is gone once the page is closed. */
  readonly isKept: boolean;
  regions(): Promise<readonly FeedRegion[]>;
  /** The `rev` of what is stored now, by this tab or another; null when the store does not answer any more. */
  revOf(region: FeedRegion): Promise<number | null>;
  /** Null when nothing is stored, or what is stored was written by a version we cannot read. */
  load(region: FeedRegion): Promise<Held | null>;
  /** Writes what `next.city` has beyond `next.stored`, if the region is still as it was at `next.rev`. */
  save(next: Held): Promise<Saved>;
  /** Takes away all of a region, cursor and rows in one transaction. */
  remove(region: FeedRegion): Promise<'removed' | 'refused'>;
  calendar(): Promise<Calendar | null>;
  putCalendar(calendar: Calendar): Promise<Saved['kind']>;
  close(): void;
};
