import { stringify } from 'csv-stringify/sync';
import { type Cell, cellsOf, titlesOf } from './cells.ts';
import type { Making, Writer } from './writer.ts';

/** Comma separated, UTF-8 with its mark, as spreadsheets of Chinese offices open it: the head's lines, an empty one, the table. */
export function csvWriter({ job, naming, sink }: Making): Writer {
  const titles = titlesOf(job);
  return {
    begin: async () => {
      const meaning = titles.map(({ title, meaning }) => `${title}＝${meaning}`).join('；');
      const head = [...job.head, ['列的含义', meaning]].map((line) => line.map(safeCell));
      await sink(`\uFEFF${stringify(head)}\n${stringify([titles.map(({ title }) => title)])}`);
    },
    lines: (lines) => sink(stringify(lines.map((line) => cellsOf(line, job, naming).map(safeCell)))),
    end: async () => undefined,
  };
}

const RUNS = /^\s*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** A cell that a spreadsheet would run is shown as text; a number is only a number. */
export function safeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return RUNS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}
