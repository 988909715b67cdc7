import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { decideReport, type ReportStep } from '../../../shared/report/decide.ts';
import type { Lookup } from '../../../shared/report/lookup.ts';
import type { ActorRef, ReportReceipt, Store } from '../../store/port.ts';

export type Handling = {
  readonly store: Store;
  readonly actor: ActorRef;
  readonly now: () => Instant;
  /** 32 hex digits. */
  readonly randomId: () => string;
  readonly hashOf: (body: string) => string;
};

/** Takes one step on the report of a look-up code for somebody who may. */
export function handleReport(
  { store, actor, now, randomId, hashOf }: Handling,
  lookup: Lookup,
  step: ReportStep,
): Promise<Result<ReportReceipt>> {
  const bodyHash = hashOf(JSON.stringify([lookup, step]));
  return store.stepReport(
    { commandId: randomId(), actor, bodyHash, at: now() },
    { lookup, step: step.kind, decide: (report, at) => decideReport(report, step, at) },
  );
}
