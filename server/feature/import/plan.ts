import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { HoursReading } from '../../../shared/station/hours-parse.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import { nameSimilarity } from '../../../shared/station/text.ts';
import type { NamedDatum } from './columns.ts';
import { identityOf, type Register } from './existing.ts';
import { type Stated, statedFacts } from './facts.ts';
import type { Flag, Note } from './flag.ts';
import { type Atlas, type Placed, placeRow } from './placed.ts';
import type { ReadRow } from './row.ts';

/** A row that stands for one station: one registered already (`known`) or a new one. */
export type PlannedStation = {
  readonly kind: 'known' | 'fresh';
  readonly row: ReadRow;
  readonly id: StationId;
  readonly stated: Stated;
  readonly flags: readonly Flag[];
  /** Flagged at an earlier import: this row is the answer, or the same question again. */
  readonly waiting: boolean;
};
/** What is to happen to one row, before it is decided and committed. */
export type Planned =
  | PlannedStation
  | { readonly kind: 'refused'; readonly row: ReadRow; readonly refusal: Refusal }
  /** The same station again in one file; `alike` when it says nothing else. */
  | { readonly kind: 'repeat'; readonly row: ReadRow; readonly flag: Flag; readonly alike: boolean };

type Claim = {
  readonly row: number;
  readonly name: string;
  readonly region: RegionCode;
  readonly saying: number;
};

export type PlanContext = {
  readonly atlas: Atlas;
  readonly register: Register;
  readonly datum: NamedDatum;
  /** The union that answers for a row: the one asked for, else its county's, else the federation. */
  readonly unionOf: (region: RegionCode) => UnionId;
  readonly duplicateMetres: number;
  readonly newId: () => StationId;
  readonly readHours: (text: string) => HoursReading;
  /** Stations this file has spoken of so far; of what it said only enough to know it again. */
  readonly claimed: Map<StationId, Claim>;
};

/** Above this two names near one point are read as one place under two spellings. */
const ALIKE = 0.6;

/** One row of the ledger: placed, found again or new, and whatever a person must look at first. */
export function planRow(row: ReadRow, context: PlanContext): Planned {
  if (!row.read.ok) return { kind: 'refused', row, refusal: row.read.refusal };
  const placed = placeRow(row.read.value, context.datum, context.atlas);
  if (!placed.region) {
    const { lng, lat } = placed.point;
    return { kind: 'refused', row, refusal: { kind: 'point-abroad', field: 'point', lng, lat } };
  }
  const union = context.unionOf(placed.region);
  const facts = statedFacts(placed, placed.region, { union, datum: context.datum, readHours: context.readHours });
  const stated = withRegionNote(facts, placed, context.atlas);
  const identity = identityOf(union, row.read.value);
  const known = context.register.find(row.read.value, identity);
  const { code } = row.read.value;
  // Codes are issued here and nowhere else: one that is not registered is another's, or mistyped.
  if (!known && code) return { kind: 'refused', row, refusal: { kind: 'station-unknown', code } };
  if (known) return planKnown(row, known, { placed, stated, context });
  const planned: PlannedStation = {
    kind: 'fresh',
    row,
    id: context.newId(),
    stated,
    flags: flagsOf(placed, null, context),
    waiting: false,
  };
  // One object for both: hundreds of thousands of them wait for the rows to come.
  const { federationCode, point } = stated.facts;
  const claim = { id: planned.id, code: null, ...claimOf(placed, stated) };
  context.register.add(claim, { federationCode, point, identity });
  context.claimed.set(planned.id, claim);
  return planned;
}

type Reading = {
  readonly placed: Placed;
  readonly stated: Stated;
  readonly context: PlanContext;
};

function planKnown(row: ReadRow, id: StationId, { placed, stated, context }: Reading): Planned {
  const claim = claimOf(placed, stated);
  const earlier = context.claimed.get(id);
  if (!earlier) {
    context.claimed.set(id, claim);
    const waiting = context.register.isWaiting(id);
    return { kind: 'known', row, id, stated, waiting, flags: waiting ? flagsOf(placed, id, context) : [] };
  }
  const of = { name: earlier.name, code: null, row: earlier.row };
  const alike = earlier.saying === claim.saying && earlier.region === claim.region;
  return { kind: 'repeat', row, flag: { kind: 'repeated-row', of }, alike };
}

function claimOf({ row }: Placed, { facts }: Stated): Claim {
  return { row: row.number, name: row.name, region: facts.region, saying: row.saying };
}

/** A district that GB/T 2260 does not know (a development zone): say which county the point decided for. */
function withRegionNote(stated: Stated, { row, named, region }: Placed, atlas: Atlas): Stated {
  if (row.district === null || named !== null || region === null) return stated;
  const note: Note = { kind: 'region-by-point', region: atlas.nameOf(region) };
  return { ...stated, notes: [...stated.notes, note] };
}

/** `self`: the station itself, which is no twin of its own. */
function flagsOf(placed: Placed, self: StationId | null, { atlas, register, duplicateMetres }: PlanContext): Flag[] {
  const flags: Flag[] = [];
  if (placed.outside && placed.named) {
    const found = atlas.countyOf(placed.point);
    flags.push({
      kind: 'outside-named-region',
      named: atlas.nameOf(placed.named),
      found: found && atlas.nameOf(found),
    });
  }
  for (const { key, metres } of register.near(placed.point, duplicateMetres)) {
    if (key.id === self) continue;
    const of = { name: key.name, code: key.code, row: key.row };
    if (metres < 0.1) flags.push({ kind: 'same-point', of });
    else if (nameSimilarity(key.name, placed.row.name) >= ALIKE) flags.push({ kind: 'near-duplicate', metres, of });
  }
  return flags.slice(0, 3);
}
