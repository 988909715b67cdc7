import { type Instant, isoText } from '../../../shared/kernel/instant.ts';
import type { Calendar } from '../../../shared/station/calendar.ts';
import { openAt } from '../../../shared/station/open.ts';
import { OPENABLE, type PublicStation } from '../../../shared/station/station.ts';
import type { OpenStateView, StationView } from '../../../shared/wire/station-view.ts';

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

/** JSON of a station, written once and kept: HTTP and JSON are most of what an answer costs. Entries beyond the limit push out the oldest. */
export class StationJson {
  private readonly kept = new Map<string, string>();

  constructor(private readonly limit: number) {}

  /** The object's text with its open state at the asked instant. */
  text(station: PublicStation, at: Instant, calendar: Calendar): string {
    return `${this.still(station)},"openState":${JSON.stringify(openStateOf(station, at, calendar))}}`;
  }

  clear(): void {
    this.kept.clear();
  }

  private still(station: PublicStation): string {
    const known = this.kept.get(station.code);
    if (known !== undefined) return known;
    const text = JSON.stringify(stillOf(station)).slice(0, -1);
    if (this.kept.size >= this.limit) this.kept.delete(this.kept.keys().next().value ?? '');
    this.kept.set(station.code, text);
    return text;
  }
}
