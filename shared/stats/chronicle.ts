import { type Day, instant } from '../kernel/instant.ts';
import { EXIT_REASONS } from '../station/command.ts';
import { exitReasonOf } from '../station/decide-exit.ts';
import { STATUSES, type StationId } from '../station/station.ts';
import { Cases } from './cases.ts';
import { idOf, wordsOf } from './id-words.ts';
import { WordPool } from './pool.ts';
import type { AsOf } from './question.ts';
import { COUNTED_SUBJECTS, type FactRow } from './row.ts';
import { dayNamed, isPublished, standAfter } from './stand.ts';
import { GONE, Pools, StandView } from './stand-view.ts';
import { packTraits } from './traits.ts';
import { type Version, Versions } from './versions.ts';
import { type VisitRow, Visits } from './visits.ts';

const PUBLISHED_CODES = new Set(STATUSES.flatMap((status, code) => (isPublished(status) ? [code] : [])));
const MERGE_CAUSE = EXIT_REASONS.indexOf('MERGE') + 1;
const COUNTED = new Set<string>(COUNTED_SUBJECTS);

/**
 * The append-only memory of all that is counted, in the order of history. Of a station it holds a version for each row that
 * changed something counted. What is known at (day, seq) of a station is its last version with seq ≤ seq and day ≤ day, where
 * the day of a version is never before that of the version it follows: rows take effect in the order they were written.
 */
export class Chronicle {
  readonly versions = new Versions();
  readonly pools = new Pools();
  readonly cases = new Cases();
  readonly visits = new Visits();
  readonly ids = new WordPool(4);
  /** Of each station its newest version. */
  private readonly heads: number[] = [];
  private readonly view = new StandView(this.versions, this.pools);
  private last: AsOf = { seq: 0, at: instant(0) };
  /** Rows of other subjects than stations since the last piece was cut (`chronicle-bytes.ts`). */
  readonly uncut: FactRow[] = [];

  /** The newest row it has heard of. */
  get known(): AsOf {
    return this.last;
  }

  /** Stations it ever heard of; they are numbered from 0. */
  get stations(): number {
    return this.ids.size;
  }

  /** The next row of history; throws when it does not come after the last one. Rows of no interest may be left out. */
  add(row: FactRow): void {
    if (row.seq <= this.last.seq) throw new Error(`row ${row.seq} after row ${this.last.seq}`);
    this.last = { seq: row.seq, at: row.at };
    if (row.subject === 'station') this.addStation(row);
    else if (COUNTED.has(row.subject)) {
      this.uncut.push(row);
      this.addCase(row);
    }
  }

  /** History has come so far, and nothing in between is counted. */
  reach(known: AsOf): void {
    if (known.seq > this.last.seq) this.last = known;
  }

  /** Scans counted by day; see `Visits`. A station history never named is left out. */
  addVisits(rows: readonly VisitRow[]): void {
    for (const row of rows) this.visits.add(row, this.numberOf(row.station));
  }

  /** −1 for one it never heard of. */
  numberOf(id: string): number {
    const words = wordsOf(id);
    return words === null ? -1 : (this.ids.find(words) ?? -1);
  }

  idOf(station: number): StationId {
    return idOf(this.ids.group(station));
  }

  headOf(station: number): number {
    return this.heads[station] ?? -1;
  }

  /** Its version at the end of a day as far as rows up to `seq` tell; −1: it was not there yet. */
  at(station: number, day: Day, seq: number): number {
    const { versions } = this;
    let version = this.headOf(station);
    while (version >= 0 && ((versions.seq[version] ?? 0) > seq || (versions.day[version] ?? 0) > day)) {
      version = versions.previous[version] ?? -1;
    }
    return version;
  }

  isPublished(version: number): boolean {
    return version >= 0 && PUBLISHED_CODES.has(this.versions.status[version] ?? GONE);
  }

  /** A window on one version; a fresh one, to be kept. */
  stand(version: number): StandView {
    const view = new StandView(this.versions, this.pools);
    view.version = version;
    return view;
  }

  /** For `chronicle-bytes.ts` alone: heads of the versions from `from` on, which were just put back. */
  restore(from: number, known: AsOf): void {
    const { versions, heads } = this;
    for (let version = from; version < versions.length; version++) heads[versions.station[version] ?? 0] = version;
    this.last = known;
  }

  addCase(row: FactRow): void {
    // What belongs to a station stands in history under `<station>/<own id>`.
    const slash = row.subjectId.indexOf('/');
    this.cases.add(row, slash < 0 ? -1 : this.numberOf(row.subjectId.slice(0, slash)));
  }

  private addStation(row: FactRow): void {
    const words = wordsOf(row.subjectId);
    if (words === null) throw new Error(`row ${row.seq} names no station: ${row.subjectId}`);
    const station = this.ids.take(words);
    const head = this.headOf(station);
    const version = this.versionOf(row, station, head);
    if (head >= 0 && this.versions.isLike(head, version)) return;
    this.heads[station] = this.versions.push(version);
  }

  private versionOf(row: FactRow, station: number, head: number): Version {
    const { versions, pools, view } = this;
    view.version = head;
    const before = head < 0 || row.before === null ? null : view;
    const after = standAfter(before, row.after);
    const effective = dayNamed(row.effectiveOn) ?? 0;
    const isGone = row.step === 'purge';
    return {
      station,
      seq: row.seq,
      day: Math.max(effective, head < 0 ? 0 : (versions.day[head] ?? 0)),
      verifiedDay: after.verifiedOn ?? 0,
      step: pools.steps.take(row.step),
      status: isGone ? GONE : STATUSES.indexOf(after.status),
      cause: causeOf(row),
      place: pools.takePlace(after.union, after.region),
      traits: packTraits(after),
      amenities:
        'amenities' in row.after || before === null
          ? pools.amenities.take(after.amenities)
          : sameAs(head, versions.amenities),
      hours: 'hours' in row.after || before === null ? pools.takeHours(after.hours) : sameAs(head, versions.hours),
      lng: after.lng,
      lat: after.lat,
      previous: head,
    };
  }
}

function sameAs(head: number, column: Uint32Array): number {
  return column[head] ?? 0;
}

function causeOf({ step, reason }: FactRow): number {
  if (step === 'merge') return MERGE_CAUSE;
  const code = reason === null ? null : exitReasonOf(reason);
  return code === null ? 0 : EXIT_REASONS.indexOf(code) + 1;
}
