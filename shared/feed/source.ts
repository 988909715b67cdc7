import { scanNearest, treeNearest } from '../geo/nearest.ts';
import { type Allowed, allowGroups, type NearColumns, type NearRows, plainClasses } from '../geo/question.ts';
import { buildTree, type Tree } from '../geo/tree.ts';
import type { Amenity } from '../station/amenity.ts';
import type { StationCode } from '../station/code.ts';
import { STATUSES } from '../station/station.ts';
import type { Utf8 } from './bytes.ts';
import { codeNumber, codeOfNumber } from './code-block.ts';
import type { CoreColumns, Group } from './columns.ts';
import { type LocalCity, type OverlayRow, piecesAt } from './local.ts';
import { amenityBits, type HeldPieces } from './pieces.ts';
import type { NearQuery } from './row.ts';

/** Rows one question runs over: the base of a region with its tree, or the overlay of one, which is short. */
export type Source = {
  readonly city: LocalCity;
  readonly isBase: boolean;
  readonly n: number;
  /** The 15 digits of each row as a number. */
  readonly code: Float64Array;
  readonly seqOf: (row: number) => number;
  readonly piecesOf: (row: number) => HeldPieces;
  readonly codeOf: (row: number) => StationCode;
  readonly groups: readonly Group[];
  /** 1 = this row is shown elsewhere, or left; set before the first question. */
  readonly hidden: Uint8Array;
  readonly strict: Layer;
  /** Masks hold what is not known to be missing. */
  readonly lenient: Layer;
};

/** Columns and, from the second question on, their tree. */
type Layer = { readonly columns: NearColumns; asked: number; tree: Tree | null };

function layerOf(columns: NearColumns): Layer {
  return { columns, asked: 0, tree: null };
}

export function baseSource(city: LocalCity, utf8: Utf8): Source {
  const { core, list } = city.columns;
  const hidden = new Uint8Array(core.n);
  const shared = {
    n: core.n,
    lng: core.lng,
    lat: core.lat,
    group: core.group,
    tie: core.code,
    hidden,
    groupClasses: plainClasses(core.groups.length),
  };
  const unknownLo = list === null ? new Uint32Array(core.n).fill(0xffffffff) : list.maybeLo;
  const unknownHi = list === null ? unknownLo : list.maybeHi;
  return {
    city,
    isBase: true,
    n: core.n,
    code: core.code,
    seqOf: () => city.columns.seq,
    piecesOf: (row) => piecesAt(city.columns, row, utf8),
    codeOf: (row) => codeOfNumber(core.code[row] ?? 0),
    groups: core.groups,
    hidden,
    strict: layerOf({ ...shared, maskLo: core.yesLo, maskHi: core.yesHi }),
    lenient: layerOf({ ...shared, maskLo: unknownLo, maskHi: unknownHi }),
  };
}

export function overlaySource(city: LocalCity): Source {
  const rows = [...city.overlay.values()];
  const core = coreOf(rows);
  const hidden = new Uint8Array(rows.length);
  const shared = {
    n: rows.length,
    lng: core.lng,
    lat: core.lat,
    group: core.group,
    tie: core.code,
    hidden,
    groupClasses: plainClasses(core.groups.length),
  };
  const at = (row: number): OverlayRow => {
    const one = rows[row];
    if (one === undefined) throw new Error(`the overlay has no row ${row}`);
    return one;
  };
  const maybe = rows.map(({ pieces }) => pieces.states?.maybe ?? { lo: 0xffffffff, hi: 0xffffffff });
  return {
    city,
    isBase: false,
    n: rows.length,
    code: core.code,
    seqOf: (row) => at(row).seq,
    piecesOf: (row) => at(row).pieces,
    codeOf: (row) => at(row).code,
    groups: core.groups,
    hidden,
    strict: layerOf({ ...shared, maskLo: core.yesLo, maskHi: core.yesHi }),
    lenient: layerOf({
      ...shared,
      maskLo: Uint32Array.from(maybe, ({ lo }) => lo),
      maskHi: Uint32Array.from(maybe, ({ hi }) => hi),
    }),
  };
}

function coreOf(rows: readonly OverlayRow[]): Omit<CoreColumns, 'n' | 'cities' | 'county' | 'strays' | 'kind'> {
  const places = new Map<string, number>();
  const groups: Group[] = [];
  const group = Uint16Array.from(rows, ({ pieces: { facts } }) => {
    const key = facts.status + facts.hours;
    const place = places.get(key) ?? groups.push({ hours: facts.hours, status: STATUSES.indexOf(facts.status) }) - 1;
    places.set(key, place);
    return place;
  });
  return {
    lng: Int32Array.from(rows, ({ pieces }) => pieces.point.lng),
    lat: Int32Array.from(rows, ({ pieces }) => pieces.point.lat),
    yesLo: Uint32Array.from(rows, ({ pieces }) => pieces.facts.yes.lo),
    yesHi: Uint32Array.from(rows, ({ pieces }) => pieces.facts.yes.hi),
    group,
    groups,
    code: Float64Array.from(rows, ({ code }) => codeNumber(code)),
  };
}

function bitsOf(amenities: readonly Amenity[]): { readonly lo: number; readonly hi: number } {
  return amenityBits((amenity) => amenities.includes(amenity));
}

/** The k nearest rows of one source. The first question of a base is answered by scan, later ones by its tree. */
export function nearestIn(source: Source, query: NearQuery, allow: Allowed | null): NearRows {
  const layer = query.unknownToo ? source.lenient : source.strict;
  const need = bitsOf(query.want);
  const any = bitsOf(query.wantAny);
  const question = {
    from: query.from,
    needLo: need.lo,
    needHi: need.hi,
    anyLo: any.lo,
    anyHi: any.hi,
    allow,
    k: query.k,
  };
  layer.asked += 1;
  if (!source.isBase || layer.asked < 2) return scanNearest(layer.columns, question);
  layer.tree ??= buildTree(layer.columns);
  return treeNearest(layer.columns, layer.tree, question);
}

export function allowedIn(source: Source, passes: (group: Group) => boolean): Allowed {
  const groups = Uint8Array.from(source.groups, (group) => (passes(group) ? 1 : 0));
  return allowGroups(groups, plainClasses(source.groups.length));
}
