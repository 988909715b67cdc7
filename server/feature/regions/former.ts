import type { RegionCode } from '../../../shared/station/region.ts';

/** A code that no longer exists, where it leads today, and the name it had, when that is not in use any more. */
export type FormerCode = { readonly code: RegionCode; readonly today: RegionCode; readonly name: string | null };
