import { dateText, dayOf, type Instant, instant, isoText, minuteOf } from '../../../shared/kernel/instant.ts';
import { clockText } from '../../../shared/station/hours-words.ts';
import type { Indicator } from '../../../shared/stats/definition.ts';
import { figuresIn, type PackedFigures } from '../../../shared/stats/packed.ts';
import type { Figure } from '../../../shared/stats/question.ts';
import { FEW, FEW_MEANING, STATIONS_WORDS } from '../../../shared/wire/figures-words.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { NamedFigures, NamedTable } from '../figures/answer.ts';
import type { FiguresHead } from '../figures/head.ts';

/**
 * Figures as they go into a file: answered, named, small ones kept back. The file is made of this alone, so that the same question
 * under the same definitions gives the same bytes. `definitions`: the wording of every indicator that stands in the tables.
 */
export type FiguresContent = {
  readonly head: FiguresHead;
  readonly tables: readonly FiguresTable[];
  readonly definitions: readonly Indicator[];
};
/** The same as plain data that goes to another thread: figures in their blocks. */
export type PackedContent = NamedFigures & Pick<FiguresContent, 'definitions'>;
export type FiguresTable = Pick<ReplyTable, 'table' | 'columns'> & {
  readonly total: readonly FigureValue[];
  /** Read in order, as often as wanted; figures are made of their block when they are looked at. */
  readonly rows: Iterable<FigureRow> & { readonly length: number };
};
export type FigureRow = { readonly key: string; readonly name: string; readonly values: readonly FigureValue[] };
export type FigureValue = Figure;
type ReplyTable = RouteReply<'figures'>['tables'][number];

class PackedRow implements FigureRow {
  readonly key: string;
  readonly name: string;

  constructor(
    { key, name }: NamedTable['rows'][number],
    private readonly figures: PackedFigures,
    private readonly line: number,
  ) {
    this.key = key;
    this.name = name;
  }

  get values(): readonly FigureValue[] {
    return figuresIn(this.figures, this.line);
  }
}

export function contentIn({ head, tables, definitions }: PackedContent): FiguresContent {
  const opened = tables.map(
    ({ table, columns, rows, figures }): FiguresTable => ({
      table,
      columns,
      total: figuresIn(figures, 0),
      rows: {
        length: rows.length,
        *[Symbol.iterator]() {
          for (const [at, row] of rows.entries()) yield new PackedRow(row, figures, at + 1);
        },
      },
    }),
  );
  return { head, tables: opened, definitions };
}

/** A part of a file, and which of how many it is the last of. */
export type FilePart = { readonly bytes: Uint8Array; readonly done: number; readonly of: number };

/** What stands in a cell of text; a number stays a number. */
export function shownValue(value: FigureValue): string | number | null {
  return value === 'few' ? FEW : value;
}

export const SYNTHETIC_LINE = '示例数据：这里数的是编造的站点，不是真实站点';

/** `期末站点（个）`. */
export function columnTitle({ name, unit }: { readonly name: string; readonly unit: string }): string {
  return unit === '' ? name : `${name}（${unit}）`;
}

/** `2026-11-05 09:00`, in China. */
export function minuteText(at: number): string {
  const moment: Instant = instant(at);
  return `${dateText(dayOf(moment))} ${clockText(minuteOf(moment)).padStart(5, '0')}`;
}

/** `2026-11-05 09:00，登记册变更序号 812（2026-11-05T09:00:12+08:00）`. */
export function asOfText({ seq, at }: FiguresHead['asOf']): string {
  return `${minuteText(at)}，登记册变更序号 ${seq}（${isoText(instant(at))}）`;
}

/** Every indicator of the tables once, in their order, with the version it was counted by. */
export function definitionsUsed({ tables, definitions }: FiguresContent) {
  return tables.flatMap(({ table, columns }) =>
    columns.map((column) => {
      const indicator = definitions.find(({ id }) => id === column.id) ?? null;
      const version = indicator?.versions.find((one) => one.version === column.version) ?? null;
      return { table, column, indicator, version };
    }),
  );
}

/** Signs and words that files use, for whoever reads one without the page beside it. */
export function legendOf({ stations, leftOut }: FiguresHead): readonly (readonly [string, string])[] {
  const other = stations === 'real' ? STATIONS_WORDS.synthetic : STATIONS_WORDS.real;
  return [
    ['＊', FEW_MEANING.slice(2)],
    ['空格', '算不出来（没有可除的数），或者没有记录'],
    ['不在内', leftOut === 0 ? `没有${other}` : `${other} ${leftOut} 个，没有数进来`],
  ];
}
