import { AMENITIES, type Amenities, type Amenity, type AmenityFact } from '../../shared/station/amenity.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { isStay } from '../../shared/station/stop-times.ts';
import { nameText } from '../ui/words/row.ts';

/** Marks that turn a line around or hide in it, control characters, line breaks: a name has no use for them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones taken out
const HOSTILE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** Longer texts are no names; the whole of it still stands under 关于这个站. */
const NAME_MOST = 80;
const TEXT_MOST = 160;
const NOTE_MOST = 40;
/** Nobody reads further, and nothing need be drawn. */
const RAW_MOST = 1000;

/**
 * A station as its page shows it: no text can turn the line around it, and none pushes the facts off the page.
 * What a ledger calls a name may be anything.
 */
export function shownStation(station: PublicStation): PublicStation {
  const text = (raw: string | null) => (raw === null ? null : cut(plainText(raw), TEXT_MOST));
  const { statusNote, access } = station;
  return {
    ...station,
    name: nameText({ name: cut(plainText(station.name), NAME_MOST), kind: station.kind }),
    address: cut(plainText(station.address), TEXT_MOST),
    entrance: blankless(text(station.entrance)),
    brand: text(station.brand),
    hostName: text(station.hostName),
    aliases: station.aliases.map((alias) => cut(plainText(alias), NAME_MOST)).filter((alias) => alias !== ''),
    amenities: shownAmenities(station.amenities),
    statusNote: statusNote === null ? null : { ...statusNote, reason: cut(plainText(statusNote.reason), TEXT_MOST) },
    access: { ...access, feeNote: text(access.feeNote) },
    publicPhone: phoneOf(station.publicPhone),
    stops: station.stops.map(({ name, point, spans }) => ({
      name: cut(plainText(name), NAME_MOST),
      point,
      spans: spans.filter(isStay),
    })),
  };
}

function shownAmenities(amenities: Amenities): Amenities {
  const shown: { [code in Amenity]?: AmenityFact } = {};
  for (const code of AMENITIES) {
    const fact = amenities[code];
    if (fact === undefined) continue;
    shown[code] = { ...fact, note: fact.note === null ? null : blankless(cut(plainText(fact.note), NOTE_MOST)) };
  }
  return shown;
}

export function plainText(raw: string): string {
  return raw.slice(0, RAW_MOST).replace(HOSTILE, ' ').replace(/ {2,}/g, ' ').trim();
}

function blankless(text: string | null): string | null {
  return text === '' ? null : text;
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most).join('')}…`;
}

/** What no telephone dials becomes no button. */
function phoneOf(raw: string | null): string | null {
  return raw !== null && /^\+?[\d\- ()（）转*#,]{3,30}$/.test(raw.trim()) ? raw.trim() : null;
}
