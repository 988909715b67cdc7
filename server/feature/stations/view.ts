import { type Instant, isoText } from '../../../shared/kernel/instant.ts';
import type { Calendar } from '../../../shared/station/calendar.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import { openAt } from '../../../shared/station/open.ts';
import { OPENABLE, type PublicStation } from '../../../shared/station/station.ts';
import type { GoneView, OpenStateView, StationView } from '../../../shared/wire/station-view.ts';
import type { GoneStation } from '../../store/port.ts';

const MINUTE_MS = 60_000;

/** Everything of the view that no clock changes. */
type Still = Omit<StationView, 'openState'>;

function stillOf(station: PublicStation): Still {
  const { point, access, amenities, hours, aliases, ...rest } = station;
  return {
    code: rest.code,
    name: rest.name,
    brand: rest.brand,
    aliases: [...aliases],
    kind: rest.kind,
    status: rest.status,
    statusNote: rest.statusNote,
    predecessor: rest.predecessor,
    successor: rest.successor,
    union: rest.union,
    region: rest.region,
    town: rest.town,
    address: rest.address,
    entrance: rest.entrance,
    point: { lng: point.lng, lat: point.lat, datum: 'gcj02' },
    amenities,
    toiletMetres: rest.toiletMetres,
    hours,
    access,
    publicPhone: rest.publicPhone,
    hostType: rest.hostType,
    hostName: rest.hostName,
    tier: rest.tier,
    stars: rest.stars,
    origin: rest.origin,
    verified: rest.verified,
    verifiedOn: rest.verifiedOn,
  };
}

export function openStateOf(
  station: Pick<PublicStation, 'status' | 'hours'>,
  at: Instant,
  calendar: Calendar,
): OpenStateView {
  if (!OPENABLE.includes(station.status)) return { state: 'closed' };
  const answer = openAt(station.hours, at, calendar);
  if (answer.state === 'open')
    return answer.until === null ? { state: 'open' } : { state: 'open', until: isoText(answer.until) };
  if (answer.state === 'closed' && answer.opensAt !== null)
    return { state: 'closed', opensAt: isoText(answer.opensAt) };
  return { state: answer.state };
}

/** What is told of a station that left; nothing of it is kept ready, it is seldom asked for. */
export function goneJson({ station, status, on, exit, current }: GoneStation): string {
  const { code, name, successor, region, point, origin } = station;
  const view: GoneView = {
    gone: true,
    code,
    name,
    status,
    exitReason: exit,
    on,
    successor,
    current,
    region,
    point: { lng: point.lng, lat: point.lat, datum: 'gcj02' },
    origin,
  };
  return JSON.stringify(view);
}

function stillText(station: PublicStation): string {
  return JSON.stringify(stillOf(station)).slice(0, -1);
}

function openText(station: Pick<PublicStation, 'status' | 'hours'>, at: Instant, calendar: Calendar): string {
  return `,"openState":${JSON.stringify(openStateOf(station, at, calendar))}}`;
}

type Kept = Pick<PublicStation, 'status' | 'hours'> & {
  readonly still: Buffer;
  /** The end of the object, as it stands in minute `minute` of the era. */
  open: Buffer;
  minute: number;
};

export type Moment = { readonly at: Instant; readonly calendar: Calendar };

/**
 * Bytes of stations' JSON, written once and kept: reading a record out of the columns and writing it is most of what an answer
 * costs. An open state holds for its minute. Entries beyond the limit push out the oldest.
 */
export class StationJson {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly limit: number) {}

  /** The two halves of the object in UTF-8; null when `load` knows no such station. */
  bytes(
    code: StationCode,
    load: (code: StationCode) => PublicStation | null,
    moment: Moment,
  ): readonly [still: Buffer, open: Buffer] | null {
    const known = this.kept.get(code) ?? this.keep(code, load(code));
    if (known === null) return null;
    const minute = Math.floor(moment.at / MINUTE_MS);
    if (known.minute !== minute) {
      known.minute = minute;
      known.open = Buffer.from(openText(known, moment.at, moment.calendar));
    }
    return [known.still, known.open];
  }

  clear(): void {
    this.kept.clear();
  }

  private keep(code: StationCode, station: PublicStation | null): Kept | null {
    if (station === null) return null;
    if (this.kept.size >= this.limit) this.kept.delete(this.kept.keys().next().value ?? '');
    const { status, hours } = station;
    const made = { status, hours, still: Buffer.from(stillText(station)), open: Buffer.alloc(0), minute: -1 };
    this.kept.set(code, made);
    return made;
  }
}
