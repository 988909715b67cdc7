import type { AskedHere } from '../parts/use-asked.ts';
import type { Difference } from './words.ts';

/** Both sides as answered, and where they were asked. */
export type ComparedProps = {
  answer: Difference;
  here: AskedHere;
  /** Its id; the answer says its name. */
  indicator: string;
};
