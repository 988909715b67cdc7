import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { Changed } from '../../../shared/words/change.ts';
import type { Flag, Note } from './flag.ts';

/** What a clerk says to a row that asked. */
export type Answer =
  /** It is a station of its own, whatever stands near it. */
  | { readonly kind: 'separate' }
  /** It is the station of this code. */
  | { readonly kind: 'same'; readonly code: string }
  /** Nobody has been there: the county's middle for now, unpublished. */
  | { readonly kind: 'centre' }
  /** These fields stay as they are registered. */
  | { readonly kind: 'keep'; readonly fields: readonly string[] }
  | { readonly kind: 'skip' };

/**
 * A row's plan as it is kept: only what cannot be read from its cells again. `rev` and `changes`: what the clerk was shown of a
 * station that is registered already; null where nobody looks before the commit.
 */
export type Staged =
  | {
      readonly kind: 'known' | 'fresh';
      readonly id: StationId;
      readonly union: UnionId;
      readonly region: RegionCode;
      readonly flags: readonly Flag[];
      readonly notes: readonly Note[];
      readonly waiting: boolean;
      readonly rev: number | null;
      readonly changes: readonly Changed[];
      readonly refusal: Refusal | null;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'repeat'; readonly flag: Flag; readonly alike: boolean }
  | { readonly kind: 'skipped' };
