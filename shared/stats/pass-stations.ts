import type { Day } from '../kernel/instant.ts';
import { AMENITIES } from '../station/amenity.ts';
import { EXIT_REASONS } from '../station/command.ts';
import { STATUSES } from '../station/station.ts';
import { stateAt } from './amenity-states.ts';
import { besides } from './beside.ts';
import type { Chronicle } from './chronicle.ts';
import type { Beside, ExitFact, Flow } from './fold.ts';
import { nearOnes } from './near.ts';
import { OUTSIDE, TOTAL } from './scope.ts';
import type { Run } from './sink.ts';
import type { StandView } from './stand-view.ts';

type Pass = Run & {
  readonly view: StandView;
  readonly besideOf: (station: number) => Beside;
  /** For each `near` column the versions that have another nearby. */
  readonly near: readonly ReadonlySet<number>[];
};

/** A pulse every so many stations: some milliseconds of counting. */
const PULSE_STATIONS = 1024;

/** Stock, flow and all that is asked of standing stations, in one pass over them. */
export function passStations(run: Run): void {
  const { chronicle, question, span, plan } = run;
  const near = plan.near.map(({ fold }) => nearOnes(run, fold.metres));
  const pass: Pass = { ...run, view: chronicle.stand(0), besideOf: besides(run), near };
  for (let station = 0; station < chronicle.stations; station++) {
    if (station % PULSE_STATIONS === 0) run.pulse(station, chronicle.stations);
    const closing = chronicle.at(station, span.last, question.asOf.seq);
    if (closing >= 0) countClosing(pass, closing);
    const opening = countFlows(pass, station, closing);
    countOpening(pass, station, opening);
  }
}

function countClosing(pass: Pass, version: number): void {
  const { chronicle, scope, plan, sink } = pass;
  if (!chronicle.isPublished(version)) return;
  const cell = scope.cell(version);
  const { versions } = chronicle;
  const station = versions.station[version] ?? 0;
  if (cell === OUTSIDE) {
    if (plan.leftOut.length > 0) countLeftOut(pass, version);
    return;
  }
  sink.begin(station, versions.seq[version] ?? 0);
  const { view } = pass;
  view.version = version;
  if (plan.closing.length > 0) {
    const beside = pass.besideOf(station);
    for (const { column, fold } of plan.closing) {
      const amount = fold.value(view, beside);
      if (amount !== 0) sink.put(cell, column, amount);
    }
  }
  if (plan.amenities.length > 0) countAmenities(pass, cell);
  countQuality(pass, { version, station, cell });
}

function countLeftOut({ chronicle, scope, plan, sink }: Pass, version: number): void {
  const cell = scope.cellLeftOut(version);
  if (cell === OUTSIDE) return;
  sink.begin(chronicle.versions.station[version] ?? 0, chronicle.versions.seq[version] ?? 0);
  for (const column of plan.leftOut) sink.put(cell, column, 1);
}

function countAmenities({ view, plan, sink }: Pass, cell: number): void {
  const states = view.amenities;
  for (let at = 0; at < AMENITIES.length; at++) {
    const columns = plan.amenities[at * 8 + stateAt(states, at)];
    if (columns === undefined) continue;
    for (const column of columns) sink.put(cell, column, 1);
  }
}

type Place = { readonly version: number; readonly station: number; readonly cell: number };

function countQuality(pass: Pass, { version, station, cell }: Place): void {
  const { plan, sink, view, ground, near } = pass;
  if (plan.outside.length > 0 && ground.isOutside?.(view) === true) {
    for (const column of plan.outside) sink.put(cell, column, 1);
  }
  for (const [at, { column }] of plan.near.entries()) if (near[at]?.has(version)) sink.put(cell, column, 1);
  for (const { column, fold } of plan.medians) {
    if (fold.fact !== 'closing') continue;
    const value = fold.value(view, pass.besideOf(station));
    if (value !== null) sink.observe(cell, column, value);
  }
}

/** Every change of a station within the span; returns the version it had before it. */
function countFlows(pass: Pass, station: number, closing: number): number {
  const { chronicle, openingDay, sink } = pass;
  const { versions } = chronicle;
  let version = closing;
  while (version >= 0 && (versions.day[version] ?? 0) > openingDay) {
    const before = versions.previous[version] ?? -1;
    sink.begin(station, versions.seq[version] ?? 0);
    countFlow(pass, before, version);
    version = before;
  }
  return version;
}

