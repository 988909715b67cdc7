import { type DateText, dateText, dayOf, type Instant, instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import { type Counter, Refused, type Tx } from '../engine.ts';
import type { Partner, WorkbooksStore } from '../port/workbooks.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';
import type { PartnerRow } from './schema.ts';

type PartnerStore = Pick<WorkbooksStore, 'partnersOf' | 'makePartner' | 'endPartner' | 'partnerById' | 'partnerByKey'>;

export function partnerStore(context: StoreContext): PartnerStore {
  const { engine } = context;
  return {
    partnersOf: (unions) =>
      engine.read(async (tx) => {
        // A deployment has some dozen partners, a branch up to thousands of unions: the shorter list is gone through.
        const rows = await tx.selectFrom('partner').selectAll().orderBy('made_at', 'desc').orderBy('id').execute();
        return rows.map(partnerOf).filter(({ union }) => unions.has(union));
      }),
    makePartner: (command, { keyHash, ...partner }) =>
      changing(context, command, async ({ tx, at, record }) => {
        const made: Partner = { ...partner, madeAt: at, endedAt: null };
        await tx.insertInto('partner').values(rowOf(made, keyHash)).execute();
        const { name, endsOn } = made;
        await record(made, { step: 'open-key', reason: null, before: null, after: { name, endsOn } });
        return made;
      }),
    endPartner: (command, { partner: id, reason }) =>
      changing(context, command, async ({ tx, at, record }) => {
        const partner = await byColumn(tx, 'id', id);
        if (partner === null) throw new Refused({ kind: 'partner-unknown' });
        if (partner.endedAt !== null) return partner;
        await tx.updateTable('partner').set({ ended_at: at }).where('id', '=', id).execute();
        await record(partner, { step: 'end-key', reason, before: { endedAt: null }, after: { endedAt: at } });
        return { ...partner, endedAt: at };
      }),
    partnerById: (id) => engine.read((tx) => byColumn(tx, 'id', id)),
    partnerByKey: (keyHash) => engine.read((tx) => byColumn(tx, 'key_hash', keyHash)),
  };
}

type Told = {
  readonly step: string;
  readonly reason: string | null;
  readonly before: object | null;
  readonly after: object;
};
type Changing = { readonly tx: Tx; readonly at: Instant; record(partner: Partner, told: Told): Promise<void> };

/** One change of a partner under one command: asked twice, done once. */
function changing(
  context: StoreContext,
  command: ReportCommand,
  change: (changing: Changing) => Promise<Partner>,
): Promise<Result<Partner>> {
  return writing<Partner>(context, async (tx, counter) => {
    const known = await findReply<Partner>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    let last: Counter = counter;
    const record: Changing['record'] = async ({ id }, { step, reason, before, after }) => {
      const { seq } = await appendHistory(tx, end, {
        key: context.historyKey,
        doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
        entries: [
          {
            effectiveOn: dateText(dayOf(end.at)),
            subject: 'partner',
            subjectId: id,
            step,
            reason,
            before: before === null ? null : JSON.stringify(before),
            after: JSON.stringify(after),
          },
        ],
      });
      last = { ...counter, seq };
    };
    const partner = await change({ tx, at: end.at, record });
    await keepReply(tx, command, { at: end.at, reply: partner });
    return { value: ok(partner), counter: last, issued: false };
  });
}

async function byColumn(tx: Tx, column: 'id' | 'key_hash', value: string): Promise<Partner | null> {
  const row = await tx.selectFrom('partner').selectAll().where(column, '=', value).executeTakeFirst();
  return row ? partnerOf(row) : null;
}

function rowOf({ id, union, name, madeAt, endsOn, endedAt }: Partner, keyHash: string): PartnerRow {
  return { id, union_id: union, name, key_hash: keyHash, made_at: madeAt, ends_on: endsOn, ended_at: endedAt };
}

function partnerOf(row: PartnerRow): Partner {
  return {
    id: row.id,
    union: row.union_id as UnionId,
    name: row.name,
    madeAt: instant(row.made_at),
    endsOn: row.ends_on as DateText,
    endedAt: row.ended_at === null ? null : instant(row.ended_at),
  };
}
