import { fingerprint } from './fingerprint.ts';
import type { LedgerRow } from './ledger-row.ts';

/** Fingerprint of all that a row says of a station, its region left out; equal for two rows that say the same. Hours as they were typed. */
export function sayingOf(row: Omit<LedgerRow, 'saying'>): number {
  return fingerprint(
    JSON.stringify([
      row.name,
      row.address,
      row.raw.lng,
      row.raw.lat,
      row.federationCode,
      row.brand,
      row.aliases,
      row.town,
      row.entrance,
      row.hours,
      row.phone,
      row.hostName,
      row.area,
      row.amenities,
      row.more,
      // Left out where nothing is said, so that other ledgers keep their fingerprints.
      ...(row.entries === null ? [] : [row.entries]),
    ]),
  );
}
