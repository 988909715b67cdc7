import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import { PUBLISHED, type Station, type StationId, type UnionId } from '../../../shared/station/station.ts';
import { normaliseName } from '../../../shared/station/text.ts';
import type { Store } from '../../store/port.ts';
import { fingerprint } from './fingerprint.ts';
import { Neighbours } from './neighbours.ts';

export type Known = {
  readonly id: StationId;
  readonly name: string;
  readonly code: StationCode | null;
  /** The row of this file it comes from; null when it was there before. */
  readonly row: number | null;
};

type Around = {
  readonly branch: UnionId;
  readonly isOwn: (union: UnionId) => boolean;
  readonly region: RegionCode | null;
  /** Left out. */
  readonly except: ReadonlySet<StationId>;
};

type Described = { readonly name: string; readonly address: string };

type Keys = Pick<Station, 'federationCode' | 'point'> & { readonly identity: number };

/** What is registered already, as keys: whole records are fetched when a row turns out to be one of them. */
export class Register {
  private readonly byCode = new Map<string, StationId>();
  private readonly byFederationCode = new Map<string, StationId>();
  private readonly byIdentity = new Map<number, Known>();
  /** Flagged rows that wait for an answer, by what does not change when their point is corrected. */
  private readonly waiting = new Map<number, StationId>();
  private readonly waitingIds = new Set<StationId>();
  private readonly places = new Neighbours<Known>();

  static async of(store: Store): Promise<Register> {
    const register = new Register();
    await store.eachStation((stations) => {
      for (const station of stations) if (station.status !== 'abandoned') register.keep(station);
    });
    return register;
  }

  /**
   * The same for one branch: its own stations, and of others those near it that everybody may see, as neighbours only. `region`:
   * where near is; null for everywhere.
   */
  static async around(store: Store, { branch, isOwn, region, except }: Around): Promise<Register> {
    const register = new Register();
    const seen = new Set(except);
    const keep = (stations: readonly Station[]) => {
      for (const station of stations) {
        if (station.status === 'abandoned' || seen.has(station.id)) continue;
        seen.add(station.id);
        if (isOwn(station.union)) register.keep(station);
        else if (PUBLISHED.includes(station.status)) register.keepBeside(station);
      }
    };
    await store.eachStation(keep, { union: branch });
    await store.eachStation(keep, region === null ? {} : { region });
    return register;
  }

  private keepBeside({ id, name, code, point }: Station): void {
    this.places.add(point, { id, name, code, row: null });
  }

  private keep(station: Station): void {
    const { id, name, code, federationCode, point } = station;
    this.add({ id, name, code, row: null }, { identity: identityOf(station.union, station), federationCode, point });
    if (station.status !== 'submitted' || station.origin === 'registered') return;
    this.waiting.set(identityOf(null, station), id);
    this.waitingIds.add(id);
  }

  /** Whether it was flagged at an earlier import and nobody has answered yet. */
  isWaiting(id: StationId): boolean {
    return this.waitingIds.has(id);
  }

  /** Keeps `known` itself, whatever else its maker holds in it. */
  add(known: Known, { identity, point, federationCode }: Keys): void {
    if (known.code) this.byCode.set(known.code, known.id);
    if (federationCode) this.byFederationCode.set(federationCode, known.id);
    this.byIdentity.set(identity, known);
    this.places.add(point, known);
  }

  /** Same station = same code, or federation code, or (union, normalised name + address): its `identity`. */
  find(
    row: Described & { readonly code: string | null; readonly federationCode: string | null },
    identity: number,
  ): StationId | null {
    const byCode = row.code ? this.byCode.get(row.code) : undefined;
    const byFederation = row.federationCode ? this.byFederationCode.get(row.federationCode) : undefined;
    const found = byCode ?? byFederation ?? this.same(row, identity);
    if (found !== undefined || this.waiting.size === 0) return found ?? null;
    return this.waiting.get(identityOf(null, row)) ?? null;
  }

  /** The name is compared as it is: two stations with one fingerprint are rarer still when they must share their name too. */
  private same({ name }: Described, identity: number): StationId | undefined {
    const known = this.byIdentity.get(identity);
    return known && normaliseName(known.name) === normaliseName(name) ? known.id : undefined;
  }

  near(point: Gcj02, metres: number): readonly { readonly key: Known; readonly metres: number }[] {
    return this.places.within(point, metres);
  }
}

/** Fingerprint of what makes two rows one station: the union that answers, and name and address as they are compared. */
export function identityOf(union: UnionId | null, { name, address }: Described): number {
  return fingerprint(`${union ?? ''}|${normaliseName(name)}|${normaliseName(address)}`);
}
