import type { Day, Instant } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import type { Command, Patch } from '../../../shared/station/command.ts';
import { decide } from '../../../shared/station/decide.ts';
import type { Context } from '../../../shared/station/decide-change.ts';
import type { EntryKept } from '../../../shared/station/entry.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import { type Trail, trailOf } from '../../../shared/station/trail.ts';
import { type Changed, changesBetween } from '../../../shared/words/change.ts';
import type { Store } from '../../store/port.ts';
import { entriesOf } from './entries-said.ts';
import { patchOf } from './facts.ts';
import { type Flag, flagText, type Note } from './flag.ts';
import type { Planned, PlannedStation } from './plan.ts';
import { saidTexts } from './said-entries.ts';
import type { Hand, Scope } from './scope.ts';

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
  readonly scope: Pick<Scope, 'settingsOf'>;
  readonly hand: Hand;
  readonly acceptFlagged: boolean;
  readonly at: Instant;
  /** The day the ledger was brought: what its words of last month and this year mean. */
  readonly broughtOn: Day;
  /** Random 128 bit as 32 hex digits. */
  readonly randomId: () => string;
};

/** What a chunk of rows comes to: changes of stations, entries of theirs, and one outcome a row, in the order of the rows. */
export type Decided = {
  readonly changes: readonly StationChange[];
  readonly entries: readonly EntryKept[];
  readonly outcomes: readonly Outcome[];
};

export type Loaded = {
  readonly stations: readonly Station[];
  readonly trails: ReadonlyMap<StationId, Trail>;
};

/** Every row decided on its own against the current records. Pure. */
export function decideChunk(chunk: readonly Planned[], loaded: Loaded, context: RunContext): Decided {
  const records = new Map(loaded.stations.map((station) => [station.id, station]));
  const changes: StationChange[] = [];
  const decision = { records, trails: loaded.trails, changes, context };
  const entries: EntryKept[] = [];
  const outcomes = chunk.map((planned) => {
    const said = entriesOf(planned, { records, broughtOn: context.broughtOn });
    if (!said.ok) return outcomeOf(planned, 'refused', { refusal: said.refusal });
    const outcome = decideRow(planned, decision);
    if (said.value.length === 0 || !STANDING.includes(outcome.kind)) return outcome;
    entries.push(...said.value);
    return { ...outcome, notes: [...outcome.notes, { kind: 'entries', texts: saidTexts(said.value) } as const] };
  });
  return { outcomes, changes, entries };
}

/** Of these rows the station stands in the register afterwards, and so may have entries. */
const STANDING: readonly Outcome['kind'][] = ['new', 'changed', 'same'];

/** Ids of stations whose records `decideChunk` needs. */
export function idsOf(chunk: readonly Planned[]): readonly StationId[] {
  return chunk.flatMap((planned) => (planned.kind === 'known' ? [planned.id] : []));
}

/** Answering what was flagged looks at who took part before; other rows ask nothing of the past. */
export async function trailsOf(store: Store, chunk: readonly Planned[]): Promise<ReadonlyMap<StationId, Trail>> {
  const trails = new Map<StationId, Trail>();
  for (const planned of chunk) {
    if (planned.kind === 'known' && planned.waiting) trails.set(planned.id, trailOf(await store.historyOf(planned.id)));
  }
  return trails;
}

type Decision = {
  readonly records: ReadonlyMap<StationId, Station>;
  readonly trails: ReadonlyMap<StationId, Trail>;
  readonly changes: StationChange[];
  readonly context: RunContext;
};

function decideRow(planned: Planned, decision: Decision): Outcome {
  if (planned.kind === 'refused') return outcomeOf(planned, 'refused', { refusal: planned.refusal });
  if (planned.kind === 'skipped') return outcomeOf(planned, 'same', { notes: [{ kind: 'left-by-clerk' }] });
  if (planned.kind === 'repeat') return outcomeOf(planned, planned.alike ? 'same' : 'flagged', {});
  const { context } = decision;
  const station = decision.records.get(planned.id) ?? null;
  const code = station?.code ?? null;
  const patch = station === null ? {} : wantedOf(station, planned);
  const moved = movedOn(planned, station);
  if (moved) return outcomeOf(planned, 'flagged', { code, flags: [moved] });
  const command = commandOf(planned, { station, patch, context });
  if (!command) return outcomeOf(planned, 'same', { code });
  const asked: Asking = { station, command, context: contextOf(planned, decision) };
  const answered = decideWhatMayBe(asked);
  if (!answered.ok) {
    const { refusal } = answered;
    const waits = ['needs-approver', 'move-too-far', 'step-not-allowed'].includes(refusal.kind);
    return outcomeOf(planned, waits ? 'flagged' : 'refused', { refusal, code });
  }
  decision.changes.push(...answered.value.changes.map((change) => withAnswer(change, planned)));
  const asks = openFlags(planned, context).length > 0;
  return outcomeOf(planned, asks ? 'flagged' : station ? 'changed' : 'new', { code, notes: answered.value.notes });
}

function contextOf(planned: PlannedStation, { trails, context }: Decision): Context {
  return {
    actor: { id: context.hand.id, functions: context.hand.functions },
    at: context.at,
    settings: context.scope.settingsOf(planned.stated.facts.union),
    trail: trails.get(planned.id) ?? [],
    similar: [],
    successor: null,
    proposedBy: null,
  };
}

