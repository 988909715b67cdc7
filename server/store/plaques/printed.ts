import { sql } from 'kysely';
import { dateText, dayOf, type Instant, instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { parseCode } from '../../../shared/station/code.ts';
import type { PlaqueKeyId, PlaqueSize } from '../../../shared/station/plaque-key.ts';
import { PUBLISHED, type Station, type UnionId } from '../../../shared/station/station.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { PlaqueFilter, PlaqueStation } from '../port/plaques.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';
import { decodeRecord } from '../record.ts';
import { matchKey } from '../rows.ts';

type Printing = {
  readonly stations: readonly Station[];
  readonly size: PlaqueSize;
  readonly key: PlaqueKeyId;
};
type Printed = { readonly at: Instant };

/** See `PlaquesStore.printPlaques`. */
export function printPlaques(
  context: StoreContext,
  command: ReportCommand,
  { stations, size, key }: Printing,
): Promise<Result<Printed>> {
  return writing<Printed>(context, async (tx, counter) => {
    const known = await findReply<Printed>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: stations.map(({ id, code }) => ({
        effectiveOn: dateText(dayOf(end.at)),
        subject: 'plaque',
        subjectId: `${id}/plaque`,
        step: 'print-plaque',
        reason: null,
        before: null,
        after: JSON.stringify({ code, size, key }),
      })),
    });
    for (const { id } of stations) {
      const row = { key_id: key, size, printed_at: end.at };
      await tx
        .insertInto('plaque')
        .values({ station_id: id, ...row })
        .onConflict((on) => on.column('station_id').doUpdateSet(row))
        .execute();
    }
    await keepReply(tx, command, { at: end.at, reply: { at: end.at } });
    return { value: ok({ at: end.at }), counter: { ...counter, seq }, issued: false };
  });
}

/** See `PlaquesStore.plaqueStations`. */
export async function plaqueStations(tx: Tx, filter: PlaqueFilter): Promise<readonly PlaqueStation[]> {
  let query = publishedOf(tx, filter.union).select(['station.record', 'plaque.size', 'plaque.key_id', 'printed_at']);
  if (filter.isPrinted !== null) query = query.where('printed_at', filter.isPrinted ? 'is not' : 'is', null);
  if (filter.after !== null) query = query.where('station.code', '>', filter.after);
  const text = matchKey(filter.text);
  const code = parseCode(filter.text);
  if (code.ok) query = query.where('station.code', '=', code.value);
  else if (text !== '') query = query.where(sql<boolean>`station.name_key like ${`%${text}%`}`);
  const rows = await query.orderBy('station.code').limit(filter.limit).execute();
  return rows.map(({ record, size, key_id, printed_at }) => ({
    station: decodeRecord(record),
    printed:
      printed_at === null || size === null || key_id === null
        ? null
        : { size: size as PlaqueSize, key: key_id as PlaqueKeyId, at: instant(printed_at) },
  }));
}

/** See `PlaquesStore.plaquesMissing`. */
export async function plaquesMissing(tx: Tx, union: UnionId): Promise<number> {
  const row = await publishedOf(tx, union)
    .where('printed_at', 'is', null)
    .select((one) => one.fn.countAll<number>().as('missing'))
    .executeTakeFirstOrThrow();
  return Number(row.missing);
}

/** Letters and digits are all that a matching key has, so it holds no wildcard. */
function publishedOf(tx: Tx, union: UnionId) {
  return tx
    .withRecursive('branch', (db) =>
      db
        .selectFrom('union')
        .select('union.id')
        .where('union.id', '=', union)
        .unionAll(db.selectFrom('union').innerJoin('branch', 'union.parent', 'branch.id').select('union.id')),
    )
    .selectFrom('station')
    .leftJoin('plaque', 'plaque.station_id', 'station.id')
    .where('station.union_id', 'in', (one) => one.selectFrom('branch').select('branch.id'))
    .where('station.status', 'in', PUBLISHED)
    .where('station.code', 'is not', null);
}
