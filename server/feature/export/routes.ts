import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { mayDo } from '../../../shared/actor/may.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import { ORIGINS, type UnionId } from '../../../shared/station/station.ts';
import { ListQuery } from '../../../shared/wire/list-filter.ts';
import { parse } from '../../../shared/wire/parse.ts';
import type { RouteBody, RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import { type Act, type Door, mount } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { ExportFile } from '../../store/port/list.ts';
import { WORKBOOK_ROWS } from '../import/report.ts';
import { type Asked, askList, doubtsOf } from '../list/ask.ts';
import { matching } from '../list/match.ts';
import { inOrder } from '../list/page.ts';
import { scopeOf } from '../list/scope.ts';
import { type About, conditionText, fileNameOf, headOf } from './about.ts';
import type { ExportJob } from './job.ts';

const KEPT_MS = 7 * 86_400_000;
/** Files one account may have under way. */
const AT_ONCE = 2;

export function mountExport(door: Door, deps: Deps): void {
  mount(door, 'stationExport', begin(deps));
  mount(door, 'stationExports', async ({ who }) => {
    const seen = await mayExport(deps, who);
    if (!seen.ok) return seen;
    const files = await deps.store.exportsOf(who.actor.id);
    return ok({ items: files.map((file) => viewOf(deps, file)) });
  });
  mount(door, 'stationExportCancel', async ({ who, params }) => {
    const file = await ownFile(deps, who, params.id);
    if (!file.ok) return file;
    await deps.exports.cancel(file.value.id);
    return ok(viewOf(deps, (await deps.store.exportById(file.value.id)) ?? file.value));
  });
  mount(door, 'stationExportFile', download(deps));
}

type Body = RouteBody<'stationExport'>;

function begin(deps: Deps): Act<'stationExport'> {
  return async ({ who, body }) => {
    const query = parse(ListQuery, body.query);
    if (!query.ok) return query;
    const asked = await askList(deps, who, { task: 'export', union: query.value.union });
    if (!asked.ok) return asked;
    if (body.personal) {
      const { actor } = who;
      const may = mayDo(actor, 'read-contact', { id: null, union: actor.union, tree: asked.value.book.tree });
      if (!may.ok) return may;
    }
    const rows = rowsAsked(asked.value, body, query.value);
    // Of a station of another branch nobody is told that there is one.
    if (rows.length === 0 && body.stations.length > 0) return refuse({ kind: 'not-permitted', step: 'export' });
    if (rows.length === 0) return refuse({ kind: 'nothing-to-export' });
    const about = aboutOf(deps, asked.value, { who, body, query: query.value, rows });
    return start(deps, { who, body, about, job: jobOf(deps, asked.value, { body, about, rows }) });
  };
}

type Query = Parameters<typeof matching>[1] & {
  readonly sort: 'code' | 'name' | 'changed' | 'due';
  readonly down: boolean;
};

function rowsAsked({ state, judging }: Asked, { stations }: Body, query: Query): readonly number[] {
  const rows = inOrder(state, matching(state, query, judging), { sort: query.sort, down: query.down });
  if (stations.length === 0) return rows;
  const chosen = new Set<number | null>(stations.map((id) => state.rows.rowOf(id)));
  return rows.filter((row) => chosen.has(row));
}

type Found = { readonly who: Signed; readonly body: Body; readonly query: Query; readonly rows: readonly number[] };

function aboutOf({ regions }: Deps, { state, book, at }: Asked, { who, body, query, rows }: Found): About {
  const synthetic = ORIGINS.indexOf('synthetic');
  return {
    by: who.name,
    union: book.get(who.actor.union)?.name ?? who.actor.union,
    at,
    seq: state.seq,
    filter: query,
    names: {
      union: (id) => book.get(id as UnionId)?.name ?? id,
      region: (code) => regions.fullName(code as RegionCode),
    },
    chosen: body.stations,
    total: rows.length,
    synthetic: rows.filter((row) => state.rows.bytes.origin[row] === synthetic).length,
    datum: body.datum,
    personal: body.personal,
  };
}

type Chosen = { readonly body: Body; readonly about: About; readonly rows: readonly number[] };

function jobOf(deps: Deps, asked: Asked, { body, about, rows }: Chosen): ExportJob {
  const { ids } = asked.state.rows;
  const doubts = rows.map((row) => [ids[row] ?? '', doubtsOf(asked, row)] as const);
  return {
    id: deps.randomId(),
    // A larger workbook is slow to open: the same table goes out as text.
    format: body.format === 'xlsx' && rows.length > WORKBOOK_ROWS ? 'csv' : body.format,
    stations: rows.flatMap((row) => ids[row] ?? []),
    columns: body.columns,
    datum: body.datum,
    personal: body.personal,
    at: asked.at,
    doubts: Object.fromEntries(doubts.filter(([, found]) => found.length > 0)),
    head: headOf(about),
  };
}

type Starting = { readonly who: Signed; readonly body: Body; readonly about: About; readonly job: ExportJob };

async function start(deps: Deps, { who, body, about, job }: Starting): Promise<Result<View>> {
  const { id: account } = who.actor;
  const mine = await deps.store.exportsOf(account);
  const busy = mine.filter(({ state }) => state === 'running').length;
  if (busy >= AT_ONCE) return refuse({ kind: 'exports-busy', max: AT_ONCE });
  const { total, personal, synthetic } = about;
  const { id, format } = job;
  const said = { format, total, personal, synthetic, conditions: conditionText(about), columns: body.columns };
  const until = instant(about.at + KEPT_MS);
  const begun = await deps.store.beginExport(
    { commandId: body.id, actor: who.actor, bodyHash: hashOf(body), at: about.at },
    { id, format, total, until, name: fileNameOf(about, format) },
    said,
  );
  if (!begun.ok) return begun;
  if (begun.value.isNew) deps.exports.start(job);
  const file = await deps.store.exportById(begun.value.id);
  return file ? ok(viewOf(deps, file)) : refuse({ kind: 'export-unknown' });
}

function hashOf(body: Body): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}

