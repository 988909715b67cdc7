import { instant } from '../../../shared/kernel/instant.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Period } from '../../../shared/stats/period.ts';
import type { StoreContext } from '../context.ts';
import type { Tx } from '../engine.ts';
import { beginFile, untold } from '../file-begun.ts';
import type { FigureFile, WorkbooksStore } from '../port/workbooks.ts';
import type { ReportCommand } from '../port.ts';
import type { FigureFileRow } from './schema.ts';

const SHOWN = 20;
const SYSTEM_ACCOUNT = 'system';

type FileStore = Omit<WorkbooksStore, 'partnersOf' | 'makePartner' | 'endPartner' | 'partnerById' | 'partnerByKey'>;

export function figureFileStore(context: StoreContext): FileStore {
  const { engine } = context;
  return {
    beginFigureFile: (command, file, said) => begin(context, command, { file, said }),
    endFigureFile: (id, end) =>
      untold(context, async (tx) => {
        await tx.updateTable('figure_file').set(end).where('id', '=', id).execute();
      }),
    figureFileById: (id) =>
      engine.read(async (tx) => {
        const row = await tx.selectFrom('figure_file').selectAll().where('id', '=', id).executeTakeFirst();
        return row ? fileOf(row) : null;
      }),
    figureFilesOf: (account) =>
      engine.read(async (tx) => {
        const mine = tx.selectFrom('figure_file').selectAll().where('account', '=', account);
        return (await mine.orderBy('at', 'desc').orderBy('id').limit(SHOWN).execute()).map(fileOf);
      }),
    monthlyFigureFiles: (period) => engine.read((tx) => monthly(tx, period)),
    dropFigureFiles: async (before) => {
      const old = await engine.read((tx) =>
        tx.selectFrom('figure_file').selectAll().where('until', '<=', before).execute(),
      );
      if (old.length > 0) {
        await untold(context, async (tx) => {
          await tx.deleteFrom('figure_file').where('until', '<=', before).execute();
        });
      }
      return old.map(fileOf);
    },
    failFigureFiles: () =>
      untold(context, async (tx) => {
        await tx.updateTable('figure_file').set({ state: 'failed' }).where('state', '=', 'running').execute();
      }),
  };
}

async function monthly(tx: Tx, period: Period | null): Promise<readonly FigureFile[]> {
  const kept = tx
    .selectFrom('figure_file')
    .selectAll()
    .where('account', '=', SYSTEM_ACCOUNT)
    .where('state', 'in', ['running', 'done']);
  const asked = period === null ? kept : kept.where('period', '=', period);
  const rows = await asked
    .orderBy('period', 'desc')
    .orderBy('union_id')
    .orderBy('format')
    .orderBy('at', 'desc')
    .execute();
  return rows.map(fileOf);
}

type Making = {
  readonly file: Pick<FigureFile, 'id' | 'union' | 'asked' | 'name' | 'format' | 'until'>;
  readonly said: { readonly [field: string]: unknown };
};

function begin(context: StoreContext, command: ReportCommand, { file, said }: Making) {
  const { asked, union, ...plain } = file;
  const about = { union_id: union, period: asked.question.period, question: JSON.stringify(asked) };
  return beginFile(context, command, {
    id: file.id,
    step: 'export-figures',
    said,
    insert: (tx, begun) =>
      tx
        .insertInto('figure_file')
        .values({ ...plain, ...about, ...begun, sha256: null })
        .execute(),
  });
}

function fileOf(row: FigureFileRow): FigureFile {
  const { id, account, name, bytes, sha256 } = row;
  return {
    id,
    account,
    name,
    bytes,
    sha256,
    union: row.union_id as UnionId,
    period: row.period as Period,
    asked: JSON.parse(row.question),
    format: row.format as FigureFile['format'],
    state: row.state as FigureFile['state'],
    at: instant(row.at),
    until: row.until === null ? null : instant(row.until),
  };
}
