import type { KeptTally } from './keep-back.ts';
import type { Figure } from './question.ts';

/**
 * Figures of a table as two blocks, line by line, the total first: a million of them are nine megabytes, and go to another thread
 * without being copied.
 */
export type PackedFigures = {
  readonly columns: number;
  /** 0 where there is no number. */
  readonly numbers: Float64Array;
  /** What each is: NUMBER, NOTHING or FEW. */
  readonly marks: Uint8Array;
};
export type PackedTally = Pick<KeptTally, 'table' | 'columns'> & {
  /** Of the rows, which are the lines behind the first. */
  readonly keys: readonly string[];
  readonly figures: PackedFigures;
};

const [NUMBER, NOTHING, FEW] = [0, 1, 2];

export function packTally({ table, columns, rows, total }: KeptTally): PackedTally {
  const count = (rows.length + 1) * columns.length;
  const figures = { columns: columns.length, numbers: new Float64Array(count), marks: new Uint8Array(count) };
  pack(figures, 0, total);
  for (const [row, { values }] of rows.entries()) pack(figures, row + 1, values);
  return { table, columns, keys: rows.map(({ key }) => key), figures };
}

function pack({ columns, numbers, marks }: PackedFigures, line: number, values: readonly Figure[]): void {
  for (const [column, value] of values.entries()) {
    const at = line * columns + column;
    if (typeof value === 'number') numbers[at] = value;
    marks[at] = typeof value === 'number' ? NUMBER : value === null ? NOTHING : FEW;
  }
}

/** The figures of a line; 0 is the total. */
export function figuresIn({ columns, numbers, marks }: PackedFigures, line: number): Figure[] {
  const values: Figure[] = [];
  for (let at = line * columns; at < (line + 1) * columns; at++) {
    const mark = marks[at];
    values.push(mark === NUMBER ? (numbers[at] ?? 0) : mark === NOTHING ? null : 'few');
  }
  return values;
}
