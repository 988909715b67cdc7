import type { StoreContext } from '../context.ts';
import { readCounter, type Tx } from '../engine.ts';

/** Rows looked at per statement: a few milliseconds, so that others have their turn. */
const PAGE = 1000;
/** How a written record, or a part of one, begins its photos; without any the field is null, empty or away. */
const NAMED = '%"photos":["%';

type Visit = (names: readonly string[]) => void;

/** See `DeskStore.eachPhotoNamed`. */
export function eachPhotoNamed(context: StoreContext, visit: Visit): Promise<void> {
  return context.engine.read(async (tx) => {
    await inRecords(tx, visit);
    await inHistory(tx, visit);
    const waiting = await tx
      .selectFrom('revision')
      .select(['before', 'patch'])
      .where((on) => on.or([on('before', 'like', NAMED), on('patch', 'like', NAMED)]))
      .execute();
    visit(waiting.flatMap(({ before, patch }) => [...namesIn(before), ...namesIn(patch)]));
  });
}

async function inRecords(tx: Tx, visit: Visit): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await tx
      .selectFrom('station')
      .select((on) => ['id', on.case().when('record', 'like', NAMED).then(on.ref('record')).end().as('record')])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    visit(rows.flatMap(({ record }) => namesIn(record)));
    const last = rows[PAGE - 1];
    if (!last) return;
    after = last.id;
  }
}

async function inHistory(tx: Tx, visit: Visit): Promise<void> {
  const { seq: end } = await readCounter(tx);
  for (let from = 0; from < end; from += PAGE) {
    const rows = await tx
      .selectFrom('history')
      .select(['before', 'after'])
      .where('seq', '>', from)
      .where('seq', '<=', from + PAGE)
      .where((on) => on.or([on('before', 'like', NAMED), on('after', 'like', NAMED)]))
      .execute();
    visit(rows.flatMap(({ before, after }) => [...namesIn(before), ...namesIn(after)]));
  }
}

/** Whatever looks like a name, ids of stations too: one too many keeps a picture, one too few would lose it. */
function namesIn(text: string | null): readonly string[] {
  return text?.match(/[0-9a-f]{32}/g) ?? [];
}
