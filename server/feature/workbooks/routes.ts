import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { SYSTEM } from '../../../shared/actor/actor.ts';
import { mayDo } from '../../../shared/actor/may.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { TABLES } from '../../../shared/stats/definition.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import { type Act, type Door, mount } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { FigureFile, FiguresAsked } from '../../store/port/workbooks.ts';
import { questionFault } from '../figures/fold.ts';
import { hashOf } from '../figures/hash.ts';
import { questionOf } from '../figures/question.ts';
import { figureFileName } from './name.ts';
import { type FileView, fileView } from './view.ts';

const KEPT_MS = 7 * 86_400_000;
/** Files one account may have under way. */
const AT_ONCE = 2;

export function mountWorkbooks(door: Door, deps: Deps): void {
  mount(door, 'figureFileAsk', asking(deps));
  mount(door, 'figureFiles', async ({ who }) => {
    const may = await mayMake(deps, who);
    if (!may.ok) return may;
    return ok({ items: await views(deps, await deps.store.figureFilesOf(who.actor.id)) });
  });
  mount(door, 'figureFileCancel', async ({ who, params }) => {
    const file = await fileFor(deps, who, params.id);
    if (!file.ok) return file;
    // What is kept every month is nobody's to stop.
    if (file.value.account !== who.actor.id) return refuse({ kind: 'export-unknown' });
    await deps.figureFiles.cancel(file.value.id);
    return viewById(deps, file.value.id);
  });
  mount(door, 'figureFile', download(deps));
  mount(door, 'figureMonthly', monthly(deps));
}

type Body = RouteBody<'figureFileAsk'>;

function asking(deps: Deps): Act<'figureFileAsk'> {
  return async ({ who, body }) => {
    const question = await questionOf(deps, { who, task: 'export' }, body);
    if (!question.ok) return question;
    // Refused now, as the page would be, not when its turn has come; and without a fold, which history may have to be read for first.
    const fault = questionFault(question.value);
    if (fault !== null) return refuse(fault);
    const mine = await deps.store.figureFilesOf(who.actor.id);
    const busy = mine.filter(({ state }) => state === 'running').length;
    if (busy >= AT_ONCE) return refuse({ kind: 'exports-busy', max: AT_ONCE });
    return begin(deps, { who, body, asked: { question: question.value, tables: inOrder(body.tables) } });
  };
}

/** Each once, in the order they are reported in: the order somebody ticked them in makes no other file. */
function inOrder(tables: Body['tables']): FiguresAsked['tables'] {
  return TABLES.filter((table) => tables.includes(table));
}

type Beginning = { readonly who: Signed; readonly body: Body; readonly asked: FiguresAsked };

async function begin(deps: Deps, { who, body, asked }: Beginning): Promise<Result<FileView>> {
  const { format, id: commandId } = body;
  const { union, region } = asked.question;
  const book = await deps.unions.current();
  const at = deps.now();
  const job = { id: deps.randomId(), format, union, account: who.actor.id, ...asked };
  const regionName = region === null ? null : deps.regions.fullName(region);
  const name = figureFileName({ asked, format, union: book.get(union)?.name ?? union, region: regionName, at });
  const begun = await deps.store.beginFigureFile(
    { commandId, actor: who.actor, bodyHash: hashOf(body), at },
    { id: job.id, union, asked, name, format, until: instant(at + KEPT_MS) },
    saidOf(asked, format),
  );
  if (!begun.ok) return begun;
  if (begun.value.isNew) deps.figureFiles.start(job);
  return viewById(deps, begun.value.id);
}

/** What history has of it. */
export function saidOf({ question, tables }: FiguresAsked, format: FigureFile['format']) {
  const { period, asOf, union, region, by, stations } = question;
  return { format, period, union, region, by, stations, tables, seq: asOf.seq };
}

function download(deps: Deps): Act<'figureFile'> {
  return async ({ who, params }) => {
    const file = await fileFor(deps, who, params.id);
    if (!file.ok) return file;
    const { state, until, asked, name, format } = file.value;
    if (state === 'running') return refuse({ kind: 'export-unfinished' });
    if (state !== 'done' || (until !== null && until <= deps.now())) return refuse({ kind: 'export-unknown' });
    const path = deps.figureFiles.pathOf({ ...file.value, ...asked });
    const found = await stat(path).catch(() => null); // Somebody cleared the folder: said like a file whose time is over.
    if (found === null) return refuse({ kind: 'export-unknown' });
    return ok(
      new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
        headers: {
          'content-type': TYPES[format],
          'content-length': String(found.size),
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          'cache-control': 'no-store',
        },
      }),
    );
  };
}

const TYPES: { readonly [F in FigureFile['format']]: string } = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function monthly(deps: Deps): Act<'figureMonthly'> {
  return async ({ who, query }) => {
    const { tree } = await deps.unions.current();
    const top = query.union ?? who.actor.union;
    const may = mayDo(who.actor, 'read-figures', { id: null, union: top, tree });
    if (!may.ok) return may;
    const all = await deps.store.monthlyFigureFiles(null);
    return ok({
      items: await views(
        deps,
        all.filter(({ union }) => tree.isWithin(union, top)),
      ),
    });
  };
}

/** One's own, or one kept every month of a union whose figures one may read. All others are as unknown as one that never was. */
async function fileFor(deps: Deps, who: Signed, id: string): Promise<Result<FigureFile>> {
  const file = await deps.store.figureFileById(id);
  if (file === null) return refuse({ kind: 'export-unknown' });
  const { tree } = await deps.unions.current();
  const isMonthly = file.account === SYSTEM.id;
  if (!isMonthly && file.account !== who.actor.id) return refuse({ kind: 'export-unknown' });
  const may = mayDo(who.actor, isMonthly ? 'read-figures' : 'export', { id: null, union: file.union, tree });
  return may.ok ? ok(file) : refuse({ kind: 'export-unknown' });
}

async function mayMake({ unions }: Deps, { actor }: Signed): Promise<Result<true>> {
  const { tree } = await unions.current();
  return mayDo(actor, 'export', { id: null, union: actor.union, tree });
}

async function views({ unions, figureFiles }: Deps, files: readonly FigureFile[]): Promise<FileView[]> {
  const book = await unions.current();
  return files.map((file) => fileView(figureFiles, book, file));
}

async function viewById(deps: Deps, id: string): Promise<Result<FileView>> {
  const file = await deps.store.figureFileById(id);
  if (file === null) return refuse({ kind: 'export-unknown' });
  return ok(fileView(deps.figureFiles, await deps.unions.current(), file));
}
