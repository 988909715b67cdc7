import type { Reply } from '../../platform/ask.ts';
import type { AskedHere } from '../parts/use-asked.ts';

/** What every part of the overview is given: the one answer, and where it was asked. */
export type PartProps = { answer: Reply<'figures'>; here: AskedHere };