/** Fields the row states otherwise than the register, without those a person chose to leave. */
function wantedOf(station: Station, { stated, answer }: PlannedStation): Patch {
  const patch = patchOf(station, stated);
  if (answer?.kind !== 'keep') return patch;
  return Object.fromEntries(Object.entries(patch).filter(([field]) => !answer.fields.includes(field)));
}

/** The same in words, as a person is shown it. What was delivered where is nobody's question. */
export function changesOf(station: Station, planned: PlannedStation): readonly Changed[] {
  return changesBetween(station, wantedOf(station, planned)).filter(({ field }) => field !== 'source');
}

/** What somebody did to the station since a person looked at this row: then it is not written over. */
function movedOn(planned: PlannedStation, station: Station | null): Flag | null {
  const { seen } = planned;
  if (seen === null || station?.rev === seen.rev) return null;
  if (station === null) return { kind: 'changed-meanwhile', fields: [] };
  const now = changesOf(station, planned);
  const same = JSON.stringify(now) === JSON.stringify(seen.changes);
  if (same) return null;
  const fields = [...now, ...seen.changes].map(({ field }) => field.split('.')[0] ?? field);
  return { kind: 'changed-meanwhile', fields: [...new Set(fields)] };
}

type Asking = { readonly station: Station | null; readonly command: Command; readonly context: Context };
type Allowed = { readonly changes: readonly StationChange[]; readonly notes: readonly Note[] };

/** A revision of which an approver must see a part, or that moves the door too far, goes on without that part, and says so. */
function decideWhatMayBe({ station, command, context }: Asking, notes: readonly Note[] = []): Result<Allowed> {
  const decided = decide(station, command, context);
  if (decided.ok) return { ok: true, value: { changes: decided.value, notes } };
  const { refusal } = decided;
  if (command.kind !== 'revise') return decided;
  const fields = refusal.kind === 'needs-approver' ? refusal.fields : refusal.kind === 'move-too-far' ? PLACE : null;
  if (fields === null) return decided;
  const patch = Object.fromEntries(Object.entries(command.patch).filter(([field]) => !fields.includes(field)));
  // Nothing would be left of it: then the whole of it waits.
  if (Object.keys(patch).length === Object.keys(command.patch).length || Object.keys(patch).length === 0)
    return decided;
  const why = refusal.kind === 'needs-approver' ? 'needs-approver' : 'move-too-far';
  const note: Note = { kind: 'left-out', fields: fields.filter((field) => field !== 'source'), why };
  return decideWhatMayBe({ station, command: { ...command, patch }, context }, [...notes, note]);
}

const PLACE: readonly string[] = ['point', 'source', 'region', 'town', 'address', 'entrance'];

type Wanting = { readonly station: Station | null; readonly patch: Patch; readonly context: RunContext };

/** Null when the row says nothing that is not registered already. */
function commandOf(planned: PlannedStation, { station, patch, context }: Wanting): Command | null {
  const id = context.randomId();
  const facts = withoutUnknown(planned.stated.facts);
  const flags = openFlags(planned, context).map(flagText);
  const asNew = { id, kind: 'import', station: planned.id, facts, origin: 'imported', openedOn: null, flags } as const;
  if (!station) return asNew;
  const same = Object.keys(patch).length === 0;
  // Flagged before: a corrected row is read as if it had come so the first time.
  if (station.status === 'submitted' && !same) return asNew;
  if (station.status === 'submitted' && (context.acceptFlagged || planned.answer?.kind === 'separate')) {
    return { id, kind: 'accept-flagged', reason: '核对后确认入册' };
  }
  return same ? null : { id, kind: 'revise', patch, basedOn: station.rev, reason: '台账更新' };
}

/** Of a station nobody knew, 不清楚 says nothing. */
function withoutUnknown<F extends PlannedStation['stated']['facts']>(facts: F): F {
  const known = Object.entries(facts.amenities).filter(([, fact]) => fact.state !== 'unknown');
  return known.length === Object.keys(facts.amenities).length
    ? facts
    : { ...facts, amenities: Object.fromEntries(known) };
}

/** What a person has still to answer. A door that nobody has found is not found by saying so. */
function openFlags({ flags, answer }: PlannedStation, { acceptFlagged }: RunContext): readonly Flag[] {
  if (acceptFlagged) return NONE;
  return answer?.kind === 'separate' ? flags.filter(isLasting) : flags;
}

/** What no answer settles, only a better point. */
export function isLasting(flag: Flag): boolean {
  return flag.kind === 'centre-only' || (flag.kind === 'outside-named-region' && flag.elsewhere);
}

/** History keeps what was asked and that somebody answered. */
function withAnswer(change: StationChange, { flags, answer }: PlannedStation): StationChange {
  if (answer?.kind !== 'separate' || flags.length === 0 || change.reason !== null) return change;
  return { ...change, reason: `核对过，照此入册：${flags.map(flagText).join('；')}`.slice(0, 500) };
}

type Said = {
  readonly refusal?: Refusal;
  readonly code?: string | null;
  readonly notes?: readonly Note[];
  readonly flags?: readonly Flag[];
};

function outcomeOf(planned: Planned, kind: Outcome['kind'], said: Said): Outcome {
  const notes = 'stated' in planned ? planned.stated.notes : NONE;
  return {
    kind,
    number: planned.row.number,
    cells: planned.row.cells,
    code: said.code ?? null,
    flags: lasting(said.flags ?? flagsOf(planned)),
    notes: lasting(said.notes ? [...notes, ...said.notes] : notes),
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
  return 'flags' in planned ? planned.flags : NONE;
}
