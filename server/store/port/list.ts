import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';
import type { ReportCommand } from './command.ts';
import type { Contact } from './desk.ts';

/** A station of any status and when its record was last written. */
export type Listed = { readonly station: Station; readonly changedAt: Instant };

/** Contacts are personal data: read for a purpose, and never kept beside. */
export type ListedWith = Listed & { readonly contacts: readonly Contact[] };

/** Filters, order and columns under a name. `query` and `columns` are the list's own words, kept as they came. */
export type SavedView = {
  readonly id: string;
  readonly account: string;
  readonly union: UnionId;
  readonly name: string;
  readonly query: { readonly [name: string]: string };
  readonly columns: readonly string[];
  /** Seen by everybody of the union. */
  readonly shared: boolean;
};

export const EXPORT_STATES = ['running', 'done', 'cancelled', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A file made of the list. `id` is random and names the file too, so nobody can guess it. */
export type ExportFile = {
  readonly id: string;
  readonly account: string;
  /** As the browser saves it. */
  readonly name: string;
  readonly format: 'xlsx' | 'csv' | 'geojson';
  readonly state: ExportState;
  readonly total: number;
  readonly bytes: number;
  readonly at: Instant;
  /** When it is taken away. */
  readonly until: Instant;
};

/** Stations of a branch by page: what its index follows, the views people keep, the files made of it. */
export type ListStore = {
  /** In the order of ids, those after one ('' = from the first). */
  listedAfter(id: string, limit: number): Promise<readonly Listed[]>;
  /** In the order asked; ids nobody has are left out. */
  listedById(ids: readonly StationId[]): Promise<readonly Listed[]>;
  /**
   * The same in pages of one consistent read, however many, with the contacts of each when `contacts` says so. Ends early when
   * `visit` answers false.
   */
  eachListed(
    asked: { readonly ids: readonly StationId[]; readonly contacts: boolean },
    visit: (page: readonly ListedWith[]) => Promise<boolean>,
  ): Promise<void>;
  /** Stations that history names after a seq, each once, up to `upTo`; `done` when that is where the counter stands. */
  stationsChangedAfter(
    seq: number,
    limit: number,
  ): Promise<{ readonly ids: readonly StationId[]; readonly upTo: number; readonly done: boolean }>;
  /** An account's own views and those its union shares, by name. */
  listViews(account: string, union: UnionId): Promise<readonly SavedView[]>;
  /** Writes a view over the one of its id. Refuses `view-unknown` (somebody else's), `view-name-taken`, `views-full`. */
  putListView(view: SavedView, at: Instant): Promise<Result<true>>;
  /** Refuses `view-unknown` when the account has none of that id. */
  dropListView(id: string, account: string): Promise<Result<true>>;
  /** The columns an account chose; null while it chose none. */
  listColumns(account: string): Promise<readonly string[] | null>;
  putListColumns(account: string, columns: readonly string[]): Promise<void>;
  /** Writes down that a file is made, in history too (`said`, without personal data). The same command again: the same file. */
  beginExport(
    command: ReportCommand,
    file: Pick<ExportFile, 'id' | 'name' | 'format' | 'total' | 'until'>,
    said: { readonly [field: string]: unknown },
  ): Promise<Result<{ readonly id: string; readonly isNew: boolean }>>;
  endExport(id: string, end: { readonly state: ExportState; readonly bytes: number }): Promise<void>;
  exportById(id: string): Promise<ExportFile | null>;
  /** The newest first, 20 at most. */
  exportsOf(account: string): Promise<readonly ExportFile[]>;
  /** Files whose time is over are forgotten; says which. */
  dropExports(before: Instant): Promise<readonly Pick<ExportFile, 'id' | 'format'>[]>;
  /** At a start: what an earlier process left half made will never be done. */
  failExports(): Promise<void>;
};
