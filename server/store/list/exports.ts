import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { StoreContext } from '../context.ts';
import { beginFile, untold } from '../file-begun.ts';
import type { ExportFile, ListStore } from '../port/list.ts';
import type { ReportCommand } from '../port.ts';
import type { ListExportRow } from './schema.ts';

const SHOWN = 20;

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

function beginExport(context: StoreContext, command: ReportCommand, { file, said }: Making) {
  return beginFile(context, command, {
    id: file.id,
    step: 'export',
    said,
    insert: (tx, begun) =>
      tx
        .insertInto('list_export')
        .values({ ...file, ...begun })
        .execute(),
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
