import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { HoursReading } from '../../../shared/station/hours-parse.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import { nameSimilarity } from '../../../shared/station/text.ts';
import type { Changed } from '../../../shared/words/change.ts';
import type { Answer, Staged } from './answer.ts';
import type { NamedDatum } from './columns.ts';
import { identityOf, type Register } from './existing.ts';
import { type Stated, statedFacts } from './facts.ts';
import type { Flag, Note } from './flag.ts';
import { asGcj02 } from './place.ts';
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
  /** What a person said to it; null when nobody was asked. */
  readonly answer: Answer | null;
  /** The record a person saw when deciding, and what was to change in it; null where nobody looked. */
  readonly seen: { readonly rev: number; readonly changes: readonly Changed[] } | null;
};
/** What is to happen to one row, before it is decided and committed. */
export type Planned =
  | PlannedStation
  | { readonly kind: 'refused'; readonly row: ReadRow; readonly refusal: Refusal }
  /** The same station again in one file; `alike` when it says nothing else. */
  | { readonly kind: 'repeat'; readonly row: ReadRow; readonly flag: Flag; readonly alike: boolean }
  | { readonly kind: 'skipped'; readonly row: ReadRow };

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
  /** The union that answers for a row; null when another branch does. */
  readonly unionOf: (region: RegionCode) => UnionId | null;
  readonly duplicateMetres: number;
  readonly newId: () => StationId;
  readonly readHours: (text: string) => HoursReading;
  /** Stations this file has spoken of so far; of what it said only enough to know it again. */
  readonly claimed: Map<StationId, Claim>;
};

/** Above this two names near one point are read as one place under two spellings. */
const ALIKE = 0.6;

/** One row of the ledger: placed, found again or new, and whatever a person must look at first. */
export function planRow(row: ReadRow, context: PlanContext, answer: Answer | null = null): Planned {
  if (answer?.kind === 'skip') return { kind: 'skipped', row };
  if (!row.read.ok) return { kind: 'refused', row, refusal: row.read.refusal };
  const placed = ourPlace(placeRow(row.read.value, context.datum, context.atlas), context);
  if (!placed.region) {
    const { lng, lat } = placed.point;
    return { kind: 'refused', row, refusal: { kind: 'point-abroad', field: 'point', lng, lat } };
  }
  const union = context.unionOf(placed.region);
  if (union === null) {
    return { kind: 'refused', row, refusal: { kind: 'outside-branch', region: context.atlas.nameOf(placed.region) } };
  }
  const facts = statedFacts(placed, placed.region, { union, datum: context.datum, readHours: context.readHours });
  const stated = withRegionNote(facts, placed, context.atlas);
  const identity = identityOf(union, row.read.value);
  const said = answer?.kind === 'same' ? answer.code : row.read.value.code;
  const known = context.register.find({ ...row.read.value, code: said }, identity);
  // Codes are issued here and nowhere else: one that is not registered is another's, or mistyped.
  if (!known && said) return { kind: 'refused', row, refusal: { kind: 'station-unknown', code: said } };
  if (known) return planKnown(row, known, { placed, stated, answer, context });
  const planned = stationOf(row, 'fresh', { id: context.newId(), stated, answer });
  const flagged = { ...planned, flags: flagsOf(placed, null, context) };
  // One object for both: hundreds of thousands of them wait for the rows to come.
  const { federationCode, point } = stated.facts;
  const claim = { id: planned.id, code: null, ...claimOf(placed, stated) };
  context.register.add(claim, { federationCode, point, identity });
  context.claimed.set(planned.id, claim);
  return flagged;
}

/** A point beyond the branch under words that name a county of it: a mistake to be put right here, not a row for others. */
function ourPlace(placed: Placed, { atlas, unionOf }: PlanContext): Placed {
  const { region, named, outside } = placed;
  const isAbroad = outside && region !== null && unionOf(region) === null;
  const isOurs = named !== null && atlas.isLeaf(named) && unionOf(named) !== null;
  return isAbroad && isOurs ? { ...placed, region: named, elsewhere: true } : placed;
}

type Meant = { readonly id: StationId; readonly stated: Stated; readonly answer: Answer | null };

function stationOf(row: ReadRow, kind: PlannedStation['kind'], meant: Meant): PlannedStation {
  const { id, stated, answer } = meant;
  return { kind, row, id, stated, flags: [], waiting: false, answer, seen: null };
}

type Reading = {
  readonly placed: Placed;
  readonly stated: Stated;
  readonly answer: Answer | null;
  readonly context: PlanContext;
};

function planKnown(row: ReadRow, id: StationId, { placed, stated, answer, context }: Reading): Planned {
  const claim = claimOf(placed, stated);
  const earlier = context.claimed.get(id);
  if (!earlier) {
    context.claimed.set(id, claim);
    const waiting = context.register.isWaiting(id);
    const flags = waiting ? flagsOf(placed, id, context) : [];
    return { ...stationOf(row, 'known', { id, stated, answer }), waiting, flags };
  }
  const of = { name: earlier.name, code: null, row: earlier.row };
  const alike = earlier.saying === claim.saying && earlier.region === claim.region;
  return { kind: 'repeat', row, flag: { kind: 'repeated-row', of }, alike };
}

/**
 * The plan of a row again, from what was kept of it and its cells. `point` was decided by the datum then, and so was the
 * county: borders are not looked at twice.
 */
export function planAgain(
  row: ReadRow,
  staged: Staged,
  { context, answer }: { readonly context: Again; readonly answer: Answer | null },
): Planned {
  if (staged.kind === 'skipped') return { kind: 'skipped', row };
  if (staged.kind === 'repeat') return { kind: 'repeat', row, flag: staged.flag, alike: staged.alike };
  if (staged.kind === 'refused') return { kind: 'refused', row, refusal: staged.refusal };
  if (!row.read.ok) return { kind: 'refused', row, refusal: row.read.refusal };
  const { datum, readHours } = context;
  const point = asGcj02(row.read.value.raw, datum);
  const placed = { row: row.read.value, point, region: staged.region, named: null, outside: false, elsewhere: false };
  const { id, union, flags, waiting, rev, changes } = staged;
  const stated = { ...statedFacts(placed, staged.region, { union, datum, readHours }), notes: staged.notes };
  const seen = rev === null ? null : { rev, changes };
  return { ...stationOf(row, staged.kind, { id, stated, answer }), flags, waiting, seen };
}

export type Again = Pick<PlanContext, 'datum' | 'readHours'>;

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
export function flagsOf(
  placed: Placed,
  self: StationId | null,
  { atlas, register, duplicateMetres }: Pick<PlanContext, 'atlas' | 'register' | 'duplicateMetres'>,
): Flag[] {
  const flags: Flag[] = [];
  if (placed.row.raw.centre && placed.region) flags.push({ kind: 'centre-only', region: atlas.nameOf(placed.region) });
  if (placed.outside && placed.named) {
    const found = atlas.countyOf(placed.point);
    flags.push({
      kind: 'outside-named-region',
      named: atlas.nameOf(placed.named),
      found: found && atlas.nameOf(found),
      elsewhere: placed.elsewhere,
    });
  }
  for (const { key, metres } of register.near(placed.point, duplicateMetres)) {
    if (key.id === self) continue;
    const of = { name: key.name, code: key.code, row: key.row };
    if (metres < 0.1 && !placed.row.raw.centre) flags.push({ kind: 'same-point', of });
    else if (nameSimilarity(key.name, placed.row.name) >= ALIKE) flags.push({ kind: 'near-duplicate', metres, of });
  }
  return flags.slice(0, 3);
}
