import type { Amenities } from '../../../shared/station/amenity.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Kind } from '../../../shared/station/station.ts';
import type { More } from './more.ts';
import type { RawPoint } from './place.ts';
import type { SaidEntry } from './said-entries.ts';

/** One row of a ledger, read but not yet placed. `number` is what the spreadsheet shows beside it. */
export type LedgerRow = {
  readonly number: number;
  readonly code: StationCode | null;
  readonly federationCode: string | null;
  readonly name: string;
  readonly brand: string | null;
  readonly aliases: readonly string[];
  /** Province, city and district cells as one text, widest first. */
  readonly named: string;
  readonly district: string | null;
  readonly town: string | null;
  readonly address: string;
  readonly entrance: string | null;
  readonly raw: RawPoint;
  readonly hours: string | null;
  readonly phone: string | null;
  readonly amenities: Amenities;
  readonly unreadFacilities: readonly string[];
  readonly hostName: string | null;
  readonly area: number | null;
  readonly kind: Kind;
  /** Null where the ledger has none of those columns. */
  readonly more: More | null;
  /** What becomes entries of the station's; null where the row says nothing of that. */
  readonly entries: readonly SaidEntry[] | null;
  /** See `sayingOf`. */
  readonly saying: number;
};
