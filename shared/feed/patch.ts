import type { Instant } from '../kernel/instant.ts';
import type { StationCode } from '../station/code.ts';
import type { RegionCode } from '../station/region.ts';
import type { Drop, Epoch, PackRef, Put, RowPart } from './feed.ts';
import {
  type FactsPiece,
  factsOf,
  type PointPiece,
  pointOf,
  type RestPiece,
  restOf,
  type StatesPiece,
  statesOf,
  type TermsPiece,
  type TextPiece,
  termsOf,
  textOf,
} from './pieces.ts';

/** A put as it arrives: the pieces that changed, null for the others. */
export type PutPatch = {
  readonly op: 'put';
  readonly seq: number;
  readonly code: StationCode;
  readonly point: PointPiece | null;
  readonly facts: FactsPiece | null;
  /** Comes with the facts, but for the national core, which has none. */
  readonly states: StatesPiece | null;
  readonly terms: TermsPiece | null;
  readonly text: TextPiece | null;
  readonly rest: RestPatch | null;
};
/** With the two fields that packs keep elsewhere, so that a change of the rest alone is whole. */
export type RestPatch = RestPiece & { readonly region: RegionCode; readonly aliases: readonly string[] };

export type ChangePatch = PutPatch | Drop;

export type DeltaPatch = {
  readonly kind: 'delta';
  readonly epoch: Epoch;
  readonly next: number;
  readonly done: boolean;
  readonly serverTime: Instant;
  readonly changes: readonly ChangePatch[];
};
/** What a feed answer says once its bytes are read. */
export type ReplyPatch =
  | DeltaPatch
  | { readonly kind: 'reset'; readonly epoch: Epoch; readonly serverTime: Instant; readonly pack: PackRef };

export type PatchOptions = {
  /** The national core's feed carries no more than points and facts. */
  readonly isCore: boolean;
  readonly initialsOf: (name: string) => string;
};

/** The pieces of a put that travel. */
export function putPatch(put: Put, { isCore, initialsOf }: PatchOptions): PutPatch {
  const { row, parts } = put;
  const has = (part: RowPart): boolean => parts.includes(part);
  const hasFacts = has('core') || has('facts');
  return {
    op: 'put',
    seq: put.seq,
    code: put.code,
    point: has('core') ? pointOf(row) : null,
    facts: hasFacts ? factsOf(row) : null,
    states: hasFacts && !isCore ? statesOf(row) : null,
    terms: !isCore && (has('list') || has('states')) ? termsOf(row) : null,
    text: !isCore && has('list') ? textOf(row, initialsOf(row.name)) : null,
    rest: !isCore && has('rest') ? { ...restOf(row), region: row.region, aliases: row.aliases } : null,
  };
}
