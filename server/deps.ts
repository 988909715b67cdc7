import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { FeedRegion, PackRef } from '../shared/feed/feed.ts';
import type { Instant } from '../shared/kernel/instant.ts';
import type { TileProvider } from '../shared/wire/tiles.ts';
import type { Covering } from './feature/coverage/covering.ts';
import type { Exports } from './feature/export/exports.ts';
import type { ReadModel } from './feature/feed/model.ts';
import type { Figures } from './feature/figures/figures.ts';
import type { LedgerJobs } from './feature/ledgers/jobs.ts';
import type { ListModel } from './feature/list/model.ts';
import type { PackFiles } from './feature/packs/files.ts';
import type { Photos } from './feature/photos/shelf.ts';
import type { RegionTable } from './feature/regions/table.ts';
import type { Signing } from './feature/session/signing.ts';
import type { UnionBooks } from './feature/unions/book.ts';
import type { FigureFiles } from './feature/workbooks/figure-files.ts';
import type { Assets } from './http/assets.ts';
import type { OldAssets } from './http/old-assets.ts';
import type { SignedBy } from './http/signed.ts';
import type { Store } from './store/port.ts';

/** All that `createApp` is given; nothing is reached for from inside. */
export type Deps = {
  readonly store: Store;
  readonly model: ReadModel;
  /** Stations of every status, for the lists at the desks. */
  readonly list: ListModel;
  /** Ledgers on their way in. */
  readonly ledgers: LedgerJobs;
  /** Files made of such lists. */
  readonly exports: Exports;
  /** Where open data lies, and what people may do with it. */
  readonly openData: { readonly folder: string; readonly terms: string };
  /** Files made of figures. */
  readonly figureFiles: FigureFiles;
  /** What history adds up to. */
  readonly figures: Figures;
  /** Who has an open station near, reckoned beside. */
  readonly covering: Covering;
  readonly packs: PackFiles;
  /** Builds the pack of a feed that has none. */
  readonly ensurePack: (feed: FeedRegion) => Promise<PackRef>;
  readonly regions: RegionTable;
  readonly photos: Photos;
  readonly unions: UnionBooks;
  /** Whose session a request's cookie is. */
  readonly signedBy: SignedBy;
  /** How people sign in here. */
  readonly signing: Signing;
  /** Random 128 bit as 32 hex digits. */
  readonly randomId: () => string;
  /** Key of whatever people are given that nobody may guess, like look-up codes; never shown itself. */
  readonly secret: string;
  /** The app's own address as browsers see it, or null where only the request can tell. */
  readonly publicOrigin: string | null;
  /** The built worker's app; null where only the interface is served. */
  readonly assets: Assets | null;
  /** Parts of earlier builds that open pages still ask for; null where none are kept. */
  readonly oldAssets: OldAssets | null;
  /** The built workspace; null where it was not built. */
  readonly workspace: Assets | null;
  readonly now: () => Instant;
  readonly log: Logger;
  readonly metrics: Registry;
  /** Street tiles the operator offers. */
  readonly tiles: readonly TileProvider[];
  readonly secure: boolean;
  readonly trustProxy: boolean;
  readonly rateLimit: number;
  readonly version: string;
};
