import { isNumber, isText, oneOf, shapeOf } from '../../shared/feed/guard.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { parseIso } from '../../shared/kernel/instant.ts';
import { parseLookup } from '../../shared/report/lookup.ts';
import { REPORT_STATES } from '../../shared/report/report.ts';
import type { Outbox, OutboxItem } from '../local/outbox.ts';
import type { Fault } from '../platform/http.ts';
import type { Lock } from '../platform/lock.ts';
import type { Post } from '../platform/post.ts';
import { isDue } from './letter.ts';

export type PushWorld = {
  readonly outbox: Outbox;
  readonly post: Post;
  readonly lock: Lock;
  readonly now: () => Instant;
};

const PATH = '/api/v1/reports';

/**
 * Sends everything that is due, the oldest first, and goes on after a refusal. A report is done with only by an answer in
 * our form that repeats its id; whatever else comes, or nothing, leaves it to be sent again word for word. The server does
 * nothing twice under one id, so neither a lost answer, a second tab nor a killed page makes two of it.
 * The answer is the fault that ended the round, if one did.
 */
export function pushAll(world: PushWorld): Promise<Fault | null> {
  return world.lock('push', async () => {
    let last: Fault | null = null;
    for (const { id } of (await world.outbox.all()).filter((item) => isDue(item, world.now()))) {
      const fault = await pushOne(world, id);
      if (fault === null) continue;
      last = fault;
      // One report the server stumbles over must not stop the others; without a net none of them gets through.
      if (fault.kind === 'offline' || fault.kind === 'captive' || isTooBusy(fault)) break;
    }
    return last;
  });
}

function isTooBusy(fault: Fault): boolean {
  return fault.kind === 'server' && fault.retryMs !== null;
}

async function pushOne({ outbox, post, now }: PushWorld, id: string): Promise<Fault | null> {
  // From here on it is not changed any more: what was sent once is sent again as it was.
  const fixed = await outbox.change(id, (item) =>
    isDue(item, now()) ? { ...item, stage: { kind: 'waiting' } } : item,
  );
  if (fixed === null || fixed.stage.kind !== 'waiting' || fixed.body === null) return null;
  const answer = await post(PATH, JSON.stringify(fixed.body), id);
  if (!answer.ok) return answer.refusal;
  const { body, isDone } = answer.value;
  const end = isDone ? sentBy(body, id, now()) : refusedBy(body, id);
  if (end === null) return { kind: 'captive' };
  // Another tab may have heard it first, or the person may have taken it off the phone.
  await outbox.change(id, (item) => (item.stage.kind === 'waiting' ? { ...item, ...end } : item));
  return null;
}

/** What an answer makes of an item; null when it is no answer to this report. */
type End = Partial<Pick<OutboxItem, 'stage' | 'body' | 'told'>> | null;

const isReceipt = shapeOf({ id: isText, lookup: isText, at: isText, state: oneOf(REPORT_STATES) });
const isProblem = shapeOf({ id: isText, kind: isText, detail: isText, status: isNumber });

/** Its photo is the server's now, and goes from the phone. */
function sentBy(body: unknown, id: string, now: Instant): End {
  if (!isReceipt(body) || body.id !== id) return null;
  const lookup = parseLookup(body.lookup);
  const at = parseIso(body.at);
  if (!lookup.ok || at === null) return null;
  const told = { state: body.state, answer: null, answeredAt: null, at: now };
  return { stage: { kind: 'sent', lookup: lookup.value, at }, body: null, told };
}

/** All of it stays, to be changed and sent anew. */
function refusedBy(body: unknown, id: string): End {
  const isOurs = isProblem(body) && body.id === id;
  return isOurs ? { stage: { kind: 'refused', why: body.kind, sentence: body.detail } } : null;
}
