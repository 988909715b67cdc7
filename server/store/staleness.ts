import { sql } from 'kysely';
import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { StoreContext } from './context.ts';
import type { FeedStaleness } from './port.ts';

/** See `Store.staleness`. */
export function staleness(context: StoreContext): Promise<readonly FeedStaleness[]> {
  return context.engine.read(async (tx) => {
    const cities = await tx
      .selectFrom('mark')
      .leftJoin('pack', 'pack.feed', 'mark.city')
      .groupBy('mark.city')
      .select([
        'mark.city as feed',
        sql<number>`sum(case when mark.op = 'put' then 1 else 0 end)`.as('rows'),
        sql<number>`sum(case when mark.seq > coalesce(pack.seq, 0) then 1 else 0 end)`.as('changes'),
      ])
      .execute();
    const nation = await tx
      .selectFrom('mark')
      .leftJoin('pack', (join) => join.on('pack.feed', '=', 'CN'))
      .select([
        sql<number>`sum(case when mark.op = 'put' then 1 else 0 end)`.as('rows'),
        sql<number>`sum(case when mark.seq > coalesce(pack.seq, 0) then 1 else 0 end)`.as('changes'),
      ])
      .executeTakeFirst();
    return [
      ...cities.map(({ feed, rows, changes }) => ({
        feed: feed as FeedRegion,
        rows: Number(rows),
        changes: Number(changes),
      })),
      { feed: 'CN', rows: Number(nation?.rows ?? 0), changes: Number(nation?.changes ?? 0) },
    ];
  });
}
