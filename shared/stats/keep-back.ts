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
    values.map((value, column) => (grid.isHidden(line, column) ? 'few' : value));
  return {
    table,
    columns,
    rows: rows.map(({ key, values }, at) => ({ key, values: shown(at + 1, values) })),
    total: shown(0, total),
  };
}

type Place = readonly [line: number, column: number];
type Equation = { readonly whole: Place; readonly parts: readonly Place[] };

/** Line 0 is the total. */
class Grid {
  private readonly hidden: boolean[][];
  private readonly equations: readonly Equation[];
  private readonly people: readonly number[];

  constructor(
    private readonly lines: readonly Values[],
    private readonly columns: readonly IndicatorId[],
  ) {
    this.hidden = lines.map(() => []);
    this.people = columns.flatMap((id, at) => (counting(id)?.ofPeople && !FOLLOWERS.has(id) ? [at] : []));
    this.equations = [...this.downwards(), ...this.along()];
  }

  isHidden(line: number, column: number): boolean {
    return this.hidden[line]?.[column] ?? false;
  }

  hideFew(): void {
    for (const [line, values] of this.lines.entries()) {
      for (const column of this.people) {
        const value = values[column] ?? 0;
        if (value > 0 && value < FEW_BELOW) this.hide([line, column]);
      }
    }
  }

  /** One more round over all sums; false when every one of them holds. */
  hideMore(): boolean {
    let isChanged = false;
    for (const equation of this.equations) {
      for (let next = this.nextOf(equation); next !== null; next = this.nextOf(equation)) {
        this.hide(next);
        isChanged = true;
      }
    }
    return isChanged;
  }

  hideFollowers(period: Period): void {
    for (const [column, id] of this.columns.entries()) {
      const leaders = leadersOf(id, period).map((leader) => this.columns.indexOf(leader));
      for (const line of this.lines.keys()) {
        if (leaders.some((leader) => this.isHidden(line, leader)) && this.valueAt([line, column]) !== 0)
          this.hide([line, column]);
      }
    }
  }

  /** The value that has to be kept back next for a sum to give nothing away. */
  private nextOf({ whole, parts }: Equation): Place | null {
    const kept = parts.filter((place) => this.isHidden(...place));
    if (this.isHidden(...whole)) return kept.length > 0 ? null : this.smallest(parts);
    if (kept.length === 0) return null;
    const sum = kept.reduce((all, place) => all + this.valueAt(place), 0);
    return kept.length >= 2 && sum >= FEW_BELOW ? null : (this.smallest(parts) ?? whole);
  }

  /** Of those shown that are not zero; of equal ones the first. */
  private smallest(parts: readonly Place[]): Place | null {
    let found: Place | null = null;
    for (const place of parts) {
      const value = this.valueAt(place);
      if (value === 0 || this.isHidden(...place)) continue;
      if (found === null || value < this.valueAt(found)) found = place;
    }
    return found;
  }

  private valueAt([line, column]: Place): number {
    return this.lines[line]?.[column] ?? 0;
  }

  private hide([line, column]: Place): void {
    const of = this.hidden[line];
    if (of !== undefined) of[column] = true;
  }

  private downwards(): readonly Equation[] {
    if (this.lines.length < 2) return [];
    const adding = this.people.filter((column) => this.adds(column));
    const rows = this.lines.map((_, line) => line).slice(1);
    return adding.map((column) => ({ whole: [0, column], parts: rows.map((line) => [line, column] as const) }));
  }

  private along(): readonly Equation[] {
    const placed = WHOLES.map(({ whole, parts }) => ({
      whole: this.columns.indexOf(whole),
      parts: parts.map((part) => this.columns.indexOf(part)),
    })).filter(({ whole, parts }) => whole >= 0 && parts.every((part) => part >= 0));
    return [...this.lines.keys()].flatMap((line) =>
      placed.map(
        ({ whole, parts }): Equation => ({ whole: [line, whole], parts: parts.map((part) => [line, part] as const) }),
      ),
    );
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
