import type { After } from '../platform/clock.ts';
import type { Network } from '../platform/network.ts';

export type RoundsWorld<Small extends string> = {
  /** Answers milliseconds until the next small round, or null when there is nothing to wait for. */
  readonly round: (reach: 'all' | Small) => Promise<number | null>;
  readonly small: Small;
  readonly after: After;
  readonly network: Pick<Network, 'isVisible'>;
  readonly busy: (isBusy: boolean) => void;
};

/** One round at a time; what is asked meanwhile makes one more, the larger of what was asked. A hidden page waits. */
export function oneAtATime<Small extends string>(world: RoundsWorld<Small>): (reach: 'all' | Small) => void {
  let running = false;
  let next: 'all' | Small | null = null;
  let callOff: (() => void) | null = null;
  const goOn = (): void => {
    running = false;
    const wish = next;
    next = null;
    if (wish === null) world.busy(false);
    else ask(wish);
  };
  const goOnAfter = (wait: number | null): void => {
    if (wait !== null) callOff = world.after(wait, () => world.network.isVisible() && ask(world.small));
    goOn();
  };
  const ask = (reach: 'all' | Small): void => {
    if (running) {
      next = next === 'all' ? next : reach;
      return;
    }
    running = true;
    callOff?.();
    callOff = null;
    world.busy(true);
    world.round(reach).then(goOnAfter, (bug) => {
      goOn();
      throw bug;
    });
  };
  return ask;
}
