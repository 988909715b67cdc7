import { type Day, dayOf } from '../kernel/instant.ts';
import { ANSWERED } from '../report/report.ts';
import type { UnionId } from '../station/station.ts';
import { entryAt, visitsWithin } from './beside.ts';
import type { ReportCase, TaskCase } from './cases.ts';
import type { ReportFact, TaskFact } from './fold.ts';
import { OUTSIDE } from './scope.ts';
import type { Run } from './sink.ts';

/** Reports, entries, tasks and scans, each where its station stood on its day. */
export function passCases(run: Run): void {
  const { plan } = run;
  const medians = (fact: string) => plan.medians.some(({ fold }) => fold.fact === fact);
  if (plan.reports.length > 0 || medians('report')) countReports(run);
  if (plan.entries.length > 0 || medians('entry')) countEntries(run);
  if (plan.tasks.length > 0) countTasks(run);
  if (plan.visits.length > 0) countVisits(run);
}

type Whose = { readonly station: number; readonly union: UnionId | null };

/** The cell a fact counts in: of its station on that day, or before its first day as it began; else of its union. */
function cellOn(run: Run, on: Day, of: Whose): number {
  const { chronicle, question, span, scope } = run;
  if (of.station < 0) return of.union === null ? OUTSIDE : scope.cellOfUnion(of.union);
  const { seq } = question.asOf;
  const day = Math.min(on, span.last) as Day;
  let version = chronicle.at(of.station, day, seq);
  if (version < 0) version = firstKnown(run, of.station);
  return version < 0 ? OUTSIDE : scope.cell(version);
}

function firstKnown({ chronicle, question }: Run, station: number): number {
  const { versions } = chronicle;
  let first = -1;
  for (let at = chronicle.headOf(station); at >= 0; at = versions.previous[at] ?? -1) {
    if ((versions.seq[at] ?? 0) <= question.asOf.seq) first = at;
  }
  return first;
}

function countReports(run: Run): void {
  const { chronicle, plan, span, sink } = run;
  for (const filed of chronicle.cases.reports) {
    const found = reportAt(filed, run);
    if (found === null) continue;
    const { report, seq } = found;
    const cell = cellOn(run, report.on, filed);
    if (cell === OUTSIDE) continue;
    sink.begin(filed.station, seq);
    for (const { column, fold } of plan.reports) {
      const amount = fold.value(report, span);
      if (amount !== 0) sink.put(cell, column, amount);
    }
    for (const { column, fold } of plan.medians) {
      const value = fold.fact === 'report' ? fold.value(report, span) : null;
      if (value !== null) sink.observe(cell, column, value);
    }
  }
}

/** As it stood at the end of the span; null when it came later. */
function reportAt(
  { kind, steps }: ReportCase,
  { question, span }: Run,
): { readonly report: ReportFact; readonly seq: number } | null {
  const [filed] = steps;
  if (filed === undefined) return null;
  let last = null;
  for (const step of steps) if (step.seq <= question.asOf.seq && dayOf(step.at) <= span.last) last = step;
  if (last === null) return null;
  const answeredAt = ANSWERED.includes(last.state) ? last.at : null;
  const answeredOn = answeredAt === null ? null : dayOf(answeredAt);
  const report = { kind, at: filed.at, on: dayOf(filed.at), state: last.state, answeredAt, answeredOn };
  return { report, seq: last.seq };
}

function countEntries(run: Run): void {
  const { chronicle, plan, span, question, sink } = run;
  for (const kept of chronicle.cases.entries) {
    const fact = entryAt(kept, question.asOf.seq, span);
    if (fact === null) continue;
    const cell = cellOn(run, fact.on, { station: kept.station, union: fact.entry.union });
    if (cell === OUTSIDE) continue;
    sink.begin(kept.station, fact.seq);
    for (const { column, fold } of plan.entries) {
      const amount = fold.kind === fact.entry.kind ? fold.value(fact, span) : 0;
      if (amount !== 0) sink.put(cell, column, amount);
    }
    for (const { column, fold } of plan.medians) {
      const isAsked = fold.fact === 'entry' && fold.kind === fact.entry.kind;
      const value = isAsked ? fold.value(fact, span) : null;
      if (value !== null) sink.observe(cell, column, value);
    }
  }
}

function countTasks(run: Run): void {
  const { chronicle, plan, span, sink } = run;
  for (const task of chronicle.cases.tasks) {
    const found = taskAt(task, run);
    if (found === null) continue;
    const cell = cellOn(run, span.last, { station: task.station, union: null });
    if (cell === OUTSIDE) continue;
    sink.begin(task.station, found.seq);
    for (const { column, fold } of plan.tasks) {
      const amount = fold.value(found.task, span);
      if (amount !== 0) sink.put(cell, column, amount);
    }
  }
}

/** Null when it was opened later, or fell away. */
function taskAt(
  { task, openedOn, due, seq, ended }: TaskCase,
  { question, span }: Run,
): { readonly task: TaskFact; readonly seq: number } | null {
  if (seq > question.asOf.seq || openedOn > span.last) return null;
  const end = ended !== null && ended.seq <= question.asOf.seq && ended.on <= span.last ? ended : null;
  if (end?.isVoid === true) return null;
  return { task: { task, openedOn, due, doneOn: end?.on ?? null }, seq: end?.seq ?? seq };
}

function countVisits(run: Run): void {
  const { chronicle, plan, question, sink } = run;
  const { station, day, count } = chronicle.visits;
  for (const at of visitsWithin(run)) {
    const fact = { on: (day[at] ?? 0) as Day, visits: count[at] ?? 0 };
    const of = station[at] ?? -1;
    const cell = cellOn(run, fact.on, { station: of, union: null });
    if (cell === OUTSIDE) continue;
    // Scans are no rows of history: they count by the one that tells where the station stood.
    sink.begin(of, chronicle.versions.seq[chronicle.at(of, fact.on, question.asOf.seq)] ?? 0);
    for (const { column, fold } of plan.visits) {
      const amount = fold.value(fact);
      if (amount !== 0) sink.put(cell, column, amount);
    }
  }
}
