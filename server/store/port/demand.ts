import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { ReportCommand } from './command.ts';

/** A list of places where people who need a station are, as a union brought it. */
export type DemandSet = {
  readonly id: string;
  readonly union: UnionId;
  readonly title: string;
  /** Name of the file it came from. */
  readonly file: string;
  readonly actor: string;
  readonly state: 'kept' | 'withdrawn';
  readonly at: Instant;
  readonly points: number;
  /** Of all its points. */
  readonly weight: number;
};

export type DemandPoint = {
  readonly name: string;
  readonly point: Gcj02;
  readonly weight: number;
  /** The county it lies in. */
  readonly region: RegionCode;
};

export type NewDemand = Pick<DemandSet, 'union' | 'title' | 'file'> & { readonly points: readonly DemandPoint[] };

/** Places where people who need a station are, with weights. See `Store` for what all operations share. */
export type DemandStore = {
  /**
   * Keeps a set whose id is the command's. Points are laid down some hundred at a time before the set itself is there, so that
   * nobody waits long. Refuses `receipt-conflict`.
   */
  keepDemand(command: ReportCommand, made: NewDemand): Promise<Result<DemandSet>>;
  /** Kept ones of a union and of all below it, the newest first. */
  demandSets(top: UnionId): Promise<readonly DemandSet[]>;
  /** Withdrawn ones too: figures were reckoned from them. */
  demandSet(id: string): Promise<DemandSet | null>;
  /** In the order of the file. */
  demandPoints(id: string): Promise<readonly DemandPoint[]>;
  /** Takes a set off the list; its points stay. Refuses `demand-unknown`, `demand-withdrawn`, `receipt-conflict`. */
  withdrawDemand(
    command: ReportCommand,
    asked: { readonly set: string; readonly reason: string },
  ): Promise<Result<DemandSet>>;
};
