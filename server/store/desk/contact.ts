import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { Contact, ContactChange, DeskCommand } from '../port/desk.ts';
import { findReply, keepReply } from '../receipt.ts';
import { loadStations } from '../stations.ts';
import { entryOf } from './beside.ts';
import { contactIn } from './rows.ts';

type Done = { readonly at: DeskCommand['at'] };
type Loaded = { readonly station: Station; readonly contact: Contact | null };
type On = { readonly command: DeskCommand; readonly contact: string; readonly station: StationId };

/** See `DeskStore.changeContact`. The reply kept for the command holds nothing of the person. */
export function changeContact(
  context: StoreContext,
  { command, contact: id, station: stationId }: On,
  decide: (loaded: Loaded) => Result<ContactChange>,
): Promise<Result<Done>> {
  return writing<Done>(context, async (tx, counter) => {
    const known = await findReply<Done>(tx, command);
    if (known?.ok === false) return { value: known, counter, issued: false };
    const [station] = await loadStations(tx, [stationId]);
    if (!station) return { value: refuse({ kind: 'contact-unknown' }), counter, issued: false };
    const contact = await contactIn(tx, id);
    const change = contact === 'erased' ? refuse({ kind: 'contact-unknown' } as const) : decide({ station, contact });
    // What was done is told again, also when it could not be done once more; what is read again is written down again.
    if (known && !(change.ok && change.value.step === 'reveal')) return { value: known, counter, issued: false };
    if (!change.ok) return { value: change, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    if (change.value.write !== null) await put(tx, change.value, end.at);
    const { step, reason, shown } = change.value;
    const said = { subject: 'contact', step, station: station.id, id, reason, after: shown.after } as const;
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [entryOf(command, shown.before === null ? said : { ...said, before: shown.before })],
    });
    const done: Done = known ? known.value : { at: end.at };
    if (!known) await keepReply(tx, command, { at: end.at, reply: done });
    return { value: ok(done), counter: { ...counter, seq }, issued: false };
  });
}

async function put(tx: Tx, { step, write }: ContactChange, at: number): Promise<void> {
  if (write === null) return;
  const { id, station, role, name, mobile, purpose, consentOn } = write;
  const said = { role, name, mobile, purpose, consent_on: consentOn };
  if (step === 'add') {
    const fresh = { ...said, id, station_id: station, at, erased_at: null };
    await tx.insertInto('contact').values(fresh).execute();
    return;
  }
  const erased_at = step === 'erase' ? at : null;
  await tx
    .updateTable('contact')
    .set({ ...said, erased_at })
    .where('id', '=', id)
    .execute();
}
