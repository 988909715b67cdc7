import type { RegionCode } from '../station/region.ts';
import { BUILDS, HOST_TYPES, KINDS, OPERATIONS, TIERS, type UnionId } from '../station/station.ts';
import type { Chronicle } from './chronicle.ts';
import type { DivisionLevel } from './divisions.ts';
import type { Question, RowsBy } from './question.ts';
import { SIZES } from './stand.ts';
import { TRAITS } from './traits.ts';
import { regionOfUnion, type World } from './world.ts';

/** The key of the row of what has no value for it. */
export const NO_VALUE = 'unknown';
/** `cell` of what is not in the scope. */
export const OUTSIDE = -1;
/** The number of the total; rows count from 1. */
export const TOTAL = 0;

/** Rows by their keys, numbered as they come. */
export class RowKeys {
  readonly keys: string[] = [''];
  private readonly places = new Map<string, number>();

  take(key: string): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }

  find(key: string): number | null {
    return this.places.get(key) ?? null;
  }
}

type TraitRows = Extract<RowsBy, 'kind' | 'size' | 'build' | 'operation' | 'hostType' | 'tier'>;
const VALUES: { readonly [B in TraitRows]: readonly string[] } = {
  kind: KINDS,
  size: SIZES,
  build: BUILDS,
  operation: OPERATIONS,
  hostType: HOST_TYPES,
  tier: TIERS,
};

type PlaceRow = (union: UnionId, region: RegionCode) => string | null;

/** Which stations a question asks about, and in which of its rows each stands. */
export class Scope {
  /** Of each place: its row, TOTAL, or OUTSIDE; undefined: not looked at yet. */
  private readonly placeCells: number[] = [];
  private readonly placeRow: PlaceRow;
  private readonly isSynthetic: boolean;
  private readonly trait: TraitRows | null;

  constructor(
    private readonly chronicle: Chronicle,
    private readonly asked: { readonly question: Question; readonly world: World; readonly rows: RowKeys },
  ) {
    const { by, stations } = asked.question;
    this.isSynthetic = stations === 'synthetic';
    this.trait = isTrait(by) ? by : null;
    this.placeRow = placeRowOf(asked);
    for (const key of standingRows(asked)) asked.rows.take(key);
  }

  /** The row a version stands in, TOTAL where there are no rows, OUTSIDE where it is not asked about. */
  cell(version: number): number {
    const { versions } = this.chronicle;
    const isSynthetic = TRAITS.origin(versions.traits[version] ?? 0) === 'synthetic';
    return isSynthetic === this.isSynthetic ? this.cellOfAny(version) : OUTSIDE;
  }

  /** The same for the other sort of station, which is left out. */
  cellLeftOut(version: number): number {
    const { versions } = this.chronicle;
    const isSynthetic = TRAITS.origin(versions.traits[version] ?? 0) === 'synthetic';
    return isSynthetic === this.isSynthetic ? OUTSIDE : this.cellOfAny(version);
  }

  /** Of what belongs to no station but to a union. */
  cellOfUnion(union: UnionId): number {
    const { world, rows } = this.asked;
    if (this.isSynthetic) return OUTSIDE;
    const cell = this.cellOfPlace(union, regionOfUnion(world, union));
    return cell === TOTAL && this.trait !== null ? rows.take(NO_VALUE) : cell;
  }

  private cellOfAny(version: number): number {
    const { versions, pools } = this.chronicle;
    const place = versions.place[version] ?? 0;
    let cell = this.placeCells[place];
    if (cell === undefined) {
      cell = this.cellOfPlace(...pools.placeOf(place));
      this.placeCells[place] = cell;
    }
    if (cell === OUTSIDE || this.trait === null) return cell;
    return this.asked.rows.take(TRAITS[this.trait](versions.traits[version] ?? 0) ?? NO_VALUE);
  }

  private cellOfPlace(union: UnionId, region: RegionCode): number {
    const { question, world, rows } = this.asked;
    if (!world.tree.isWithin(union, question.union)) return OUTSIDE;
    if (question.region !== null && !world.divisions.isWithin(region, question.region)) return OUTSIDE;
    const key = this.placeRow(union, region);
    return key === null ? TOTAL : rows.take(key);
  }
}

function isTrait(by: RowsBy): by is TraitRows {
  return by in VALUES;
}

type Asked = { readonly question: Question; readonly world: World };

/** The division the rows lie in. */
function baseOf({ question, world }: Asked): RegionCode {
  return question.region ?? regionOfUnion(world, question.union);
}

function levelOf(asked: Asked): DivisionLevel | null {
  const { by } = asked.question;
  if (by === 'region') return asked.world.divisions.levelBelow(baseOf(asked));
  return by === 'province' || by === 'city' || by === 'county' ? by : null;
}

function placeRowOf(asked: Asked): PlaceRow {
  const { question, world } = asked;
  if (question.by === 'union') return (union) => childOf(world, union, question.union);
  const level = levelOf(asked);
  if (level === null) return () => null;
  const at = level === 'province' ? 0 : level === 'city' ? 1 : 2;
  return (_, region) => world.divisions.lineOf(region)[at];
}

/** The union right below `top` in whose branch a union is; `top` itself for its own. */
function childOf({ unions }: World, union: UnionId, top: UnionId): string {
  let at = union;
  for (let next: UnionId | null = union; next !== null && next !== top; next = unions.get(next)?.parent ?? null)
    at = next;
  return at;
}

/** Rows that stand even when nothing is in them, in their order. */
function standingRows(asked: Asked): readonly string[] {
  const { question, world } = asked;
  if (isTrait(question.by)) return VALUES[question.by];
  if (question.by === 'union') {
    const children = [...world.unions.values()].filter(
      ({ parent, closedOn }) => parent === question.union && closedOn === null,
    );
    return [question.union, ...children.map(({ id }) => id)];
  }
  const level = levelOf(asked);
  return level === null ? [] : world.divisions.below(baseOf(asked), level);
}

/** Rows in their lasting order: as their list has them, what has no value last; divisions and unions by code. */
export function orderedRows({ keys }: RowKeys, by: RowsBy): readonly number[] {
  const numbers = keys.map((_, row) => row).slice(1);
  const places = isTrait(by) ? VALUES[by] : null;
  const rank = (row: number) => {
    const at = places?.indexOf(keys[row] ?? '') ?? 0;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return numbers.sort((a, b) => rank(a) - rank(b) || order(keys[a], keys[b]));
}

function order(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
