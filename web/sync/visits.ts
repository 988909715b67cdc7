import { isText, shapeOf } from '../../shared/feed/guard.ts';
import { addDays, dateText, dayOf, type Instant } from '../../shared/kernel/instant.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { Lock } from '../platform/lock.ts';
import type { Network } from '../platform/network.ts';
import type { Post } from '../platform/post.ts';

type VisitsWorld = {
  /** Where the scans of this phone stand, in one short text: the same for all its tabs. */
  readonly notes: { get(): string | null; put(text: string): void };
  readonly post: Post;
  readonly lock: Lock;
  readonly network: Pick<Network, 'subscribe'>;
  readonly now: () => Instant;
  readonly newId: () => string;
};

export type Visits = {
  /**
   * A scan of a plaque: counts once a day for each station. True when it is counted, or waits on the phone until there is a net;
   * false when the union does not count it. Neither keeps anybody from anything.
   */
  note(code: StationCode, tag: string): Promise<boolean>;
};

/** One station on one day. `k` empty: the server has answered, and it is only remembered until the day is over. */
type Scan = { readonly id: string; readonly code: string; readonly k: string; readonly day: string };
const isScan = shapeOf<Scan>({ id: isText, code: isText, k: isText, day: isText });
const hasId = shapeOf({ id: isText });

/** The server takes no scan that is older. Days. */
const WAITS = 14;

/** Sends what waits now, whenever a net is back, and after each scan. */
export function openVisits(world: VisitsWorld): Visits {
  const push = () => world.lock('visits', () => pushAll(world));
  world.network.subscribe(() => void push());
  void push();
  return {
    note: async (code, k) => {
      const id = await world.lock('visits', async () => begun(world, { code, k }));
      const refused = id === null ? [] : await push();
      return id === null || !refused.includes(id);
    },
  };
}

/** The id of a new scan, or null when this station had one today: then there is nothing to send. */
function begun({ notes, now, newId }: VisitsWorld, { code, k }: Pick<Scan, 'code' | 'k'>): string | null {
  const today = dayOf(now());
  const day = dateText(today);
  const oldest = dateText(addDays(today, -WAITS));
  const kept = scansIn(notes.get()).filter((scan) => (scan.k === '' ? scan.day === day : scan.day >= oldest));
  if (kept.some((scan) => scan.code === code && scan.day === day)) return null;
  const id = newId();
  notes.put(JSON.stringify([...kept, { id, code, k, day }]));
  return id;
}

/** The ids that the server answered with a no. What nobody answered stays, word for word. */
async function pushAll({ notes, post }: VisitsWorld): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const scan of scansIn(notes.get())) {
    if (scan.k === '') continue;
    const answer = await post('/api/v1/visits', JSON.stringify(scan), scan.id);
    if (!answer.ok) break;
    const { body, isDone } = answer.value;
    // Whoever does not repeat the id is not our server.
    if (!hasId(body) || body.id !== scan.id) break;
    if (!isDone) refused.push(scan.id);
    const settled = scansIn(notes.get()).map((one) => (one.id === scan.id ? { ...one, k: '' } : one));
    notes.put(JSON.stringify(settled));
  }
  return refused;
}

/** What is no list of ours, from another version or by somebody's hand, counts as none. */
function scansIn(text: string | null): readonly Scan[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isScan) : [];
  } catch {
    return [];
  }
}
