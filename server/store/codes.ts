import { sql } from 'kysely';
import { type CodeType, MAX_SERIAL, makeCode, type StationCode } from '../../shared/station/code.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import { type Counter, Refused, type Tx } from './engine.ts';

/** Groups a statement. */
const BATCH = 100;

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
  const next = await takeSerials(tx, counter, [...counts.values()]);
  return wanted.map((want) => {
    const serial = next.get(keyOf(want)) ?? 0;
    next.set(keyOf(want), serial + 1);
    return makeCode(want.region, want.type, serial);
  });
}

type Taken = Wanted & { readonly count: number };

/**
 * The first of `count` serials in a row for each group. New counties begin above the base, which a restored backup raises.
 * Many groups a statement: a national ledger names a county of its own on nearly every row.
 */
async function takeSerials(tx: Tx, { serialBase }: Counter, groups: readonly Taken[]): Promise<Map<string, number>> {
  const firsts = new Map<string, number>();
  for (let start = 0; start < groups.length; start += BATCH) {
    const part = groups.slice(start, start + BATCH);
    const rows = await tx
      .insertInto('code_serial')
      .values(part.map(({ region, type, count }) => ({ region, type, next: serialBase + 1 + count })))
      .onConflict((on) =>
        on
          .columns(['region', 'type'])
          .doUpdateSet({ next: sql<number>`code_serial.next + excluded.next - ${serialBase + 1}` }),
      )
      .returning(['region', 'type', 'next'])
      .execute();
    const nextOf = new Map(rows.map((row) => [`${row.region}${row.type}`, row.next]));
    for (const group of part) {
      const next = nextOf.get(keyOf(group));
      if (next === undefined) throw new Error(`no serials were given for ${keyOf(group)}`);
      if (next - 1 > MAX_SERIAL) throw new Refused({ kind: 'serials-used-up', region: group.region });
      firsts.set(keyOf(group), next - group.count);
    }
  }
  return firsts;
}

function keyOf(want: Wanted): string {
  return `${want.region}${want.type}`;
}
