import { createHash } from 'node:crypto';
import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { HISTORY_EXPORT_MOST } from '../../../shared/wire/routes/audit.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { HistoryFilter } from '../../store/port/audit.ts';
import { BOM, headLine, rowLines } from './csv.ts';
import { type FilterQuery, filterFor } from './filter.ts';
import { shownRows } from './list.ts';

/** Rows read and written at a time. */
const PIECE = 1000;

/** Taking a copy of the log is itself a row of it; the answer's id fetches the file. */
export function askExport(deps: Deps): Act<'historyExport'> {
  return async ({ query, body, who }) => {
    const filter = await filterFor(deps, who, query);
    if (!filter.ok) return filter;
    const { id: actor, union } = who.actor;
    const begun = await deps.store.beginHistoryExport(
      { commandId: body.id, actor: { id: actor, union }, bodyHash: hashOf(query), at: deps.now() },
      saidOf(filter.value),
    );
    return begun.ok ? ok({ id: body.id, ...begun.value }) : begun;
  };
}

export function sendExport(deps: Deps): Act<'historyFile'> {
  return async ({ query, params, who }) => {
    const filter = await filterFor(deps, who, query);
    if (!filter.ok) return filter;
    const { id: actor, union } = who.actor;
    const asked = { commandId: params.id, actor: { id: actor, union }, bodyHash: hashOf(query) };
    const known = await deps.store.historyExport(asked);
    if (known === null) return refuse({ kind: 'export-unknown' });
    const name = `操作日志-截至${dateText(dayOf(known.at))}第${known.upTo}条.csv`;
    return ok(
      new Response(ReadableStream.from(encoded(historyCsv(deps, filter.value, known.upTo))), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="history.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
          'cache-control': 'private, no-store',
        },
      }),
    );
  };
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

/** The file piece by piece, the newest row first: rows up to `upTo`, at most a million. */
export async function* historyCsv(
  deps: Pick<Deps, 'store' | 'unions'>,
  filter: HistoryFilter,
  upTo: number,
): AsyncGenerator<string> {
  yield BOM + headLine();
  let before: number | null = upTo + 1;
  for (let written = 0; before !== null && written < HISTORY_EXPORT_MOST; ) {
    const limit = Math.min(PIECE, HISTORY_EXPORT_MOST - written);
    const page: Awaited<ReturnType<Deps['store']['historyPage']>> = await deps.store.historyPage(filter, {
      before,
      limit,
    });
    if (page.rows.length > 0) yield rowLines(await shownRows(deps, page.rows));
    written += page.rows.length;
    before = page.next;
  }
}

/** Named field by field, in one order: the file belongs to the filter it was asked for with. */
function hashOf({ from, to, actor, union, step, subject, code, station, reason }: FilterQuery): string {
  const named = [from, to, actor, union, step, subject, code, station, reason].map((value) => value ?? null);
  return createHash('sha256')
    .update(JSON.stringify(['history', named]))
    .digest('hex');
}

/** What was searched for in words may name somebody: history only says that words were searched for. */
function saidOf({ reason, ...filter }: HistoryFilter): Record<string, unknown> {
  return { what: 'history', filter: { ...filter, reason: reason === null ? null : true } };
}
