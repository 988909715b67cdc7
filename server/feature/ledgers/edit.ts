import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import type { Ledger, LedgerState } from '../../store/port/ledgers.ts';
import type { Store } from '../../store/port.ts';
import { fitCell } from '../import/cell.ts';
import { withCells } from '../import/lines.ts';
import { typedText } from '../import/staged.ts';

/** Only a ledger that waits for its clerk, and only the preview that was looked at. */
function stillReady(ledger: Ledger, version: number): Result<Ledger> {
  if (ledger.state !== 'ready') return refuse({ kind: 'ledger-state', state: ledger.state });
  return ledger.version === version
    ? ok(ledger)
    : refuse({ kind: 'ledger-changed', based: version, current: ledger.version });
}

type Again = { readonly store: Store; readonly at: Instant };

/** Cells typed anew or an answer: kept, and the ledger is to be planned again. */
export function editRow(
  id: string,
  { version, row, cells, answer }: RouteBody<'ledgerRow'>,
  { store, at }: Again,
): Promise<Result<Ledger>> {
  return store.editLine(id, row, (ledger, line) => {
    if (line === null) return refuse({ kind: 'ledger-unknown', ledger: id });
    const anew = againFrom(ledger, version, at);
    if (!anew.ok) return anew;
    const fit = cells.map(({ column, text }) => ({ column, text: fitCell(text) }));
    const typed = withCells(line.cells, fit, ledger.titles.length);
    if (!typed.ok) return typed;
    const said = answer === null ? null : JSON.stringify(answer);
    return ok({ ledger: anew.value, line: { ...line, cells: typedText(typed.value), answer: said } });
  });
}

function againFrom(ledger: Ledger, version: number, at: Instant): Result<Ledger> {
  const ready = stillReady(ledger, version);
  return ready.ok ? ok({ ...ledger, state: 'planning', changedAt: at, progress: 0 }) : ready;
}

/** How the coordinates are read; null lets the rows tell again. */
export function readDatum(
  id: string,
  { version, datum }: RouteBody<'ledgerDatum'>,
  { store, at }: Again,
): Promise<Result<Ledger>> {
  return store.changeLedger(id, (ledger) => {
    const anew = againFrom(ledger, version, at);
    return anew.ok ? ok({ ...anew.value, datum: { said: datum, read: null, told: false } }) : anew;
  });
}

const DISCARDABLE: readonly LedgerState[] = ['planning', 'ready'];

/** Nothing of it was ever in the register; once it is committing it goes on. */
export async function discard(id: string, store: Store): Promise<Result<{ readonly done: boolean }>> {
  const taken = await store.changeLedger(id, (ledger) =>
    DISCARDABLE.includes(ledger.state)
      ? ok({ ...ledger, state: 'staging' })
      : refuse({ kind: 'ledger-state', state: ledger.state }),
  );
  if (!taken.ok) return taken;
  await store.dropLedger(id);
  return ok({ done: true });
}

type Committing = { readonly store: Store; readonly at: Instant; readonly hashOf: (body: string) => string };

/** From here on it is rolled forward, by this server or by the next. */
export function beginCommit(
  id: string,
  { body, actor }: { body: RouteBody<'ledgerCommit'>; actor: NonNullable<Ledger['commit']>['hand'] },
  { store, at, hashOf }: Committing,
) {
  return store.beginLedger(
    { commandId: body.id, actor: { id: actor.id, union: actor.union }, bodyHash: hashOf(`${id} ${body.version}`), at },
    id,
    (ledger) => {
      const ready = stillReady(ledger, body.version);
      if (!ready.ok) return ready;
      const commit = { commandId: body.id, at, hand: actor, acceptFlagged: false };
      return ok({ ...ledger, state: 'committing', changedAt: at, progress: 0, commit });
    },
  );
}
