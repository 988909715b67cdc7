import { createHash } from 'node:crypto';
import { may } from '../../../shared/actor/may.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { LEDGER_KINDS } from '../../../shared/wire/ledger-view.ts';
import type { Deps } from '../../deps.ts';
import { type Act, type Door, mount } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { Ledger } from '../../store/port/ledgers.ts';
import { columnsOf } from '../import/lines.ts';
import { scopeOfBranch } from '../import/scope.ts';
import type { UnionBook } from '../unions/book.ts';
import { beginCommit, discard, editRow, readDatum } from './edit.ts';
import { ledgerBook } from './files.ts';
import { templateBook } from './template.ts';
import { type Brought, broughtBefore, roomFor, stageUpload } from './upload.ts';
import { ledgerView, rowView } from './view.ts';

/** Rows of a page. */
const PAGE = 50;
const LISTED = 100;
/** How long an answer to an edit waits for the plan; large ledgers are looked at again by whoever asked. */
const PATIENCE_MS = 2_500;

export function mountLedgers(door: Door, deps: Deps): void {
  mount(door, 'ledgerTemplate', template(deps));
  mount(door, 'ledgers', list(deps));
  mount(door, 'ledgerUpload', upload(deps));
  mount(door, 'ledger', async ({ who, params }) => answered(await ownLedger(deps, who, params.id), deps));
  mount(door, 'ledgerRows', rows(deps));
  mount(door, 'ledgerRow', async ({ who, params, body }) => {
    const own = await ownLedger(deps, who, params.id);
    return own.ok ? replanned(await editRow(params.id, body, { store: deps.store, at: deps.now() }), deps) : own;
  });
  mount(door, 'ledgerDatum', async ({ who, params, body }) => {
    const own = await ownLedger(deps, who, params.id);
    return own.ok ? replanned(await readDatum(params.id, body, { store: deps.store, at: deps.now() }), deps) : own;
  });
  mount(door, 'ledgerCommit', commit(deps));
  mount(door, 'ledgerDiscard', async ({ who, params }) => {
    const own = await ownLedger(deps, who, params.id);
    return own.ok ? discard(params.id, deps.store) : own;
  });
  mount(door, 'ledgerFile', file(deps));
}

async function mayBring({ unions, now }: Deps, who: Signed, union: UnionId): Promise<Result<UnionBook>> {
  const book = await unions.current();
  const settings = book.settingsOf(union, now());
  const permitted = may(who.actor, 'import', { id: null, union, status: 'none', tree: book.tree, settings });
  return permitted.ok ? ok(book) : permitted;
}

/** A ledger of the own branch that somebody was told of. Of others nobody learns that they exist. */
async function ownLedger(deps: Deps, who: Signed, id: string): Promise<Result<Ledger>> {
  const ledger = await deps.store.ledger(id);
  const unknown = refuse({ kind: 'ledger-unknown', ledger: id } as const);
  if (ledger === null || ledger.door === 'command' || ledger.state === 'staging') return unknown;
  return (await mayBring(deps, who, ledger.union)).ok ? ok(ledger) : unknown;
}

async function answered(ledger: Result<Ledger>, { store, unions }: Deps) {
  if (!ledger.ok) return ledger;
  const { actor } = ledger.value;
  const names = await store.accountNames([actor]);
  return ok(ledgerView(ledger.value, await unions.current(), names.get(actor)?.name ?? actor));
}

/** Planned again, and answered with what came of it when that takes no time. */
async function replanned(planning: Result<Ledger>, deps: Deps) {
  if (!planning.ok) return planning;
  const { id } = planning.value;
  await patiently(deps.ledgers.plan(id));
  const now = await deps.store.ledger(id);
  return answered(now === null ? refuse({ kind: 'ledger-unknown', ledger: id }) : ok(now), deps);
}

async function patiently(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | null = null;
  const enough = new Promise<void>((wake) => {
    timer = setTimeout(wake, PATIENCE_MS);
  });
  await Promise.race([work, enough]);
  if (timer !== null) clearTimeout(timer);
}

function template(deps: Deps): Act<'ledgerTemplate'> {
  return async ({ who, query }) => {
    const { union } = who.actor;
    const permitted = await mayBring(deps, who, union);
    if (!permitted.ok) return permitted;
    const { store, regions, ledgers, now } = deps;
    const { region } = await scopeOfBranch(store, union, now());
    const filled = query.filled === '1';
    const book = await templateBook({ store, regions, union, region, filled });
    return ok(fileAnswer(await ledgers.write(book), `${permitted.value.get(union)?.name ?? ''}台账模板.xlsx`));
  };
}

