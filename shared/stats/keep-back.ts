import type { IndicatorId } from './definition.ts';
import { counting, foldIn } from './definitions/all.ts';
import { FOLLOWERS, WHOLES } from './definitions/people.ts';
import type { Period } from './period.ts';
import type { Figure, Tally } from './question.ts';

/** Figures of people from 1 to below this are not shown. */
export const FEW_BELOW = 5;

type Values = readonly (number | null)[];
export type KeptRow = { readonly key: string; readonly values: readonly Figure[] };
/** A tally as it may be shown. */
export type KeptTally = {
  readonly table: Tally['table'];
  readonly columns: readonly IndicatorId[];
  readonly rows: readonly KeptRow[];
  readonly total: readonly Figure[];
};

/**
 * Keeps back small figures about people, and with them as many others as it takes that none can be reckoned from what is shown:
 * no sum down a column (rows and total) and none along a row (a whole and its parts, `definitions/people.ts`) has exactly one
 * value kept back, and where a whole is shown the parts kept back come to five or more. Zero is always shown. Shares made of
 * what is kept back, and what is its measure in another unit, are kept back with it. Always of the whole table, so that the
 * same table is kept back alike however it is asked for.
 */
export function keepBack(tally: Tally, period: Period): KeptTally {
  const { table, columns, rows, total } = tally;
  const grid = new Grid([total, ...rows.map(({ values }) => values)], columns);
  grid.hideFew();
  while (grid.hideMore());
  grid.hideFollowers(period);
  const shown = (line: number, values: Values): readonly Figure[] =>
    grid.hidesIn(line) ? values.map((value, column) => (grid.isHidden(line, column) ? 'few' : value)) : values;
  return {
    table,
    columns,
    rows: rows.map(({ key, values }, at) => ({ key, values: shown(at + 1, values) })),
    total: shown(0, total),
  };
}

/** A line and a column as one number. */
type Place = number;
type Equation = { readonly whole: Place; readonly parts: readonly Place[] };

/** Line 0 is the total. */
class Grid {
  private readonly hidden: Uint8Array;
  private readonly width: number;
  private readonly people: readonly number[];

  constructor(
    private readonly lines: readonly Values[],
    private readonly columns: readonly IndicatorId[],
  ) {
    this.width = columns.length;
    this.hidden = new Uint8Array(lines.length * this.width);
    this.people = columns.flatMap((id, at) => (counting(id)?.ofPeople && !FOLLOWERS.has(id) ? [at] : []));
  }

  isHidden(line: number, column: number): boolean {
    return column >= 0 && this.hidden[line * this.width + column] === 1;
  }

  hidesIn(line: number): boolean {
    return this.hidden.subarray(line * this.width, (line + 1) * this.width).includes(1);
  }

  hideFew(): void {
    for (const [line, values] of this.lines.entries()) {
      for (const column of this.people) {
        const value = values[column] ?? 0;
        if (value > 0 && value < FEW_BELOW) this.hidden[line * this.width + column] = 1;
      }
    }
  }

  /** One more round over all sums; false when every one of them holds. */
  hideMore(): boolean {
    let isChanged = false;
    for (const equation of this.equations()) {
      for (let next = this.nextOf(equation); next !== null; next = this.nextOf(equation)) {
        this.hidden[next] = 1;
        isChanged = true;
      }
    }
    return isChanged;
  }

  hideFollowers(period: Period): void {
    for (const [column, id] of this.columns.entries()) {
      const leaders = leadersOf(id, period).map((leader) => this.columns.indexOf(leader));
      for (const line of this.lines.keys()) {
        const place = line * this.width + column;
        if (leaders.some((leader) => this.isHidden(line, leader)) && this.valueAt(place) !== 0) this.hidden[place] = 1;
      }
    }
  }

  /** The value that has to be kept back next for a sum to give nothing away. */
  private nextOf({ whole, parts }: Equation): Place | null {
    let [kept, sum] = [0, 0];
    for (const place of parts) {
      if (this.hidden[place] !== 1) continue;
      kept += 1;
      sum += this.valueAt(place);
    }
    if (this.hidden[whole] === 1) return kept > 0 ? null : this.smallest(parts);
    if (kept === 0) return null;
    return kept >= 2 && sum >= FEW_BELOW ? null : (this.smallest(parts) ?? whole);
  }

  /** Of those shown that are not zero; of equal ones the first. */
  private smallest(parts: readonly Place[]): Place | null {
    let found: Place | null = null;
    for (const place of parts) {
      const value = this.valueAt(place);
      if (value === 0 || this.hidden[place] === 1) continue;
      if (found === null || value < this.valueAt(found)) found = place;
    }
    return found;
  }

  private valueAt(place: Place): number {
    return this.lines[Math.floor(place / this.width)]?.[place % this.width] ?? 0;
  }

  /** Down each column, then along each line; made as they are looked at, for a row a county they would fill the memory. */
  private *equations(): Generator<Equation> {
    const rows = this.lines.map((_, line) => line).slice(1);
    if (rows.length > 0) {
      for (const column of this.people) {
        if (this.adds(column)) yield { whole: column, parts: rows.map((line) => line * this.width + column) };
      }
    }
    const placed = WHOLES.map(({ whole, parts }) => ({
      whole: this.columns.indexOf(whole),
      parts: parts.map((part) => this.columns.indexOf(part)),
    })).filter(({ whole, parts }) => whole >= 0 && parts.every((part) => part >= 0));
    for (const line of this.lines.keys()) {
      const from = line * this.width;
      for (const { whole, parts } of placed) yield { whole: from + whole, parts: parts.map((part) => from + part) };
    }
  }

  private adds(column: number): boolean {
    const id = this.columns[column];
    return id !== undefined && (counting(id)?.adds ?? false);
  }
}

/** What an indicator gives away: what a share is made of, what another unit measures. */
function leadersOf(id: IndicatorId, period: Period): readonly IndicatorId[] {
  const leader = FOLLOWERS.get(id);
  const found = counting(id);
  const fold = found === null ? null : foldIn(found, period);
  const made = fold?.of === 'share' ? [...fold.over, ...fold.under] : [];
  return leader === undefined ? made : [...made, leader];
}
