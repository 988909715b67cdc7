import type { Patch } from '../../../shared/station/command.ts';
import type { Station } from '../../../shared/station/station.ts';
import { fieldName } from '../../../shared/words/field.ts';
import { isRecord, valueText } from '../../../shared/words/value.ts';
import { stable } from './facts.ts';

/** One thing that two people changed: what I typed, what stands now, what we both began with. */
export type Clashing = {
  /** A field, or a part of one that is made of parts: `amenities.water`. */
  readonly unit: string;
  readonly name: string;
  readonly mine: string;
  readonly now: string;
  readonly base: string;
};
export type Merge = {
  /** Both changed it, to different things: a person must choose. */
  readonly both: readonly Clashing[];
  /** Only I changed it; it will be written. */
  readonly onlyMine: readonly Clashing[];
  /** Only somebody else changed it; it stays. */
  readonly onlyNow: readonly Clashing[];
};

const IN_PARTS: readonly string[] = ['amenities', 'access'];
/** What no form writes. */
const KEPT = ['id', 'code', 'predecessor', 'successor', 'origin', 'verified', 'verifiedOn', 'status', 'statusNote'];

type Side = ReadonlyMap<string, unknown>;

/** `base`: what I began with; `mine`: that with my changes; `now`: what is stored. */
export function mergeOf(base: Station, mine: Station, now: Station): Merge {
  const [was, typed, stored] = [unitsOf(base), unitsOf(mine), unitsOf(now)];
  const units = [...new Set([...was.keys(), ...typed.keys(), ...stored.keys()])];
  const differs = (a: Side, b: Side, unit: string) => stable(a.get(unit)) !== stable(b.get(unit));
  const said = (unit: string): Clashing => ({
    unit,
    name: unit.startsWith('access.') ? fieldName(unit.slice(7)) : fieldName(unit),
    mine: textOf(unit, typed),
    now: textOf(unit, stored),
    base: textOf(unit, was),
  });
  const iChanged = units.filter((unit) => differs(was, typed, unit));
  const theyChanged = units.filter((unit) => differs(was, stored, unit));
  return {
    both: iChanged.filter((unit) => theyChanged.includes(unit) && differs(typed, stored, unit)).map(said),
    onlyMine: iChanged.filter((unit) => !theyChanged.includes(unit)).map(said),
    onlyNow: theyChanged.filter((unit) => !iChanged.includes(unit)).map(said),
  };
}

function unitsOf(station: Station): Side {
  const entries = Object.entries(station).filter(([key]) => ![...KEPT, 'openedOn', 'rev'].includes(key));
  return new Map(
    entries.flatMap(([key, value]): [string, unknown][] =>
      IN_PARTS.includes(key) && isRecord(value)
        ? Object.entries(value).map(([part, inner]) => [`${key}.${part}`, inner])
        : [[key, value]],
    ),
  );
}

function textOf(unit: string, side: Side): string {
  const value = side.get(unit);
  if (unit.startsWith('amenities.') && value === undefined) return '不清楚';
  return valueText(unit.slice(unit.indexOf('.') + 1), value);
}

/** What is stored, with mine in the units listed: the record to write on top of it. */
export function withMine(now: Station, mine: Station, units: readonly string[]): Station {
  const typed = unitsOf(mine);
  const merged = new Map<string, unknown>(unitsOf(now));
  for (const unit of units) {
    if (typed.has(unit)) merged.set(unit, typed.get(unit));
    else merged.delete(unit);
  }
  return { ...now, ...patchFrom(merged) };
}

function patchFrom(units: Side): Patch {
  const fields: { [field: string]: unknown } = Object.fromEntries(IN_PARTS.map((field) => [field, {}]));
  for (const [unit, value] of units) {
    const dot = unit.indexOf('.');
    const inner = dot < 0 ? null : fields[unit.slice(0, dot)];
    if (isRecord(inner)) fields[unit.slice(0, dot)] = { ...inner, [unit.slice(dot + 1)]: value };
    else fields[unit] = value;
  }
  // Each value comes from one of two records of ours, under its own name.
  return fields as Patch;
}
