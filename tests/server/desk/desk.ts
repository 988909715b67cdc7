import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { Facts } from '../../../shared/station/command.ts';
import type { AccountFunction } from '../../../shared/station/lifecycle.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import { openTestServer, sha256, type TestOptions, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, type ClerkOptions, clerkAt } from '../../fixtures/make/signed.ts';
import { factsOf, sampleStation } from '../../shared/station/sample.ts';

const DAY_MS = 86_400_000;

/** A server and the people of one branch: a county's officer, the approvers above, and strangers. */
export type Desk = {
  readonly server: TestServer;
  readonly wang: Clerk;
  /** Another officer of the same county. */
  readonly zhao: Clerk;
  /** An approver of the city. */
  readonly li: Clerk;
  /** Another one. */
  readonly qian: Clerk;
  /** An officer of another county. */
  readonly stranger: Clerk;
  clerk(union: string, functions: readonly AccountFunction[], options?: ClerkOptions): Clerk;
  /** Asks for one step under a new id; `seen` beside its payload is the rev the screen showed. */
  step(
    who: Clerk,
    station: string,
    command: { readonly seen?: number; readonly [name: string]: unknown },
  ): Promise<Told>;
  station(id: string): Promise<Station>;
  rows(id: string): Promise<number>;
  pass(days: number): void;
  newId(): string;
};

/** An answer: `refused` is the kind of a problem, or null. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire as it is
export type Told = { readonly status: number; readonly body: any; readonly refused: string | null };

export async function told(response: Promise<Response>): Promise<Told> {
  const answer = await response;
  const body = await answer.json();
  return { status: answer.status, body, refused: answer.ok ? null : body.kind };
}

let rolled = 0;
/** Ids that are random to the server: never the same twice in a process. */
export function rollId(): string {
  rolled += 1;
  return sha256(`rolled ${rolled}`).slice(0, 32);
}

export async function openDesk(options: TestOptions = {}): Promise<Desk> {
  const server = await openTestServer(options);
  const clerk = (union: string, functions: readonly AccountFunction[], more: ClerkOptions = {}) =>
    clerkAt(server.app, { union, functions }, more);
  return {
    server,
    wang: clerk('410102', ['officer']),
    zhao: clerk('410102', ['officer']),
    li: clerk('410100', ['approver']),
    qian: clerk('410100', ['approver']),
    stranger: clerk('410105', ['officer', 'approver']),
    clerk,
    step: (who, station, { seen = null, ...command }) =>
      told(who.post('/api/v1/commands', { id: rollId(), station, seen, command })),
    station: async (id) => {
      const [found] = await server.store.stationsById([id as StationId]);
      if (found === undefined) throw new Error(`no station ${id}`);
      return found;
    },
    rows: async (id) => (await server.store.historyOf(id)).length,
    pass: (days) => {
      server.clock.now = instant(server.clock.now + days * DAY_MS) as Instant;
    },
    newId: rollId,
  };
}

/** What a form would send for a new station, in a place of its own. */
export function newFacts(over: Partial<Facts> = {}): Facts {
  return { ...factsOf(sampleStation()), ...over };
}

/** Takes steps that must be taken, each by its own person. */
export async function take(
  desk: Desk,
  station: string,
  steps: readonly (readonly [Clerk, { readonly [name: string]: unknown }])[],
): Promise<void> {
  for (const [who, command] of steps) {
    const answer = await desk.step(who, station, command);
    if (answer.status !== 200) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(answer.body)}`);
    desk.server.clock.now = instant(desk.server.clock.now + 1000);
  }
}

/** A station on phones, from its draft on; its id. */
export async function opened(desk: Desk, over: Partial<Facts> = {}): Promise<string> {
  const id = rollId();
  await take(desk, id, [
    [desk.wang, { kind: 'draft', facts: newFacts(over) }],
    [desk.wang, { kind: 'submit', duplicateAnswer: '与附近的不是同一个门' }],
    [desk.li, { kind: 'approve' }],
    [desk.li, { kind: 'accept', checklist: [] }],
  ]);
  return id;
}
