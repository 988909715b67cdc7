/** One piece of work after the other, in the order they were asked for. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** Rejects with the signal's reason when let go before it is done; work whose turn had not come is then never begun. */
  take<T>(work: () => Promise<T>, signal: AbortSignal | null): Promise<T> {
    const done = this.last.then(() => {
      signal?.throwIfAborted();
      return work();
    });
    this.last = done.catch(() => {});
    return signal === null ? done : Promise.race([done, abortOf(signal)]);
  }
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
