import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { TableId } from '../../../shared/stats/definition.ts';
import type { Period } from '../../../shared/stats/period.ts';
import type { Question } from '../../../shared/stats/question.ts';
import type { ReportCommand } from './command.ts';
import type { ExportState } from './list.ts';

export const FIGURE_FORMATS = ['xlsx', 'csv', 'json', 'geojson'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

/** What a file of figures is made of: with the same of both it is the same bytes. */
export type FiguresAsked = { readonly question: Question; readonly tables: readonly TableId[] };

/** A file of figures. `id` is random and names the file too, so nobody can guess it. */
export type FigureFile = {
  readonly id: string;
  /** Who asked; `system` for those kept every month. */
  readonly account: string;
  readonly union: UnionId;
  readonly period: Period;
  readonly asked: FiguresAsked;
  /** As the browser saves it. */
  readonly name: string;
  readonly format: FigureFormat;
  readonly state: ExportState;
  readonly bytes: number;
  /** Of its bytes; null while there are none. */
  readonly sha256: string | null;
  readonly at: Instant;
  /** When it is taken away; null: it is kept. */
  readonly until: Instant | null;
};

/** Somebody who reads open data with a key. */
export type Partner = {
  readonly id: string;
  readonly union: UnionId;
  /** Of an organisation, never of a person. */
  readonly name: string;
  readonly madeAt: Instant;
  /** The last day on which the key is good. */
  readonly endsOn: DateText;
  /** When it was ended before that. */
  readonly endedAt: Instant | null;
};

/** Files of figures and of open data, and keys of partners. See `Store` for what all operations share. */
export type WorkbooksStore = {
  /** Writes down that a file is made, in history too (`said`, without personal data). The same command again: the same file. */
  beginFigureFile(
    command: ReportCommand,
    file: Pick<FigureFile, 'id' | 'union' | 'asked' | 'name' | 'format' | 'until'>,
    said: { readonly [field: string]: unknown },
  ): Promise<Result<{ readonly id: string; readonly isNew: boolean }>>;
  endFigureFile(
    id: string,
    end: { readonly state: ExportState; readonly bytes: number; readonly sha256: string | null },
  ): Promise<void>;
  figureFileById(id: string): Promise<FigureFile | null>;
  /** The newest first, 20 at most. */
  figureFilesOf(account: string): Promise<readonly FigureFile[]>;
  /** Those kept every month that are done or being made, of one period or of all, the newest period first. */
  monthlyFigureFiles(period: Period | null): Promise<readonly FigureFile[]>;
  /** Files whose time is over are forgotten; says which. */
  dropFigureFiles(before: Instant): Promise<readonly FigureFile[]>;
  /** At a start: what an earlier process left half made will never be done. */
  failFigureFiles(): Promise<void>;
  /** Of these unions, the newest first. */
  partnersOf(unions: ReadonlySet<UnionId>): Promise<readonly Partner[]>;
  /** Refuses `receipt-conflict`. The same command again: the same partner. */
  makePartner(
    command: ReportCommand,
    partner: Pick<Partner, 'id' | 'union' | 'name' | 'endsOn'> & { readonly keyHash: string },
  ): Promise<Result<Partner>>;
  /** A key that is ended stays so, since when it was first. Refuses `partner-unknown`, `receipt-conflict`. */
  endPartner(
    command: ReportCommand,
    ending: { readonly partner: string; readonly reason: string },
  ): Promise<Result<Partner>>;
  partnerById(id: string): Promise<Partner | null>;
  partnerByKey(keyHash: string): Promise<Partner | null>;
};
