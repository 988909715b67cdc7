import { type Day, type Instant, parseDate } from '../kernel/instant.ts';
import { REPORT_KINDS, REPORT_STATES, type ReportKind, type ReportState } from '../report/report.ts';
import { EXIT_TASKS, type ExitTask } from '../station/after-exit.ts';
import type { Entry } from '../station/entry.ts';
import type { UnionId } from '../station/station.ts';
import type { FactRow } from './row.ts';
import type { ToldRow } from './told.ts';

/** A report and what became of it, step by step. `station`: −1 for a place that is none. */
export type ReportCase = {
  readonly station: number;
  readonly union: UnionId;
  readonly kind: ReportKind;
  readonly steps: { readonly seq: number; readonly at: Instant; readonly state: ReportState }[];
};

/** An entry as it was kept, and kept again. */
export type EntryCase = {
  readonly station: number;
  readonly kept: { readonly seq: number; readonly entry: Entry }[];
};

export type TaskCase = {
  readonly station: number;
  readonly task: ExitTask;
  readonly due: Day | null;
  readonly seq: number;
  readonly openedOn: Day;
  ended: { readonly seq: number; readonly on: Day; readonly isVoid: boolean } | null;
};

/** What history tells of other things than stations: few beside them, kept as small records in the order of their rows. */
export class Cases {
  readonly reports: ReportCase[] = [];
  readonly entries: EntryCase[] = [];
  readonly tasks: TaskCase[] = [];
  readonly told: ToldRow[] = [];
  private readonly byId = new Map<string, ReportCase | EntryCase | TaskCase>();

  /** `station`: its number; −1 where the row is of none. */
  add(row: FactRow, station: number): void {
    if (row.subject === 'report') this.addReport(row, station);
    else if (row.subject === 'entry') this.addEntry(row, station);
    else if (row.subject === 'task') this.addTask(row, station);
    else if ((row.subject === 'union' || row.subject === 'region') && row.step !== 'fill') {
      const { subject, seq, before, after } = row;
      this.told.push({ subject, id: row.subjectId, seq, before, after });
    }
  }

  private addReport({ seq, at, subjectId, union, after }: FactRow, station: number): void {
    const state = REPORT_STATES.find((one) => one === after.state);
    if (state === undefined) return;
    const known = this.byId.get(subjectId);
    if (known !== undefined && 'steps' in known) {
      known.steps.push({ seq, at, state });
      return;
    }
    const kind = REPORT_KINDS.find((one) => one === after.kind);
    if (kind === undefined) return;
    const filed: ReportCase = { station, union: unionOf(after.union, union), kind, steps: [{ seq, at, state }] };
    this.byId.set(subjectId, filed);
    this.reports.push(filed);
  }

  private addEntry({ seq, subjectId, after }: FactRow, station: number): void {
    const known = this.byId.get(subjectId);
    if (known !== undefined && 'kept' in known) {
      const last = known.kept[known.kept.length - 1]?.entry;
      known.kept.push({ seq, entry: { ...last, ...after } as Entry });
      return;
    }
    const first: EntryCase = { station, kept: [{ seq, entry: after as unknown as Entry }] };
    this.byId.set(subjectId, first);
    this.entries.push(first);
  }

  private addTask({ seq, subjectId, step, effectiveOn, after }: FactRow, station: number): void {
    const on = parseDate(effectiveOn);
    if (on === null) return;
    const known = this.byId.get(subjectId);
    if (known !== undefined && 'ended' in known) {
      known.ended = { seq, on, isVoid: step === 'void' };
      return;
    }
    const task = EXIT_TASKS.find((one) => one === after.task);
    if (task === undefined) return;
    const due = typeof after.due === 'string' ? parseDate(after.due) : null;
    const opened: TaskCase = { station, task, due, seq, openedOn: on, ended: null };
    this.byId.set(subjectId, opened);
    this.tasks.push(opened);
  }
}

function unionOf(said: unknown, doer: string): UnionId {
  return (typeof said === 'string' ? said : doer) as UnionId;
}
