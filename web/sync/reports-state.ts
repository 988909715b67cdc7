import type { Gcj02 } from '../../shared/geo/point.ts';
import type { Lookup } from '../../shared/report/lookup.ts';
import type { StationReportKind } from '../../shared/report/report.ts';
import type { Amenity } from '../../shared/station/amenity.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import type { OutboxItem } from '../local/outbox.ts';

export type ReportItem = OutboxItem;

/** What may still be written while a report is in hand. `photo`: JPEG in base64. */
export type Extras = { readonly amenity: Amenity | null; readonly text: string | null; readonly photo: string | null };

/** A report as a screen makes it. `title`: the station's or the place's name, for the list on this phone. */
export type Draft = Extras & { readonly title: string } & (
    | { readonly kind: StationReportKind; readonly station: StationCode }
    | {
        readonly kind: 'new-place';
        readonly name: string;
        readonly address: string;
        readonly region: RegionCode | null;
        /** Chosen on the map for this, and sent. */
        readonly point: Gcj02 | null;
      }
  );

export type ReportsState = {
  /** The oldest first. */
  readonly items: readonly OutboxItem[];
  /** False when closing the page loses what was not sent. */
  readonly isKept: boolean;
  readonly busy: boolean;
  /** Why the last round did not get through; null when it did. */
  readonly problem: 'offline' | 'captive' | 'server' | null;
};

/** What asking for a look-up code came to: `unknown` there is none, `later` nobody answered, or too often asked. */
export type Followed = 'found' | 'unknown' | 'later';

/** The reports of this phone: written down at once, sent until they are answered, never twice in effect. */
export type Reports = {
  get(): ReportsState;
  subscribe(changed: () => void): () => void;
  /** Written down and held for a moment in which it may be taken back; the answer is its id. */
  say(draft: Draft): Promise<string>;
  /** Longer in hand: somebody is still writing. False when it is on its way already. */
  hold(id: string): Promise<boolean>;
  /** Puts in what was written and lets it go. False when it is on its way already. */
  finish(id: string, extras: Extras): Promise<boolean>;
  /** False when it is on its way already. */
  takeBack(id: string): Promise<boolean>;
  /** Sends a refused one anew, as changed, under a new id; null when it is not there any more. */
  again(id: string, extras: Extras): Promise<string | null>;
  /** Takes it off this phone, whatever became of it. */
  discard(id: string): Promise<void>;
  /** Sends what waits and asks what became of the rest. */
  refresh(): void;
  follow(lookup: Lookup): Promise<Followed>;
  /** A photo as it may go along, or null when it cannot be read. */
  shrink(file: Blob): Promise<string | null>;
};
