import { sql } from 'kysely';
import { type CodeType, MAX_SERIAL, makeCode, type StationCode } from '../../shared/station/code.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import { type Counter, Refused, type Tx } from './engine.ts';

type Wanted = { readonly region: RegionCode; readonly type: CodeType };

/**
 * Issues codes in the order asked, one serial row per county and type, under the counter row the caller holds.
 * Rolls back with `serials-used-up` when a county has issued its 999,999th.
 */
export async function issueCodes(tx: Tx, counter: Counter, wanted: readonly Wanted[]): Promise<readonly StationCode[]> {
  if (wanted.length === 0) return [];
  const counts = new Map<string, Wanted & { count: number }>();
  for (const want of wanted) {
    const group = counts.get(keyOf(want)) ?? { ...want, count: 0 };
    group.count++;
    counts.set(keyOf(want), group);
  }
  const next = new Map<string, number>();
  for (const group of counts.values()) next.set(keyOf(group), await takeSerials(tx, counter, group));
  return wanted.map((want) => {
    const serial = next.get(keyOf(want)) ?? 0;
    next.set(keyOf(want), serial + 1);
    return makeCode(want.region, want.type, serial);
  });
}

/** The first of `count` serials in a row. New counties begin above the base, which a restored backup raises. */
async function takeSerials(tx: Tx, counter: Counter, group: Wanted & { readonly count: number }): Promise<number> {
  const { region, type, count } = group;
  const row = await tx
    .insertInto('code_serial')
    .values({ region, type, next: counter.serialBase + 1 + count })
    .onConflict((on) => on.columns(['region', 'type']).doUpdateSet({ next: sql<number>`code_serial.next + ${count}` }))
    .returning('next')
    .executeTakeFirstOrThrow();
  if (row.next - 1 > MAX_SERIAL) throw new Refused({ kind: 'serials-used-up', region });
  return row.next - count;
}

function keyOf(want: Wanted): string {
  return `${want.region}${want.type}`;
}
