import { accountsStore } from './accounts/store.ts';
import { auditStore } from './audit/store.ts';
import { putCalendarYear } from './calendar.ts';
import { commit } from './commit.ts';
import type { StoreContext } from './context.ts';
import { demandStore } from './demand/store.ts';
import { deskStore } from './desk/store.ts';
import { readCounter } from './engine.ts';
import { entriesStore } from './entries/store.ts';
import { eachPublished, marksAfter, packOf, packs, putPack } from './feed.ts';
import { figuresStore } from './figures/store.ts';
import { goneByCode } from './gone.ts';
import { readAliases, readCalendarYears, readRegions, readSettings, readUnions } from './groundread.ts';
import { eachHistory, historyOf, verifyHistory } from './history.ts';
import { inboxStore } from './inbox/store.ts';
import { ledgersStore } from './ledgers/store.ts';
import { listStore } from './list/store.ts';
import { noticesStore } from './notices/store.ts';
import { plaquesStore } from './plaques/store.ts';
import type { Store } from './port.ts';
import { purgeSynthetic } from './purge.ts';
import { findReport, listReports } from './report-rows.ts';
import { fileReport, releaseReports, stepReport } from './reports.ts';
import { staleness } from './staleness.ts';
import { eachStation, loadStations, stationByCode } from './stations.ts';
import { submissionsStore } from './submissions/store.ts';
import { unionsStore } from './unions/store.ts';
import { workStore } from './work/store.ts';
import { workbooksStore } from './workbooks/store.ts';

/** The port over an engine that is migrated and settled. */
export function storeOver(context: StoreContext): Store {
  const { engine } = context;
  return {
    ...roomsOver(context),
    commit: (command, decide) => commit(context, command, decide),
    stationByCode: (code) => stationByCode(context, code),
    goneByCode: (code) => goneByCode(context, code),
    stationsById: (ids) => engine.read((tx) => loadStations(tx, ids)),
    eachStation: (visit, filter) => eachStation(context, visit, filter),
    eachPublished: (region, visit) => eachPublished(context, region, visit),
    marksAfter: (region, from, limit) => marksAfter(context, { region, from, limit }),
    counter: () =>
      engine.read(async (tx) => {
        const { epoch, seq } = await readCounter(tx);
        return { epoch, seq };
      }),
    historyOf: (subjectId) => historyOf(context, subjectId),
    eachHistory: (visit, upToSeq) => eachHistory(context, visit, upToSeq),
    verifyHistory: () => verifyHistory(context),
    regions: () => engine.read(readRegions),
    regionAliases: () => engine.read(readAliases),
    unions: () => engine.read(readUnions),
    settings: () => engine.read(readSettings),
    calendarYears: () => engine.read(readCalendarYears),
    putCalendarYear: (year, envelope) => putCalendarYear(context, year, envelope),
    purgeSynthetic: () => purgeSynthetic(context),
    fileReport: (command, filing) => fileReport(context, command, filing),
    stepReport: (command, stepping) => stepReport(context, command, stepping),
    releaseReports: () => releaseReports(context),
    reportByLookup: (lookup) => engine.read((tx) => findReport(tx, lookup)),
    reports: (filter) => listReports(context, filter),
    packs: () => packs(context),
    packOf: (region) => packOf(context, region),
    putPack: (region, pack) => putPack(context, region, pack),
    staleness: () => staleness(context),
    close: async () => {
      await engine.close();
      await context.highWater.close();
    },
  };
}

/** What accounts do with what is stored, a room each. */
function roomsOver(context: StoreContext) {
  return {
    ...accountsStore(context),
    ...unionsStore(context),
    ...workStore(context),
    ...deskStore(context),
    ...listStore(context),
    ...ledgersStore(context),
    ...plaquesStore(context),
    ...noticesStore(context),
    ...inboxStore(context),
    ...auditStore(context),
    ...demandStore(context),
    ...workbooksStore(context),
    ...submissionsStore(context),
    ...figuresStore(context),
    ...entriesStore(context),
  };
}
