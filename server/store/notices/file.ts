import { instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Lookup } from '../../../shared/report/lookup.ts';
import { commitIn } from '../commit.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { FiledObjection, ObjectionFiling } from '../port/notices.ts';
import type { CommandEnvelope } from '../port.ts';

/** Free codes are so many that a second try is rare and a tenth one a fault of the maker. */
const LOOKUP_TRIES = 10;

/** See `NoticesStore.fileObjection`. */
export function fileObjection(
  context: StoreContext,
  command: CommandEnvelope,
  filing: ObjectionFiling,
): Promise<Result<FiledObjection>> {
  return writing<FiledObjection>(context, async (tx, counter) => {
    const step = await commitIn(context, { tx, counter, command }, filing.decide);
    if (!step.value.ok) return { ...step, value: step.value };
    const { stations, at } = step.value.value;
    const id = command.commandId;
    const known = await tx.selectFrom('objection').select(['lookup', 'at']).where('id', '=', id).executeTakeFirst();
    if (known) return { ...step, value: ok({ id, lookup: known.lookup as Lookup, at: instant(known.at) }) };
    const [station] = stations;
    if (!station) throw new Error('an objection to no station');
    const lookup = await freeLookup(tx, filing);
    await tx
      .insertInto('objection')
      .values({
        id,
        lookup,
        station_id: station.id,
        said: filing.text,
        contact: filing.contact,
        at,
      })
      .execute();
    return { ...step, value: ok({ id, lookup, at }) };
  });
}

/** One code leads to one answer, whichever of the two it is asked for. */
async function freeLookup(tx: Tx, { lookupOf }: ObjectionFiling): Promise<Lookup> {
  for (let attempt = 0; attempt < LOOKUP_TRIES; attempt++) {
    const lookup = lookupOf(attempt);
    const taken =
      (await tx.selectFrom('objection').select('id').where('lookup', '=', lookup).executeTakeFirst()) ??
      (await tx.selectFrom('report').select('id').where('lookup', '=', lookup).executeTakeFirst());
    if (!taken) return lookup;
  }
  throw new Error('every look-up code tried is taken');
}
