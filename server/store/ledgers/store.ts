import type { StoreContext } from '../context.ts';
import type { LedgersStore } from '../port/ledgers.ts';
import { ledgers, lineCounts, linesAfter, linesOf } from './read.ts';
import { findLedger } from './rows.ts';
import {
  beginLedger,
  changeLedger,
  commitLines,
  dropLedger,
  editLine,
  openLedger,
  planLines,
  stageLines,
} from './write.ts';

export function ledgersStore(context: StoreContext): LedgersStore {
  return {
    openLedger: (ledger) => openLedger(context, ledger),
    ledger: (id) => context.engine.read((tx) => findLedger(tx, id)),
    ledgers: (...asked) => ledgers(context, asked),
    changeLedger: (...asked) => changeLedger(context, asked),
    editLine: (...asked) => editLine(context, asked),
    stageLines: (...asked) => stageLines(context, asked),
    planLines: (...asked) => planLines(context, asked),
    linesAfter: (...asked) => linesAfter(context, asked),
    linesOf: (...asked) => linesOf(context, asked),
    lineCounts: (id) => lineCounts(context, id),
    beginLedger: (...asked) => beginLedger(context, asked),
    commitLines: (...asked) => commitLines(context, asked),
    dropLedger: (id) => dropLedger(context, id),
  };
}
