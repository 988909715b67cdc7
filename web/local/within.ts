import type { After } from '../platform/clock.ts';

/** Some databases neither answer nor refuse, as iOS at times does. */
const PATIENCE_MS = 3000;

/** Null when there was no answer in time. */
export function within<T>(answer: Promise<T>, after: After): Promise<T | null> {
  return new Promise((done, fail) => {
    const callOff = after(PATIENCE_MS, () => done(null));
    answer.then(
      (value) => {
        callOff();
        done(value);
      },
      (error) => {
        callOff();
        fail(error);
      },
    );
  });
}
