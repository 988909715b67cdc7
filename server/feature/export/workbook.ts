import writeWorkbook from 'write-excel-file/node';
import { type Cell, cellsOf, titlesOf } from './cells.ts';
import type { Making, Writer } from './writer.ts';

const WIDE: ReadonlySet<string> = new Set([
  'name',
  'address',
  'entrance',
  'hours',
  'has',
  'lacks',
  'broken',
  'unclear',
]);

/** Two sheets: 站点 with the table, 说明 with what the file says about itself. Made whole in memory: for some thousand rows. */
export function workbookWriter({ job, naming, sink }: Making): Writer {
  const titles = titlesOf(job);
  const rows: WorkbookCell[][] = [];
  return {
    begin: async () => undefined,
    lines: async (lines) => {
      for (const line of lines) rows.push(cellsOf(line, job, naming).map(workbookCell));
    },
    end: async () => {
      const about = [...job.head, ['', ''], ...titles.map(({ title, meaning }) => [`列：${title}`, meaning])];
      const book = writeWorkbook([
        {
          sheet: '站点',
          data: [titles.map(({ title }) => ({ value: title, fontWeight: 'bold' as const })), ...rows],
          columns: titles.map(({ key }) => ({ width: WIDE.has(key) ? 32 : 16 })),
          stickyRowsCount: 1,
        },
        {
          sheet: '说明',
          data: about.map((line) => line.map((value) => workbookCell(value))),
          columns: [{ width: 20 }, { width: 80 }],
        },
      ]);
      await sink(await book.toBuffer());
    },
  };
}

type WorkbookCell = { value: string; type: StringConstructor } | { value: number; type: NumberConstructor } | null;

/** Most characters a cell of a workbook may have. */
const CELL_MOST = 32_767;

/** Text is written as text: nothing in a workbook of ours is a formula. */
function workbookCell(cell: Cell): WorkbookCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: cell.slice(0, CELL_MOST), type: String };
}
