import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { CoverFound, CoverJob } from '../../../shared/stats/cover-job.ts';

/** `share`: of the work, 0 to 1. */
export type CoverState =
  | { readonly kind: 'running'; readonly share: number; readonly done: Promise<void> }
  | { readonly kind: 'done'; readonly found: CoverFound }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Reckons coverage where it holds no answer up, one job after the other. */
export type Covering = {
  /**
   * How far the job of this name has come; begun when nobody asked for it before. What was refused or failed is told once and
   * begun anew at the next asking. Refuses `cover-busy`.
   */
  ask(name: string, make: () => Promise<Result<CoverJob>>): Result<CoverState>;
  /** Gives it up; nothing when there is none. */
  stop(name: string): void;
};
