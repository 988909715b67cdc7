import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';
import { normaliseName } from '../../../shared/station/text.ts';
import type { Store } from '../../store/port.ts';
import { Neighbours } from './neighbours.ts';

export type Known = {
  readonly id: StationId;
  readonly name: string;
  readonly code: StationCode | null;
  readonly row: number | null;
};

/** What is registered already, as keys: whole records are fetched when a row turns out to be one of them. */
export class Register {
  private readonly byCode = new Map<string, StationId>();
  private readonly byFederationCode = new Map<string, StationId>();
  private readonly byIdentity = new Map<string, StationId>();
  /** Flagged rows that wait for an answer, by what does not change when their point is corrected. */
  private readonly waiting = new Map<string, StationId>();
  private readonly waitingIds = new Set<StationId>();
  private readonly places = new Neighbours<Known>();

  static async of(store: Store): Promise<Register> {
    const register = new Register();
    await store.eachStation((stations) => {
      for (const station of stations) if (station.status !== 'abandoned') register.keep(station);
    });
    return register;
  }

  private keep(station: Station): void {
    this.add(station, null);
    if (station.status !== 'submitted' || station.origin === 'registered') return;
    this.waiting.set(identity(null, station.name, station.address), station.id);
    this.waitingIds.add(station.id);
  }

  /** Whether it was flagged at an earlier import and nobody has answered yet. */
  isWaiting(id: StationId): boolean {
    return this.waitingIds.has(id);
  }

  /** `row`: the row of this file it comes from; null when it was there before. */
  add(
    station: Pick<Station, 'id' | 'name' | 'code' | 'federationCode' | 'union' | 'address' | 'point'>,
    row: number | null,
  ): void {
    const { id, name, code } = station;
    if (code) this.byCode.set(code, id);
    if (station.federationCode) this.byFederationCode.set(station.federationCode, id);
    this.byIdentity.set(identity(station.union, name, station.address), id);
    this.places.add(station.point, { id, name, code, row });
  }

  /** Same station = same code, or federation code, or (union, normalised name + address). */
  find(
    row: {
      readonly code: string | null;
      readonly federationCode: string | null;
      readonly name: string;
      readonly address: string;
    },
    union: UnionId,
  ): StationId | null {
    const byCode = row.code ? this.byCode.get(row.code) : undefined;
    const byFederation = row.federationCode ? this.byFederationCode.get(row.federationCode) : undefined;
    const same = this.byIdentity.get(identity(union, row.name, row.address));
    return byCode ?? byFederation ?? same ?? this.waiting.get(identity(null, row.name, row.address)) ?? null;
  }

  near(point: Gcj02, metres: number): readonly { readonly key: Known; readonly metres: number }[] {
    return this.places.within(point, metres);
  }
}

function identity(union: UnionId | null, name: string, address: string): string {
  return `${union ?? ''}|${normaliseName(name)}|${normaliseName(address)}`;
}