function download(deps: Deps): Act<'stationExportFile'> {
  return async ({ who, params }) => {
    const file = await ownFile(deps, who, params.id);
    if (!file.ok) return file;
    if (file.value.state === 'running') return refuse({ kind: 'export-unfinished' });
    if (file.value.state !== 'done' || file.value.until <= deps.now()) return refuse({ kind: 'export-unknown' });
    const path = deps.exports.pathOf(file.value);
    const found = await stat(path).catch(() => null); // Somebody cleared the folder: said like a file whose time is over.
    if (found === null) return refuse({ kind: 'export-unknown' });
    return ok(
      new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
        headers: {
          'content-type': TYPES[file.value.format],
          'content-length': String(found.size),
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.value.name)}`,
          'cache-control': 'no-store',
        },
      }),
    );
  };
}

const TYPES: { readonly [F in ExportFile['format']]: string } = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Somebody else's is as unknown as one that never was. */
async function ownFile(deps: Deps, who: Signed, id: string): Promise<Result<ExportFile>> {
  const seen = await mayExport(deps, who);
  if (!seen.ok) return seen;
  const file = await deps.store.exportById(id);
  return file !== null && file.account === who.actor.id ? ok(file) : refuse({ kind: 'export-unknown' });
}

async function mayExport({ unions }: Deps, { actor }: Signed): Promise<Result<true>> {
  const scope = scopeOf(actor, 'export', await unions.current());
  return scope.ok ? ok(true) : scope;
}

type View = RouteReply<'stationExport'>;

function viewOf({ exports }: Deps, { account: _account, ...file }: ExportFile): View {
  const done = file.state === 'done' ? file.total : (exports.progress(file.id) ?? 0);
  return { ...file, done };
}
