import { ok } from '../../../shared/kernel/result.ts';
import { ANSWERED, type Report } from '../../../shared/report/report.ts';
import { appendHistory, chainEnd, type Entry } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import { SYSTEM } from '../ground.ts';
import type { UnionMoments } from '../port/inbox.ts';
import { reportOf } from '../report-rows.ts';
import { reportEntry, writeReport } from '../reports.ts';
import { isBefore, reportsOf } from './scope.ts';

/** Reports of one transaction: others write in between. */
const AT_ONCE = 200;

/** See `InboxStore.eraseReports`. */
export async function eraseReports(context: StoreContext, due: UnionMoments): Promise<number> {
  // Looked for without the counter first: on most days there is nothing to erase, and nobody waits for that.
  const due1 = await context.engine.read((tx) => dueReports(tx, due, 1));
  if (due1.length === 0) return 0;
  const erased = await writing<number>(context, async (tx, counter) => {
    const end = await chainEnd(tx, counter, context.now());
    const rows = await dueReports(tx, due, AT_ONCE);
    const entries: Entry[] = [];
    for (const row of rows) {
      const after = { ...emptied(reportOf(row)), erasedAt: end.at };
      await writeReport(tx, after);
      entries.push(
        reportEntry(after, { at: end.at, step: 'erase', before: { erased: false }, after: { erased: true } }),
      );
    }
    if (entries.length === 0) return { value: ok(0), counter, issued: false };
    const doer = { ...SYSTEM, commandId: `erase:${end.seq + 1}` };
    const { seq } = await appendHistory(tx, end, { key: context.historyKey, doer, entries });
    return { value: ok(entries.length), counter: { ...counter, seq }, issued: false };
  });
  if (!erased.ok) throw new Error(`erasing cannot be refused: ${erased.refusal.kind}`);
  return erased.value;
}

function dueReports(tx: Parameters<typeof reportsOf>[0], due: UnionMoments, limit: number) {
  return reportsOf(tx)
    .selectAll('r')
    .where('r.state', 'in', ANSWERED)
    .where('r.erased_at', 'is', null)
    .where(isBefore('answered_at', due))
    .orderBy('r.answered_at')
    .limit(limit)
    .execute();
}

/** What a person wrote and sent is gone; of a place only the county it was named with is left. */
function emptied(report: Report): Report {
  const bare = { ...report, text: null, photo: null };
  if (bare.kind !== 'new-place') return bare;
  return { ...bare, place: { name: '', address: '', region: bare.place.region, point: null } };
}

/** See `InboxStore.reportPhotosAmong`. */
export function reportPhotosAmong(context: StoreContext, names: readonly string[]): Promise<ReadonlySet<string>> {
  return context.engine.read(async (tx) => {
    if (names.length === 0) return new Set<string>();
    const rows = await tx.selectFrom('report').select('photo').distinct().where('photo', 'in', names).execute();
    return new Set(rows.flatMap(({ photo }) => photo ?? []));
  });
}
