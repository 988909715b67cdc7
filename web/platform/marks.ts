import { painted } from './painted.ts';

/** For whoever measures: when the nearest are known, and when a first list is on the screen. Each is set once. */
export type Marks = { idsKnown(): void; listPainted(): void };

const LIST = '#nearest:not([aria-busy])';
/** A list that is not there by then is none of a start. Milliseconds. */
const START = 30_000;

export function pageMarks(page: Document, target: Window): Marks {
  const mark = (name: string): void => {
    if (target.performance.getEntriesByName(name).length === 0) target.performance.mark(name);
  };
  const look = (): void => {
    if (page.querySelector(LIST) !== null) painted(target).then(() => mark('list painted'));
    else if (target.performance.now() < START) target.requestAnimationFrame(look);
  };
  return { idsKnown: () => mark('ids known'), listPainted: look };
}
