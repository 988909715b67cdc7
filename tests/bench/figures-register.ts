import { join } from 'node:path';
import Database from 'better-sqlite3';
import { loadOutlines, loadRegions } from '../../server/feature/regions/read.ts';
import { generateStations } from '../../server/feature/seed/generate.ts';
import { openStore } from '../../server/store/open.ts';
import { diffRecords, encodeRecord } from '../../server/store/record.ts';
import { STATION_COLUMNS, stationRow } from '../../server/store/rows.ts';
import type { Epoch } from '../../shared/feed/feed.ts';
import { addDays, type Day, dateText, dayOf, type Instant, instant, instantAt } from '../../shared/kernel/instant.ts';
import type { Station } from '../../shared/station/station.ts';

type Size = { readonly stations: number; readonly rows: number };
export const BENCH_TODAY = dayOf(instant(Date.parse('2026-11-22T12:00:00+08:00')));
const YEARS = 1000;
const STATION = `insert into station (${STATION_COLUMNS.join(', ')}) values (${STATION_COLUMNS.map((name) => `@${name}`).join(', ')})`;
const ROW = `insert into history (seq, at, effective_on, command_id, actor, union_id, subject, subject_id, step, reason, "before",
  "after", schema, prev_mac, mac) values (?, ?, ?, ?, 'clerk', ?, 'station', ?, ?, ?, ?, ?, 1, '', '')`;

/**
 * A register of so many stations with so many rows of history behind them, written straight into its file: through the commands it would
 * take hours. Its chain of macs is none, which figures do not look at.
 */
export async function makeRegister(folder: string, size: Size): Promise<void> {
  const regions = loadRegions();
  const path = join(folder, 'xiejiao.db');
  const opened = await openStore(path, {
    regions: regions.all,
    aliases: new Map(regions.former.map(({ code, today }) => [code, today])),
    calendar: [],
    historyKey: 'a key for the bench',
    highWater: join(folder, 'high-water.json'),
    now: () => instantAt(addDays(BENCH_TODAY, -YEARS - 1), 0),
    newEpoch: () => 'b'.repeat(16) as Epoch,
  });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const first = (await opened.value.counter()).seq + 1;
  await opened.value.close();
  const world = { regions, outlines: loadOutlines(), today: BENCH_TODAY };
  const stations = [...generateStations(size.stations, 7, world)].map(
    (station): Station => ({ ...station, origin: 'imported' }),
  );
  const database = new Database(path);
  database.pragma('synchronous = off');
  write(database, { stations, first, rows: size.rows, cityOf: regions.cityOf });
  database.close();
}

type Writing = {
  readonly stations: readonly Station[];
  readonly first: number;
  readonly rows: number;
  readonly cityOf: (code: Station['region']) => Station['region'];
};

function write(database: Database.Database, { stations, first, rows, cityOf }: Writing): void {
  const [station, row] = [database.prepare(STATION), database.prepare(ROW)];
  const current = [...stations];
  const turns = Math.ceil(rows / stations.length);
  database.transaction(() => {
    let seq = first;
    for (let turn = 0; turn < turns; turn++) {
      for (let at = 0; at < stations.length && seq - first < rows; at++) {
        const is = current[at];
        if (is === undefined) continue;
        const day = addDays(BENCH_TODAY, Math.floor(((seq - first) / rows) * YEARS) - YEARS);
        const when = momentOf(day, seq);
        const { next, step } = turn === 0 ? { next: is, step: 'import' } : changeOf(is, turn, day);
        const diff = turn === 0 ? null : diffRecords(is, next);
        const [before, after] = diff
          ? [JSON.stringify(diff.before), JSON.stringify(diff.after)]
          : [null, encodeRecord(next)];
        const on = dateText(day);
        row.run(seq, when, on, seq.toString(16).padStart(32, '0'), next.union, next.id, step, null, before, after);
        current[at] = next;
        seq += 1;
      }
    }
    for (const one of current) station.run(stationRow(one, cityOf(one.region), momentOf(BENCH_TODAY, 0)));
    database.prepare('update counter set seq = ?').run(seq - 1);
  })();
}

function momentOf(day: Day, seq: number): Instant {
  return instant(instantAt(day, 540) + (seq % 3_600_000));
}

/** What clerks do from day to day: confirm, shut for a while, open again, write down another amenity or other hours. */
function changeOf(is: Station, turn: number, day: Day): { readonly next: Station; readonly step: string } {
  const next = (over: Partial<Station>): Station => ({ ...is, ...over, rev: is.rev + 1 });
  const on = dateText(day);
  if (is.status === 'suspended') return { next: next({ status: 'active', statusNote: null }), step: 'resume' };
  const kind = (turn + Number.parseInt(is.id.slice(0, 6), 16)) % 5;
  if (kind === 0 && is.status === 'active') {
    return {
      next: next({ status: 'suspended', statusNote: { reason: '停水', since: on, until: null } }),
      step: 'suspend',
    };
  }
  if (kind === 1) {
    const state = is.amenities.wifi?.state === 'yes' ? 'no' : 'yes';
    return {
      next: next({ amenities: { ...is.amenities, wifi: { state, note: null, confirmedOn: on } } }),
      step: 'revise',
    };
  }
  if (kind === 2) return { next: next({ entrance: `东门进，第 ${turn} 次改` }), step: 'revise' };
  return { next: next({ verified: 'on-site', verifiedOn: on }), step: 'confirm' };
}
