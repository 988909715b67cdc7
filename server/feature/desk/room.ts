import { createHash, createHmac } from 'node:crypto';
import type { Actor } from '../../../shared/actor/actor.ts';
import { may, type Rules } from '../../../shared/actor/may.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { parseCode } from '../../../shared/station/code.ts';
import { LIFECYCLE, type Role, type Step } from '../../../shared/station/lifecycle.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';
import type { Deps } from '../../deps.ts';
import type { Signed } from '../../http/signed.ts';
import type { DeskCommand } from '../../store/port/desk.ts';
import type { CountyLocator } from '../regions/county.ts';
import type { UnionBook } from '../unions/book.ts';

/** What this room works with. `countyOf`: read at the first question, for the borders of the country weigh much. */
export type Room = Pick<Deps, 'store' | 'unions' | 'regions' | 'photos' | 'secret' | 'now'> & {
  readonly countyOf: CountyLocator;
};

/** Somebody at work, with the unions as of this request. */
export type Work = { readonly who: Signed; readonly book: UnionBook; readonly at: Instant };

export async function workOf({ unions, now }: Room, who: Signed): Promise<Work> {
  return { who, book: await unions.current(), at: now() };
}

export function rulesOf({ book, at }: Work, union: UnionId): Rules {
  return { tree: book.tree, settings: book.settingsOf(union, at) };
}

/** The functions by which somebody may take a step: another function of the account is good for nothing here. */
export function rolesFor(work: Work, step: Step, on: Pick<Station, 'id' | 'union'>): readonly Role[] {
  const { actor } = work.who;
  const status = LIFECYCLE[step].from[0] ?? 'none';
  const rules = rulesOf(work, on.union);
  return actor.functions.filter((role) => may(only(actor, role), step, { ...on, ...rules, status }).ok);
}

function only(actor: Actor, role: Role): Actor {
  return { ...actor, functions: [role] };
}

/** The command as the store takes it; two bodies are the same when they are written the same. */
export function commandOf({ who, at }: Work, id: string, body: unknown): DeskCommand {
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return { commandId: id, actor: { id: who.actor.id, union: who.actor.union }, bodyHash, at };
}

/** The same for a body with a person's name or number in it: without the key its hash could be tried out. */
export function privateCommandOf(
  { secret }: Room,
  work: Work,
  { id, body }: { id: string; body: unknown },
): DeskCommand {
  const bodyHash = createHmac('sha256', secret)
    .update(`contact ${JSON.stringify(body)}`)
    .digest('hex');
  return { ...commandOf(work, id, null), bodyHash };
}

/** What is told of a station that is not there, and of one in another branch alike. */
export function hidden(asked: string): Refusal {
  const code = parseCode(asked);
  return code.ok ? { kind: 'station-unknown', code: code.value } : { kind: 'not-found', path: asked };
}

/** By its id or its code, whoever asks. */
export async function findStation({ store }: Room, asked: string): Promise<Station | null> {
  if (/^[0-9a-f]{32}$/.test(asked)) {
    const [station = null] = await store.stationsById([asked as StationId]);
    return station;
  }
  const code = parseCode(asked);
  return code.ok ? store.stationByCode(code.value) : null;
}

/** What people are called whose ids stand in a record; an id nobody has is shown as it is. */
export async function namesOf({ store }: Room, ids: readonly string[]): Promise<(id: string) => string> {
  const names = await store.accountNames([...new Set(ids)].filter((id) => id !== 'system'));
  return (id) => (id === 'system' ? '系统' : (names.get(id)?.name ?? id));
}
