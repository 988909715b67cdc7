import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { NamedDemand } from '../../../shared/stats/cover-example.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import { type Act, type Door, mount } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { CoverState } from './covering.ts';
import {
  type CoverQuery,
  type CoverQuestion,
  countedStands,
  demandIn,
  jobName,
  jobOf,
  questionOf,
  setNamed,
} from './question.ts';
import { mayIn, scopeAsked } from './scope.ts';
import { listSets, uploadSet, withdrawSet } from './sets.ts';
import { coverageView } from './view.ts';

/** How long an answer waits for a small job to end; of a large one it tells how far it has come. */
const PATIENCE_MS = 1500;

export function mountCoverage(door: Door, deps: Deps): void {
  mount(door, 'demandSets', listSets(deps));
  mount(door, 'demandUpload', uploadSet(deps));
  mount(door, 'demandWithdraw', withdrawSet(deps));
  mount(door, 'coverage', coverage(deps));
  mount(door, 'coverageStop', async ({ who, body }) => {
    const permitted = await mayIn(deps, who, { task: 'read-figures', union: who.actor.union });
    if (!permitted.ok) return permitted;
    deps.covering.stop(`${who.actor.id}/${body.job}`);
    return ok({ done: true });
  });
}

/** The same question asked again tells how far its job has come, in the end what it found. */
function coverage(deps: Deps): Act<'coverage'> {
  return async ({ who, query }) => {
    const question = await asked(deps, who, query);
    if (!question.ok) return question;
    const job = jobName(question.value, who);
    const name = `${who.actor.id}/${job}`;
    const ask = () => deps.covering.ask(name, () => made(deps, question.value));
    const begun = ask();
    if (!begun.ok) return begun;
    const state = begun.value.kind === 'running' ? await after(begun.value, ask) : begun;
    return state.ok ? reply(deps, state.value, { question: question.value, job }) : state;
  };
}

async function asked(deps: Deps, who: Signed, query: CoverQuery): Promise<Result<CoverQuestion>> {
  const scope = await scopeAsked(deps, who, { union: query.union, region: query.region });
  if (!scope.ok) return scope;
  const set = await setNamed(deps, who, query.set);
  return set.ok ? questionOf(deps, query, { scope: scope.value, set: set.value }) : set;
}

async function made(deps: Deps, question: CoverQuestion) {
  const stands = await countedStands(deps, question);
  if (!stands.ok) return stands;
  return ok(await jobOf(question, await demandIn(deps, question), stands.value));
}

async function after({ done }: Extract<CoverState, { kind: 'running' }>, ask: () => Result<CoverState>) {
  let timer: NodeJS.Timeout | null = null;
  const enough = new Promise<void>((wake) => {
    timer = setTimeout(wake, PATIENCE_MS);
  });
  await Promise.race([done, enough]);
  if (timer !== null) clearTimeout(timer);
  return ask();
}

type Answering = { readonly question: CoverQuestion; readonly job: string };

async function reply(
  deps: Deps,
  state: CoverState,
  { question, job }: Answering,
): Promise<Result<RouteReply<'coverage'>>> {
  if (state.kind === 'refused') return { ok: false, refusal: state.refusal };
  if (state.kind === 'running') return ok({ state: 'running', job, share: state.share, asOf: question.asOf.seq });
  const { found } = state;
  const demand: readonly NamedDemand[] = await demandIn(deps, question);
  return ok({ state: 'done', job, found: coverageView(deps, { question, demand, found }) });
}
