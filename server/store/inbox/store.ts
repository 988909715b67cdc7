import type { StoreContext } from '../context.ts';
import type { InboxStore } from '../port/inbox.ts';
import { eraseReports, reportPhotosAmong } from './erase.ts';
import { answerTimes, inboxCounts } from './figures.ts';
import { inbox } from './groups.ts';
import { heldReport, stepReports } from './step.ts';

export function inboxStore(context: StoreContext): InboxStore {
  return {
    inbox: (filter, page) => inbox(context, filter, page),
    inboxCounts: (top, due) => inboxCounts(context, top, due),
    answerTimes: (top, since) => answerTimes(context, top, since),
    heldReport: (id) => context.engine.read((tx) => heldReport(tx, id)),
    stepReports: (command, stepping) => stepReports(context, command, stepping),
    eraseReports: (due) => eraseReports(context, due),
    reportPhotosAmong: (names) => reportPhotosAmong(context, names),
  };
}
