import type { Day } from '../kernel/instant.ts';
import type { StationId } from '../station/station.ts';

/** Scans of a station's plaque on a day, as told on the day they were received: kept by the server, not in history. */
export type VisitRow = {
  readonly station: StationId;
  readonly day: Day;
  readonly receivedOn: Day;
  readonly visits: number;
};

/** Measured visits, known from the day after they were received; they are not in the chronicle's bytes. */
export class Visits {
  readonly station: number[] = [];
  readonly day: number[] = [];
  readonly receivedOn: number[] = [];
  readonly count: number[] = [];

  add({ day, receivedOn, visits }: VisitRow, station: number): void {
    if (station < 0) return;
    this.station.push(station);
    this.day.push(day);
    this.receivedOn.push(receivedOn);
    this.count.push(visits);
  }
}
