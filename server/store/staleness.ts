import { sql } from 'kysely';
import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { StoreContext } from './context.ts';
import type { FeedStaleness } from './port.ts';

/** See `Store.staleness`: one pass over the marks, grouped by city; the nation is the sum of its cities. */
export function staleness(context: StoreContext): Promise<readonly FeedStaleness[]> {
  return context.engine.read(async (tx) => {
    const packs = await tx.selectFrom('pack').select(['feed', 'seq']).execute();
    const nationSeq = packs.find((pack) => pack.feed === 'CN')?.seq ?? 0;
    const cities = await tx
      .selectFrom('mark')
      .leftJoin('pack', 'pack.feed', 'mark.city')
      .groupBy('mark.city')
      .orderBy('mark.city')
      .select([
        'mark.city as feed',
        // sum() is decimal text on one engine: count() is int8 on both.
        sql<number>`count(case when mark.op = 'put' then 1 end)`.as('rows'),
        sql<number>`count(case when mark.seq > coalesce(pack.seq, 0) then 1 end)`.as('changes'),
        sql<number>`count(case when mark.seq > ${nationSeq} then 1 end)`.as('national'),
      ])
      .execute();
    const total = (of: (city: (typeof cities)[number]) => number) => cities.reduce((sum, city) => sum + of(city), 0);
    return [
      ...cities.map(({ feed, rows, changes }) => ({ feed: feed as FeedRegion, rows, changes })),
      { feed: 'CN', rows: total((city) => city.rows), changes: total((city) => city.national) },
    ];
  });
}
