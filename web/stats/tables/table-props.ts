import type { Reply } from '../../platform/ask.ts';
import type { AskedHere } from '../parts/use-asked.ts';

/** One table as answered, and where it was asked. */
export type TableProps = {
  table: Reply<'figures'>['tables'][number];
  head: Reply<'figures'>['head'];
  here: AskedHere;
};
