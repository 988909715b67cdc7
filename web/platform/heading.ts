import { type Cell, cell } from './cell.ts';

/**
 * Where a person looks who holds the phone. `degrees`: whole, clockwise from magnetic north (true north lies at most some
 * 10° off in China, which is not made up for). `accuracy`: ± degrees where the phone says so. `ask`: only a tap on a
 * button may ask the person (iPhone). `none`: the phone has no compass, or one that does not know north.
 */
type HeadingState =
  | { readonly kind: 'off' | 'ask' | 'refused' | 'waiting' | 'none' }
  | { readonly kind: 'pointing'; readonly degrees: number; readonly accuracy: number | null };

export type Heading = Pick<Cell<HeadingState>, 'get' | 'subscribe'> & {
  /** Asks the person where that is needed; call it from a tap, after `start`. */
  request(): void;
  /** Listens from now on, while the page is seen. Each start wants its own stop. */
  start(): void;
  stop(): void;
};

/** Puts what the compass says until called off. */
type Listen = (put: (heard: HeadingState) => void) => () => void;

export type HeadingWorld = {
  readonly page: Document;
  /** Where `DeviceOrientationEvent` is to be found. */
  readonly target: object;
  /** The sensor's own code: nobody needs it for the first list. */
  readonly load: () => Promise<Listen>;
};

type Asking = { readonly requestPermission?: () => Promise<'granted' | 'denied'> };

type Answer = 'unasked' | 'granted' | 'denied';
/** What it means that nothing is heard. */
const SILENCE: { readonly [answer in Answer]: 'ask' | 'none' | 'refused' } = {
  unasked: 'ask',
  granted: 'none',
  denied: 'refused',
};

export function makeHeading({ page, target, load }: HeadingWorld): Heading {
  const state = cell<HeadingState>({ kind: 'off' });
  const sensor: Asking | undefined = Reflect.get(target, 'DeviceOrientationEvent');
  // Chromium has the question too, and sends what it measures without it: only silence shows that one must ask.
  let answer: Answer = sensor?.requestPermission === undefined ? 'granted' : 'unasked';
  let wanted = 0;
  let hush: (() => void) | null = null;
  let round = 0;

  const heard = (next: HeadingState): void => state.put(next.kind === 'none' ? { kind: SILENCE[answer] } : next);
  const listen = async (mine: number): Promise<void> => {
    const begin = await load().catch(() => null);
    if (mine !== round) return;
    if (begin === null) state.put({ kind: 'none' });
    else hush = begin(heard);
  };
  const look = (): void => {
    round += 1;
    hush?.();
    hush = null;
    if (wanted === 0) state.put({ kind: 'off' });
    else if (page.visibilityState === 'visible') {
      if (state.get().kind !== 'pointing') state.put({ kind: answer === 'denied' ? 'refused' : 'waiting' });
      listen(round);
    }
  };
  const answered = (given: 'granted' | 'denied'): void => {
    answer = given;
    look();
  };
  page.addEventListener('visibilitychange', look);
  return {
    get: state.get,
    subscribe: state.subscribe,
    request: () => {
      // Safari rejects when no tap stands behind the question: the button then stays.
      sensor?.requestPermission?.().then(answered, () => undefined);
    },
    start: () => {
      wanted += 1;
      if (wanted === 1) look();
    },
    stop: () => {
      wanted = Math.max(0, wanted - 1);
      if (wanted === 0) look();
    },
  };
}
