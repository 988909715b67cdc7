import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Ledger } from '../../store/port/ledgers.ts';
import type { Store } from '../../store/port.ts';
import { splitCells } from '../import/cell.ts';
import type { ReadRow } from '../import/row.ts';
import { typedText } from '../import/staged.ts';
import type { OpenLedger } from './jobs.ts';

/** Rows of one ledger at the desk: what a spreadsheet program still opens well. More go in by the command line. */
export const DESK_ROWS = 20_000;
/** Ledgers of one union that wait for their clerk. */
const OPEN_LEDGERS = 20;

export type Brought = {
  readonly id: string;
  readonly union: UnionId;
  readonly actor: string;
  readonly name: string;
  /** SHA-256 of the file in hex. */
  readonly hash: string;
  readonly at: Instant;
};

/** The one brought before under this id, or null; refuses `receipt-conflict` when it was another file or another person's. */
export async function broughtBefore(store: Store, { id, hash, actor }: Brought): Promise<Result<Ledger | null>> {
  const ledger = await store.ledger(id);
  if (ledger === null || ledger.state === 'staging') return ok(null);
  return ledger.hash === hash && ledger.actor === actor
    ? ok(ledger)
    : refuse({ kind: 'receipt-conflict', commandId: id });
}

export async function roomFor(store: Store, union: UnionId): Promise<Result<true>> {
  const waiting = await store.ledgers({ unions: [union], states: ['planning', 'ready'], limit: OPEN_LEDGERS });
  return waiting.length < OPEN_LEDGERS ? ok(true) : refuse({ kind: 'ledger-limit', max: OPEN_LEDGERS });
}

/**
 * Takes in the rows of a sound file; when this answers they are kept, and planning may begin. Nothing is left of a file that is
 * refused. Refuses `file-too-many-rows`, `file-empty`, `receipt-conflict`.
 */
export async function stageUpload(file: OpenLedger, brought: Brought, store: Store): Promise<Result<Ledger>> {
  const { id } = brought;
  // One that broke off under this id was told to nobody.
  if ((await store.ledger(id)) !== null) await store.dropLedger(id);
  const opened = openedAtDesk(brought, file.columns.titles);
  if (!(await store.openLedger(opened))) return refuse({ kind: 'receipt-conflict', commandId: id });
  const staged = await stageRows(file, id, store);
  if (!staged.ok) {
    await store.dropLedger(id);
    return staged;
  }
  return store.changeLedger(id, (ledger) => ok({ ...ledger, ...staged.value, state: 'planning' }));
}

async function stageRows(file: OpenLedger, id: string, store: Store) {
  let rows = 0;
  let skipped = 0;
  for await (const piece of file.pieces()) {
    rows += piece.rows.length;
    skipped += piece.skipped;
    if (rows > DESK_ROWS) return refuse({ kind: 'file-too-many-rows', max: DESK_ROWS } as const);
    if (piece.rows.length > 0) await store.stageLines(id, piece.rows.map(lineOf));
  }
  return rows === 0 ? refuse({ kind: 'file-empty' } as const) : ok({ rows, skipped });
}

function lineOf({ number, cells, formulas }: ReadRow) {
  const text = formulas.length === 0 ? cells : typedText({ cells: splitCells(cells), formulas });
  return { number, cells: text, kind: null, plan: null, answer: null, outcome: null };
}

function openedAtDesk({ id, union, actor, name, hash, at }: Brought, titles: readonly string[]): Ledger {
  return {
    id,
    union,
    door: 'desk',
    state: 'staging',
    version: 0,
    at,
    changedAt: at,
    name,
    hash,
    actor,
    titles,
    rows: 0,
    skipped: 0,
    datum: { said: null, read: null, told: false },
    plannedAt: 0,
    progress: 0,
    counts: null,
    commit: null,
  };
}
