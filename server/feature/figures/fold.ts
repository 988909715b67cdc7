import type { FiguresRefusal } from '../../../shared/kernel/refused-figures.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import { STATUSES, type UnionId } from '../../../shared/station/station.ts';
import { type Counted, counted } from '../../../shared/stats/counted.ts';
import type { IndicatorId } from '../../../shared/stats/definition.ts';
import { indicator } from '../../../shared/stats/definitions/all.ts';
import { difference } from '../../../shared/stats/difference.ts';
import type { Cell, Question } from '../../../shared/stats/question.ts';
import { type Source, spanOf } from '../../../shared/stats/run.ts';
import { OUTSIDE, RowKeys, Scope } from '../../../shared/stats/scope.ts';
import { knownAt } from '../../../shared/stats/told.ts';
import { worldAt } from '../../../shared/stats/world.ts';
import type { Beside, CountedStation, DifferentStation, Figures, Standing } from './figures.ts';

type Named = Parameters<Figures['beside']>[1];
type Answered<T> = Result<T, FiguresRefusal>;

/** Null: the question can be answered. */
export function questionFault({ period, asOf }: Question): FiguresRefusal | null {
  const { first, last } = spanOf({ period, asOf });
  return last < first ? { kind: 'period-not-begun', period } : null;
}

export function indicatorFault(ids: readonly IndicatorId[]): FiguresRefusal | null {
  const unknown = ids.find((id) => indicator(id) === null);
  return unknown === undefined ? null : { kind: 'indicator-unknown', indicator: unknown };
}

/** Stations behind a cell, and what in it is of none. */
export function countedIn(
  source: Source,
  question: Question,
  cell: Cell,
): Answered<{ readonly stations: readonly CountedStation[]; readonly beside: number }> {
  const fault = questionFault(question) ?? indicatorFault([cell.indicator]);
  if (fault !== null) return refuse(fault);
  const found = counted(source, question, cell);
  if (found === null) return refuse({ kind: 'row-unknown', row: cell.row ?? '' });
  return ok({ stations: stationsOf(source, question, found), beside: found.beside });
}

function stationsOf({ chronicle }: Source, question: Question, { stations }: Counted): readonly CountedStation[] {
  const { last } = spanOf(question);
  return stations.map(({ station, amount, seq }) => {
    const version = chronicle.at(station, last, question.asOf.seq);
    const status = STATUSES[chronicle.versions.status[version] ?? -1] ?? 'abandoned';
    return { id: chronicle.idOf(station), amount, status, seq };
  });
}

export function differenceIn(
  source: Source,
  { question, against, cell }: { readonly question: Question; readonly against: Question; readonly cell: Cell },
): Answered<readonly DifferentStation[]> {
  const fault = questionFault(question) ?? questionFault(against) ?? indicatorFault([cell.indicator]);
  if (fault !== null) return refuse(fault);
  const found = difference(source, question, { against, cell });
  if (found === null) return refuse({ kind: 'row-unknown', row: cell.row ?? '' });
  return ok(found.stations.map(({ station, ...different }) => ({ id: source.chronicle.idOf(station), ...different })));
}

export function besideIn({ chronicle, ground }: Source, question: Question, named: Named): Answered<Beside> {
  const fault = questionFault(question);
  if (fault !== null) return refuse(fault);
  const { seq } = question.asOf;
  const world = worldAt(chronicle, ground, { seq, divisions: question.divisions });
  const wanted = new Set<string>(named.regions);
  const told = chronicle.cases.told.filter(({ subject }) => subject === 'region');
  const regions = knownAt(
    new Map(ground.regions.flatMap((region) => (wanted.has(region.code) ? [[region.code as string, region]] : []))),
    told,
    seq,
  );
  const unionName = (id: UnionId): readonly (readonly [UnionId, string])[] => {
    const union = world.unions.get(id);
    return union === undefined ? [] : [[id, union.name]];
  };
  return ok({
    unions: new Map(named.unions.flatMap(unionName)),
    regions: new Map([...regions].map(([code, { name }]) => [code as RegionCode, name])),
    leftOut: leftOutOf({ chronicle, ground }, question),
  });
}

function leftOutOf(source: Source, question: Question): number {
  let count = 0;
  eachPublished(source, question, (version, scope) => {
    if (scope.cellLeftOut(version) !== OUTSIDE) count += 1;
  });
  return count;
}

export function standsIn(source: Source, question: Question): Answered<readonly Standing[]> {
  const fault = questionFault(question);
  if (fault !== null) return refuse(fault);
  const { chronicle } = source;
  const { versions } = chronicle;
  const stands: Standing[] = [];
  // One list of states for all that share it: told to another thread it is told once.
  const states = new Map<number, readonly number[]>();
  const view = chronicle.stand(0);
  eachPublished(source, question, (version, scope) => {
    if (scope.cell(version) === OUTSIDE) return;
    view.version = version;
    const set = versions.amenities[version] ?? 0;
    const amenities = states.get(set) ?? Array.from(view.amenities);
    states.set(set, amenities);
    const { status, union, region, kind, size, build, operation, hostType, tier, origin } = view;
    const { verified, pointMethod, honours, hours, verifiedOn, lng, lat } = view;
    const id = chronicle.idOf(versions.station[version] ?? 0);
    const place = { id, status, union, region, kind, size, build, operation, hostType, tier, origin };
    stands.push({ ...place, verified, pointMethod, honours, amenities, hours, verifiedOn, lng, lat });
  });
  return ok(stands.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** A pulse every so many stations. */
const PULSE_STATIONS = 4096;

function eachPublished(
  { chronicle, ground, pulse }: Source,
  question: Question,
  visit: (version: number, scope: Scope) => void,
): void {
  const { seq } = question.asOf;
  const { last } = spanOf(question);
  const world = worldAt(chronicle, ground, { seq, divisions: question.divisions });
  const scope = new Scope(chronicle, { question: { ...question, by: 'none' }, world, rows: new RowKeys() });
  for (let station = 0; station < chronicle.stations; station++) {
    if (station % PULSE_STATIONS === 0) pulse?.(station, chronicle.stations);
    const version = chronicle.at(station, last, seq);
    if (chronicle.isPublished(version)) visit(version, scope);
  }
}
