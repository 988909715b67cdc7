import { gcj02 } from '../geo/point.ts';
import { AMENITIES } from '../station/amenity.ts';
import type { StationCode } from '../station/code.ts';
import { type Hours, UNKNOWN_HOURS } from '../station/hours.ts';
import type { Access } from '../station/station.ts';
import { accessOfText } from './access-text.ts';
import { hoursOfText } from './hours-text.ts';
import { type HeldPieces, stateOf } from './pieces.ts';
import type { ListRow } from './row.ts';

const UNKNOWN_ACCESS: Access = { modes: [], needsApp: null, whoMayEnter: [], free: null, feeNote: null };

/** Parses each distinct line once: hours and access repeat. A line nobody wrote reads as unknown. */
export class Lines {
  private readonly hours = new Map<string, Hours>();
  private readonly accesses = new Map<string, Access>();

  hoursOf(line: string): Hours {
    const known = this.hours.get(line);
    if (known !== undefined) return known;
    const hours = hoursOfText(line) ?? UNKNOWN_HOURS;
    this.hours.set(line, hours);
    return hours;
  }

  accessOf(line: string): Access {
    const known = this.accesses.get(line);
    if (known !== undefined) return known;
    const access = accessOfText(line) ?? UNKNOWN_ACCESS;
    this.accesses.set(line, access);
    return access;
  }
}

/**
 * What a list shows. Of a station known by the national core alone name and address are empty, what is not `yes` is
 * unknown, and so is everything else the core does not say.
 */
export function listRow(code: StationCode, { point, facts, states, terms, text }: HeldPieces, lines: Lines): ListRow {
  return {
    code,
    name: text?.name ?? '',
    address: text?.address ?? '',
    entrance: text?.entrance ?? null,
    point: gcj02(point.lng / 1e5, point.lat / 1e5),
    kind: facts.kind,
    status: facts.status,
    statusNote: states?.statusNote ?? null,
    hours: { ...lines.hoursOf(facts.hours), raw: terms?.hoursRaw ?? null },
    amenity: (amenity) => stateOf(facts, states, AMENITIES.indexOf(amenity)),
    access: terms === null ? UNKNOWN_ACCESS : lines.accessOf(terms.access),
    // Type 9 codes are synthetic and only they: known even where nothing else is.
    origin: terms?.origin ?? (code[6] === '9' ? 'synthetic' : 'imported'),
    verified: terms?.verified ?? 'unverified',
    verifiedOn: terms?.verifiedOn ?? null,
  };
}
