import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import type { Command } from '../../../shared/station/command.ts';
import { decide } from '../../../shared/station/decide.ts';
import type { Settings } from '../../../shared/station/settings.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';
import { type Trail, trailOf } from '../../../shared/station/trail.ts';
import type { Store } from '../../store/port.ts';
import { patchOf } from './facts.ts';
import { type Flag, flagText, type Note } from './flag.ts';
import type { Planned, PlannedStation } from './plan.ts';

export type Outcome = {
  readonly kind: 'new' | 'changed' | 'same' | 'flagged' | 'refused';
  readonly number: number;
  readonly cells: string;
  readonly code: string | null;
  readonly flags: readonly Flag[];
  readonly notes: readonly Note[];
  readonly refusal: Refusal | null;
};

export type RunContext = {
  readonly store: Store;
  readonly acceptFlagged: boolean;
  readonly dryRun: boolean;
  readonly settings: Settings;
  readonly now: () => Instant;
  /** Random 128 bit as 32 hex digits. */
  readonly randomId: () => string;
  /** SHA-256 in hex. */
  readonly hashOf: (body: string) => string;
  /** The union the command line acts for. */
  readonly actingUnion: UnionId;
};

/** One chunk: current records are read inside the commit, every row decided on its own, all written in one transaction. */
export async function commitChunk(chunk: readonly Planned[], context: RunContext): Promise<Result<readonly Outcome[]>> {
  const ids = chunk.flatMap((planned) => (planned.kind === 'known' ? [planned.id] : []));
  const waiting = chunk.flatMap((planned) => (planned.kind === 'known' && planned.waiting ? [planned.id] : []));
  const trails = await trailsOf(context.store, waiting);
  let outcomes: readonly Outcome[] = [];
  const decideAll = (loaded: readonly Station[]): Result<readonly StationChange[]> => {
    const records = new Map(loaded.map((station) => [station.id, station]));
    const changes: StationChange[] = [];
    outcomes = chunk.map((planned) => decideRow(planned, { records, trails, changes, context }));
    return ok(changes);
  };
  if (context.dryRun || chunk.every((planned) => planned.kind === 'refused')) {
    decideAll(await context.store.stationsById(ids));
    return ok(outcomes);
  }
  const receipt = await context.store.commit(
    {
      commandId: context.randomId(),
      actor: { id: 'system', union: context.actingUnion },
      bodyHash: context.hashOf(chunk.map(bodyOf).join('\n')),
      at: context.now(),
      load: ids,
    },
    decideAll,
  );
  if (!receipt.ok) return receipt;
  const codes = new Map(receipt.value.stations.map(({ id, code }) => [id, code]));
  return ok(outcomes.map((outcome, at) => withCode(outcome, chunk[at], codes)));
}

/** Answering what was flagged looks at who took part before; other rows ask nothing of the past. */
async function trailsOf(store: Store, ids: readonly StationId[]): Promise<ReadonlyMap<StationId, Trail>> {
  const trails = new Map<StationId, Trail>();
  for (const id of ids) trails.set(id, trailOf(await store.historyOf(id)));
  return trails;
}

function bodyOf(planned: Planned): string {
  const { row } = planned;
  return 'id' in planned && row.read.ok ? `${planned.id} ${row.read.value.saying}` : `row ${row.number}`;
}

function withCode(
  outcome: Outcome,
  planned: Planned | undefined,
  codes: ReadonlyMap<StationId, string | null>,
): Outcome {
  const code = planned && 'id' in planned ? codes.get(planned.id) : null;
  return code ? { ...outcome, code } : outcome;
}

type Decision = {
  readonly records: ReadonlyMap<StationId, Station>;
  readonly trails: ReadonlyMap<StationId, Trail>;
  readonly changes: StationChange[];
  readonly context: RunContext;
};

function decideRow(planned: Planned, decision: Decision): Outcome {
  if (planned.kind === 'refused') return outcomeOf(planned, 'refused', { refusal: planned.refusal });
  if (planned.kind === 'repeat') return outcomeOf(planned, planned.alike ? 'same' : 'flagged', {});
  const { context } = decision;
  const station = decision.records.get(planned.id) ?? null;
  const code = station?.code ?? null;
  const command = commandOf(planned, station, context);
  if (!command) return outcomeOf(planned, 'same', { code });
  const decided = decide(station, command, {
    actor: { id: 'system', functions: ['system'] },
    at: context.now(),
    settings: context.settings,
    trail: decision.trails.get(planned.id) ?? [],
    similar: [],
    successor: null,
    proposedBy: null,
  });
  if (!decided.ok) {
    const { refusal } = decided;
    const waits = ['needs-approver', 'move-too-far', 'step-not-allowed'].includes(refusal.kind);
    return outcomeOf(planned, waits ? 'flagged' : 'refused', { refusal, code });
  }
  decision.changes.push(...decided.value);
  const asks = planned.flags.length > 0 && !context.acceptFlagged;
  return outcomeOf(planned, asks ? 'flagged' : station ? 'changed' : 'new', { code });
}

/** Null when the row says nothing that is not registered already. */
function commandOf(planned: PlannedStation, station: Station | null, context: RunContext): Command | null {
  const id = context.randomId();
  const { facts } = planned.stated;
  const flags = context.acceptFlagged ? [] : planned.flags.map(flagText);
  const asNew = { id, kind: 'import', station: planned.id, facts, origin: 'imported', openedOn: null, flags } as const;
  if (!station) return asNew;
  const patch = patchOf(station, planned.stated);
  const same = Object.keys(patch).length === 0;
  // Flagged before: a corrected row is read as if it had come so the first time.
  if (station.status === 'submitted' && !same) return asNew;
  if (station.status === 'submitted' && context.acceptFlagged) {
    return { id, kind: 'accept-flagged', reason: '核对后确认入册' };
  }
  return same ? null : { id, kind: 'revise', patch, basedOn: station.rev, reason: '台账更新' };
}

type Said = { readonly refusal?: Refusal; readonly code?: string | null };

function outcomeOf(planned: Planned, kind: Outcome['kind'], said: Said): Outcome {
  return {
    kind,
    number: planned.row.number,
    cells: planned.row.cells,
    code: said.code ?? null,
    flags: lasting(flagsOf(planned)),
    notes: 'stated' in planned ? lasting(planned.stated.notes) : NONE,
    refusal: said.refusal ?? null,
  };
}

const NONE: readonly [] = [];

/** Most rows have none: one empty list for them all. */
function lasting<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list;
}

function flagsOf(planned: Planned): readonly Flag[] {
  if (planned.kind === 'repeat') return [planned.flag];
  return planned.kind === 'refused' ? NONE : planned.flags;
}
