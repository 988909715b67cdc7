import { type Profiler, Session } from 'node:inspector';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a stretch of work cost the process it ran in. Milliseconds, megabytes (10^6 bytes). */
export type Watched = {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly loopMaxMs: number;
  readonly idleMb: number;
  readonly peakMb: number;
};

const RSS_EVERY_MS = 20;

/** Runs `work` and watches the event loop and the memory of this process, worker threads included. */
export async function watching<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly watched: Watched }> {
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const timer = setInterval(look, RSS_EVERY_MS);
  // Let the histogram's own timer run once, else the first block is not seen.
  await new Promise((wake) => setTimeout(wake, 50));
  delay.enable();
  await new Promise((wake) => setTimeout(wake, 50));
  delay.reset();
  const cpu = process.cpuUsage();
  const started = performance.now();
  const value = await work();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  // One turn more, so that a block at the very end is counted.
  await new Promise((wake) => setTimeout(wake, 50));
  look();
  delay.disable();
  clearInterval(timer);
  const cpuMs = (user + system) / 1000;
  return { value, watched: { wallMs, cpuMs, loopMaxMs: delay.max / 1e6, idleMb: idle / 1e6, peakMb: peak / 1e6 } };
}

/** A function's name and the step it stands for; the outermost one on the stack takes the time. */
export type Steps = Readonly<Record<string, string>>;

/** Samples this thread while `work` runs and shares the time out among the named steps; the rest is `other`, waiting is left out. */
export async function profiling<T>(
  work: () => Promise<T>,
  steps: Steps,
): Promise<{ readonly value: T; readonly shares: Readonly<Record<string, number>> }> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.start');
  const value = await work();
  let shares: Record<string, number> = {};
  session.post('Profiler.stop', (_error, { profile }) => {
    shares = sharesOf(profile, steps);
  });
  session.disconnect();
  return { value, shares };
}

function sharesOf(profile: Profiler.Profile, steps: Steps): Record<string, number> {
  const [root] = profile.nodes;
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const stepOf = new Map<number, string>();
  const walk = (node: Profiler.ProfileNode | undefined, inherited: string): void => {
    if (!node) return;
    const own = Object.hasOwn(steps, node.callFrame.functionName) ? steps[node.callFrame.functionName] : undefined;
    const step = inherited === 'other' ? (own ?? 'other') : inherited;
    stepOf.set(node.id, node.callFrame.functionName === '(idle)' ? 'idle' : step);
    for (const id of node.children ?? []) walk(byId.get(id), step);
  };
  walk(root, 'other');
  const counts = new Map<string, number>();
  for (const id of profile.samples ?? []) {
    const step = stepOf.get(id) ?? 'other';
    if (step !== 'idle') counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return Object.fromEntries([...counts].map(([step, count]) => [step, count / all]));
}
