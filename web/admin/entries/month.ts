import { dateText, parseDate } from '../../../shared/kernel/instant.ts';
import { OCCUPATIONS, type Occupation, type VISIT_CHANNELS } from '../../../shared/station/entry.ts';
import { stationIdOf } from '../../desk/parts/ids.ts';
import type { Reply } from '../../platform/ask.ts';
import type { EntryAsk } from './words.ts';

export type GridRow = Reply<'entryGrid'>['rows'][number];
export type Channel = (typeof VISIT_CHANNELS)[number];
export const COLUMNS = ['days', ...OCCUPATIONS] as const;
export type Column = (typeof COLUMNS)[number];
/** What was typed in a row, as text; a column that nobody touched is missing. */
export type TypedRow = { readonly [C in Column]?: string };
export type TypedGrid = { readonly [station: string]: TypedRow };

/** What a cell shows: what was typed, else what is kept, else nothing. */
export function cellText(row: GridRow, typed: TypedRow | undefined, column: Column): string {
  const said = typed?.[column];
  if (said !== undefined) return said;
  if (row.entry === null) return '';
  const { days, people } = row.entry.body;
  return String(column === 'days' ? days : people[column]);
}

/** Null: it is no whole number, nor nothing. */
export function numberIn(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  return /^\d{1,7}$/.test(trimmed) ? Number(trimmed) : null;
}

export function isTyped(row: GridRow, typed: TypedRow | undefined): boolean {
  return (
    typed !== undefined &&
    COLUMNS.some((column) => typed[column] !== undefined && typed[column] !== cellText(row, undefined, column))
  );
}

export function sumOf(row: GridRow, typed: TypedRow | undefined): number {
  return OCCUPATIONS.reduce((sum, one) => sum + (numberIn(cellText(row, typed, one)) ?? 0), 0);
}

type Asking = { readonly month: string; readonly channel: Channel; readonly idOf: (station: string) => string };

/** The rows that were typed in, as entries; those with a cell that is no number are left out: the cell says so. */
export function asksOf(
  rows: readonly GridRow[],
  typed: TypedGrid,
  { month, channel, idOf }: Asking,
): readonly EntryAsk[] {
  const first = parseDate(`${month}-01`);
  if (first === null) return [];
  return rows.flatMap((row) => {
    const said = typed[row.station.id];
    if (!isTyped(row, said) || COLUMNS.some((column) => numberIn(cellText(row, said, column)) === null)) return [];
    const value = (column: Column) => numberIn(cellText(row, said, column)) ?? 0;
    const people = Object.fromEntries(OCCUPATIONS.map((one) => [one, value(one)])) as Record<Occupation, number>;
    return [
      {
        id: row.entry?.id ?? idOf(row.station.id),
        station: stationIdOf(row.station.id),
        union: null,
        basedOn: row.entry?.rev ?? null,
        day: dateText(first),
        note: row.entry?.note ?? null,
        kind: 'visits' as const,
        body: { channel, days: value('days'), people },
      },
    ];
  });
}
