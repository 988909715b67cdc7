import type { After } from './clock.ts';

/** `elsewhere`: another tab has it, and this one waits. */
export type Standing = 'mine' | 'elsewhere';
export type TabHold = {
  /** Here, whoever has it: the other tab hears that it is elsewhere now. */
  take(): void;
  release(): void;
};

/** What one tab at a time has open; a tab that dies has let go. */
export type TabHolds = {
  /** Holds `name` as soon as nobody else does, and tells how it stands, now and whenever that changes. */
  hold(name: string, tell: (standing: Standing) => void): TabHold;
  /** Whatever tabs hold now, this one included. */
  held(): Promise<ReadonlySet<string>>;
};

/** A page that is loaded anew lets go a moment later than it comes back: that is no other tab. */
export const LET_GO_MS = 400;

/** Over the browser's own locks. */
export function lockHolds(locks: LockManager, after: After): TabHolds {
  return {
    hold: (name, tell) => {
      let end = askFor({ locks, after, name, tell }, false);
      return {
        take: () => {
          end();
          end = askFor({ locks, after, name, tell }, true);
        },
        release: () => end(),
      };
    },
    held: async () => new Set(((await locks.query()).held ?? []).flatMap(({ name }) => name ?? [])),
  };
}

type Asking = {
  readonly locks: LockManager;
  readonly after: After;
  readonly name: string;
  readonly tell: (standing: Standing) => void;
};

/** Waits, holds, and waits again when it was taken away; the answer ends whichever it is. */
function askFor(asking: Asking, steal: boolean): () => void {
  const { locks, after, name, tell } = asking;
  const wait = new AbortController();
  let [isOver, isMine] = [false, false];
  let end = () => wait.abort();
  const callOff = after(LET_GO_MS, () => tell('elsewhere'));
  const held = () => {
    callOff();
    if (isOver) return undefined;
    isMine = true;
    tell('mine');
    return new Promise<void>((done) => {
      end = done;
    });
  };
  locks.request(name, steal ? { steal } : { signal: wait.signal }, held).catch((error: unknown) => {
    if (isOver) return;
    if (!isMine) throw error;
    tell('elsewhere');
    end = askFor(asking, false);
  });
  return () => {
    isOver = true;
    callOff();
    end();
  };
}

/**
 * Where there are no locks (Safari before 15.4, plain http): `name` is the key of a text that its holder writes, so another tab that
 * writes it has it now. Which tabs are open nobody knows.
 */
export function writtenHolds(page: Window): TabHolds {
  return {
    hold: (name, tell) => {
      const heard = ({ key, newValue }: StorageEvent) => {
        if (key === name && newValue !== null) tell('elsewhere');
      };
      page.addEventListener('storage', heard);
      tell('mine');
      return { take: () => tell('mine'), release: () => page.removeEventListener('storage', heard) };
    },
    held: async () => new Set(),
  };
}
