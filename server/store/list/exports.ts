import { dateText, dayOf, type Instant, instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { ExportFile, ListStore } from '../port/list.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';
import type { ListExportRow } from './schema.ts';

const SHOWN = 20;

type Begun = { readonly id: string };
type ExportStore = Pick<
  ListStore,
  'beginExport' | 'endExport' | 'exportById' | 'exportsOf' | 'dropExports' | 'failExports'
>;

export function exportStore(context: StoreContext): ExportStore {
  const { engine } = context;
  return {
    beginExport: (command, file, said) => beginExport(context, command, { file, said }),
    endExport: (id, end) =>
      untold(context, async (tx) => {
        await tx.updateTable('list_export').set(end).where('id', '=', id).execute();
      }),
    exportById: (id) =>
      engine.read(async (tx) => {
        const row = await tx.selectFrom('list_export').selectAll().where('id', '=', id).executeTakeFirst();
        return row ? fileOf(row) : null;
      }),
    exportsOf: (account) =>
      engine.read(async (tx) => {
        const rows = await tx
          .selectFrom('list_export')
          .selectAll()
          .where('account', '=', account)
          .orderBy('at', 'desc')
          .orderBy('id')
          .limit(SHOWN)
          .execute();
        return rows.map(fileOf);
      }),
    dropExports: async (before) => {
      const old = await engine.read((tx) =>
        tx.selectFrom('list_export').selectAll().where('until', '<=', before).execute(),
      );
      if (old.length > 0) {
        await untold(context, async (tx) => {
          await tx.deleteFrom('list_export').where('until', '<=', before).execute();
        });
      }
      return old.map(fileOf);
    },
    failExports: () =>
      untold(context, async (tx) => {
        await tx.updateTable('list_export').set({ state: 'failed' }).where('state', '=', 'running').execute();
      }),
  };
}

type Making = {
  readonly file: Pick<ExportFile, 'id' | 'name' | 'format' | 'total' | 'until'>;
  readonly said: { readonly [field: string]: unknown };
};

function beginExport(
  context: StoreContext,
  command: ReportCommand,
  { file, said }: Making,
): Promise<Result<Begun & { readonly isNew: boolean }>> {
  return writing<Begun & { readonly isNew: boolean }>(context, async (tx, counter) => {
    const known = await findReply<Begun>(tx, command);
    if (known?.ok === false) return { value: known, counter, issued: false };
    if (known) return { value: ok({ id: known.value.id, isNew: false }), counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const begun = { command_id: command.commandId, account: command.actor.id, at: end.at };
    await tx
      .insertInto('list_export')
      .values({ ...file, ...begun, state: 'running', bytes: 0 })
      .execute();
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [
        {
          effectiveOn: dateText(dayOf(end.at)),
          subject: 'export',
          subjectId: command.commandId,
          step: 'export',
          reason: null,
          before: null,
          after: JSON.stringify(said),
        },
      ],
    });
    await keepReply(tx, command, { at: end.at, reply: { id: file.id } });
    return { value: ok({ id: file.id, isNew: true }), counter: { ...counter, seq }, issued: false };
  });
}

type Work = Parameters<StoreContext['engine']['write']>[0];

/** A write that history says nothing about: the file's own coming and going. */
async function untold(context: StoreContext, work: (tx: Parameters<Work>[0]) => Promise<void>): Promise<void> {
  await writing(context, async (tx, counter) => {
    await work(tx);
    return { value: ok(true), counter, issued: false };
  });
}

function fileOf(row: ListExportRow): ExportFile {
  const { id, account, name, total, bytes } = row;
  return {
    id,
    account,
    name,
    total,
    bytes,
    format: row.format as ExportFile['format'],
    state: row.state as ExportFile['state'],
    at: instant(row.at),
    until: instant(row.until) as Instant,
  };
}
