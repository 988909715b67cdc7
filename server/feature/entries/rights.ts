import type { Actor } from '../../../shared/actor/actor.ts';
import { mayDo, type Task } from '../../../shared/actor/may.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { ENTRY_KINDS, type EntryKind } from '../../../shared/station/entry.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { UnionBook } from '../unions/book.ts';

/** Any of them is enough. What workers see and do at a station its keeper may write down, what inspectors look at they may. */
const TASKS_OF: { readonly [K in EntryKind]: readonly [Task, ...Task[]] } = {
  inspection: ['keep-entries', 'fill-inspection'],
  visits: ['keep-entries', 'keep-logbook'],
  gift: ['keep-entries', 'keep-logbook'],
  activity: ['keep-entries', 'keep-logbook'],
  funding: ['keep-entries'],
  listing: ['keep-entries'],
  honour: ['keep-entries'],
  reach: ['keep-entries'],
};

type EntryPlaceOf = { readonly id: StationId | null; readonly union: UnionId };

/** Refuses `not-permitted`, which is told as "not found". */
export function mayKeep(
  actor: Actor,
  kind: EntryKind,
  { on, tree }: { on: EntryPlaceOf; tree: UnionBook['tree'] },
): Result<true> {
  const [first, ...others] = TASKS_OF[kind];
  const verdict = mayDo(actor, first, { ...on, tree });
  if (verdict.ok) return verdict;
  return others.some((task) => mayDo(actor, task, { ...on, tree }).ok) ? ok(true) : verdict;
}

/** Kinds an account may keep somewhere: in its branch, or at a station it is named for. */
export function kindsKept(actor: Actor, tree: UnionBook['tree']): readonly EntryKind[] {
  const { union } = actor;
  const places: readonly EntryPlaceOf[] = [
    { id: null, union },
    ...actor.stations.slice(0, 1).map((id) => ({ id, union })),
  ];
  return ENTRY_KINDS.filter((kind) => places.some((on) => mayKeep(actor, kind, { on, tree }).ok));
}
