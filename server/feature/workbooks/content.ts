import { dateText, dayOf, type Instant, instant, isoText, minuteOf } from '../../../shared/kernel/instant.ts';
import { clockText } from '../../../shared/station/hours-words.ts';
import type { Indicator } from '../../../shared/stats/definition.ts';
import { FEW, FEW_MEANING, STATIONS_WORDS } from '../../../shared/wire/figures-words.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';

/**
 * Figures as they go into a file: answered, named, small ones kept back. The file is made of this alone, so that the same question
 * under the same definitions gives the same bytes. `definitions`: the wording of every indicator that stands in the tables.
 */
export type FiguresContent = RouteReply<'figures'> & { readonly definitions: readonly Indicator[] };
export type FiguresHead = FiguresContent['head'];
export type FiguresTable = FiguresContent['tables'][number];
export type FigureValue = FiguresTable['total'][number];

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