function list(deps: Deps): Act<'ledgers'> {
  return async ({ who }) => {
    const permitted = await mayBring(deps, who, who.actor.union);
    if (!permitted.ok) return permitted;
    const book = permitted.value;
    const unions = [...book.branchOf(who.actor.union)];
    const states = ['planning', 'ready', 'committing', 'done'] as const;
    const found = await deps.store.ledgers({ unions, states, limit: LISTED });
    const desk = found.filter((ledger) => ledger.door === 'desk');
    const names = await deps.store.accountNames([...new Set(desk.map(({ actor }) => actor))]);
    return ok({ items: desk.map((one) => ledgerView(one, book, names.get(one.actor)?.name ?? one.actor)) });
  };
}

/** Bytes sealed before others have a turn: some ten milliseconds of a file. */
const SEALED = 4 * 1024 * 1024;

/** SHA-256 in hex. */
async function sealOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += SEALED) {
    hash.update(bytes.subarray(at, at + SEALED));
    await new Promise((turn) => setImmediate(turn));
  }
  return hash.digest('hex');
}

function upload(deps: Deps): Act<'ledgerUpload'> {
  return async ({ who, query, upload: bytes }) => {
    const { store, ledgers, now } = deps;
    const { union, id: actor } = who.actor;
    const permitted = await mayBring(deps, who, union);
    if (!permitted.ok) return permitted;
    const hash = await sealOf(bytes);
    const brought: Brought = { id: query.id, union, actor, name: query.name, hash, at: now() };
    const before = await broughtBefore(store, brought);
    if (!before.ok) return before;
    if (before.value !== null) return answered(ok(before.value), deps);
    const room = await roomFor(store, union);
    if (!room.ok) return room;
    const opened = await ledgers.read(bytes, query.name);
    if (!opened.ok) return opened;
    const staged = await stageUpload(opened.value, brought, store).finally(() => opened.value.close());
    return staged.ok ? replanned(staged, deps) : staged;
  };
}

function rows(deps: Deps): Act<'ledgerRows'> {
  return async ({ who, params, query }) => {
    const own = await ownLedger(deps, who, params.id);
    if (!own.ok) return own;
    const { version, state, counts, titles } = own.value;
    // While it is being planned nothing can be said of a row yet.
    if (counts === null) return ok({ version, state, total: 0, items: [] });
    const kinds = query.kind === 'all' ? LEDGER_KINDS : [query.kind];
    const lines = await deps.store.linesOf(params.id, {
      kinds,
      problemsFirst: query.order === 'problems',
      skip: (query.page - 1) * PAGE,
      limit: PAGE,
    });
    const columns = columnsOf(titles);
    const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
    return ok({ version, state, total, items: lines.map((line) => rowView(line, columns, deps.ledgers.atlas)) });
  };
}

function commit(deps: Deps): Act<'ledgerCommit'> {
  return async ({ who, params, body }) => {
    const own = await ownLedger(deps, who, params.id);
    if (!own.ok) return own;
    const { id, union, functions } = who.actor;
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
    const parts = { store: deps.store, at: deps.now(), hashOf };
    const begun = await beginCommit(params.id, { body, actor: { id, union, functions } }, parts);
    if (!begun.ok) return begun;
    deps.ledgers.commit(params.id);
    return ok({ commandId: begun.value.commandId, at: begun.value.at, ledger: params.id });
  };
}

function file(deps: Deps): Act<'ledgerFile'> {
  return async ({ who, params, query }) => {
    const own = await ownLedger(deps, who, params.id);
    if (!own.ok) return own;
    const { counts, state, name } = own.value;
    if (counts === null) return refuse({ kind: 'ledger-state', state });
    const bytes = await deps.ledgers.write(await ledgerBook(own.value, query.rows, deps.store));
    const base = name.replace(/\.[^.]*$/, '');
    return ok(fileAnswer(bytes, `${base}-${query.rows === 'all' ? '导入结果' : '要改的行'}.xlsx`));
  };
}

function fileAnswer(bytes: Uint8Array, name: string): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
}