function countFlow(pass: Pass, before: number, version: number): void {
  const { chronicle, scope, plan, sink } = pass;
  const from = chronicle.isPublished(before) ? scope.cell(before) : OUTSIDE;
  const to = chronicle.isPublished(version) ? scope.cell(version) : OUTSIDE;
  if (from === OUTSIDE && to === OUTSIDE) return;
  const { into, out } = flowsOf(chronicle, before, version);
  if (from !== to) {
    if (to > TOTAL) for (const column of plan.flows[into]) sink.add(to, column, 1);
    if (from > TOTAL) for (const column of plan.flows[out]) sink.add(from, column, 1);
  }
  // For the whole scope it is one cell, whatever its rows are.
  if (from === OUTSIDE) for (const column of plan.flows[into]) sink.add(TOTAL, column, 1);
  if (to === OUTSIDE) for (const column of plan.flows[out]) sink.add(TOTAL, column, 1);
  if (to === OUTSIDE && (out === 'retired' || out === 'merged')) countExit(pass, version, from);
}

/** How a station comes into a cell by a version and how it leaves the one it was in. Published on both sides, it moved. */
export function flowsOf(
  chronicle: Chronicle,
  before: number,
  version: number,
): { readonly into: Flow; readonly out: Flow } {
  const [was, is] = [chronicle.isPublished(before), chronicle.isPublished(version)];
  if (was && is) return { into: 'moved-in', out: 'moved-out' };
  const { versions, pools } = chronicle;
  if (is) {
    if (pools.steps.term(versions.step[version] ?? 0) === 'relocate') return { into: 'moved-in', out: 'moved-out' };
    return { into: leftStatus(versions.status[before]) === null ? 'new' : 'reinstated', out: 'retired' };
  }
  const left = leftStatus(versions.status[version]);
  return { into: 'new', out: left === 'relocated' ? 'moved-out' : left === 'merged' ? 'merged' : 'retired' };
}

function leftStatus(code: number | undefined): 'retired' | 'merged' | 'relocated' | null {
  const status = STATUSES[code ?? -1];
  return status === 'retired' || status === 'merged' || status === 'relocated' ? status : null;
}

function countExit({ chronicle, plan, sink }: Pass, version: number, cell: number): void {
  const isAsked = plan.exits.length > 0 || plan.medians.length > 0;
  // A purged example did not leave: it was never there.
  if (!isAsked || leftStatus(chronicle.versions.status[version]) === null) return;
  const exit = exitFact(chronicle, version);
  for (const { column, fold } of plan.exits) {
    const amount = fold.value(exit);
    if (amount !== 0) sink.put(cell, column, amount);
  }
  for (const { column, fold } of plan.medians) {
    if (fold.fact !== 'exit') continue;
    const value = fold.value(exit);
    if (value !== null) sink.observe(cell, column, value);
  }
}

function exitFact({ versions, pools }: Chronicle, version: number): ExitFact {
  let foundOn: number | null = null;
  let proposedOn: number | null = null;
  for (let at = versions.previous[version] ?? -1; at >= 0; at = versions.previous[at] ?? -1) {
    const status = STATUSES[versions.status[at] ?? 0];
    if (status === 'rectifying') foundOn = versions.day[at] ?? 0;
    else if (status === 'exit-proposed') proposedOn = versions.day[at] ?? 0;
    else if (status !== 'exit-notice' && status !== 'suspended') break;
  }
  return {
    on: (versions.day[version] ?? 0) as Day,
    step: pools.steps.term(versions.step[version] ?? 0),
    cause: EXIT_REASONS[(versions.cause[version] ?? 0) - 1] ?? null,
    foundOn: (foundOn ?? proposedOn) as Day | null,
  };
}

/** Opening as it was signed, or as it is known now; what lies between the two are the corrections. */
function countOpening(pass: Pass, station: number, known: number): void {
  const { chronicle, scope, signed, plan, sink, view } = pass;
  const nowCell = chronicle.isPublished(known) ? scope.cell(known) : OUTSIDE;
  const then = signed === null ? known : chronicle.at(station, signed.day, signed.seq);
  const thenCell = signed === null ? nowCell : chronicle.isPublished(then) ? signed.scope.cell(then) : OUTSIDE;
  if (thenCell !== OUTSIDE && plan.opening.length > 0) {
    view.version = then;
    sink.begin(station, chronicle.versions.seq[then] ?? 0);
    for (const { column, fold } of plan.opening) sink.put(thenCell, column, fold.value(view));
  }
  if (thenCell === nowCell) return;
  sink.begin(station, chronicle.versions.seq[known < 0 ? then : known] ?? 0);
  if (nowCell > TOTAL) for (const column of plan.correctionsIn) sink.add(nowCell, column, 1);
  if (thenCell > TOTAL) for (const column of plan.correctionsOut) sink.add(thenCell, column, 1);
  if (thenCell === OUTSIDE) for (const column of plan.correctionsIn) sink.add(TOTAL, column, 1);
  if (nowCell === OUTSIDE) for (const column of plan.correctionsOut) sink.add(TOTAL, column, 1);
}
