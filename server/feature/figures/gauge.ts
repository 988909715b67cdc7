/** What is being done of a long answer, one after the other. */
const DOINGS = ['waiting', 'reading', 'counting', 'writing'] as const;
/** `done` of `of`: rows of history read, stations counted, sheets written; both 0 while it waits for its turn. */
export type Reading = { readonly doing: (typeof DOINGS)[number]; readonly done: number; readonly of: number };

/** Thrown out of a pass over history when nobody waits for it any more. */
export class LetGo extends Error {
  constructor() {
    super('nobody waits for this answer');
  }
}

const [STOP, DOING, DONE, OF] = [0, 1, 2, 3];

/**
 * How far a long answer is, and whether anybody still waits for it. All threads see the same four numbers at once: one that folds hears
 * no message until it is done.
 */
export class Gauge {
  /** `cells`: those of another thread's gauge. */
  constructor(readonly cells: Int32Array = new Int32Array(new SharedArrayBuffer(16))) {}

  /** Whoever works for this gauge throws `LetGo` at its next mark. */
  letGo(): void {
    Atomics.store(this.cells, STOP, 1);
  }

  get isLetGo(): boolean {
    return Atomics.load(this.cells, STOP) === 1;
  }

  /** How far it has come; throws `LetGo` when nobody waits. */
  mark(doing: Reading['doing'], done: number, of: number): void {
    if (this.isLetGo) throw new LetGo();
    Atomics.store(this.cells, DOING, DOINGS.indexOf(doing));
    Atomics.store(this.cells, DONE, done);
    Atomics.store(this.cells, OF, of);
  }

  read(): Reading {
    const doing = DOINGS[Atomics.load(this.cells, DOING)] ?? 'waiting';
    return { doing, done: Atomics.load(this.cells, DONE), of: Atomics.load(this.cells, OF) };
  }
}
