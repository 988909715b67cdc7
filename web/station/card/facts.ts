import type { Instant } from '../../../shared/kernel/instant.ts';
import { AMENITIES, type Amenity } from '../../../shared/station/amenity.ts';
import { spacedCode } from '../../../shared/station/code.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { hoursLine } from '../../ui/words/hours.ts';
import { wayInText } from '../../ui/words/row.ts';
import { thingWord } from '../../ui/words/thing.ts';

/** What a picture of a station says: only what is still true when it is looked at next week. */
export type CardFacts = {
  readonly name: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** What somebody looked at and found there. */
  readonly things: readonly string[];
  /** In the groups of the plaque. */
  readonly code: string;
  /** What the QR code holds. */
  readonly url: string;
  readonly isSynthetic: boolean;
};

/** What people come for, first. */
const FIRST: readonly Amenity[] = ['water', 'toilet', 'phone-charging', 'seating', 'microwave', 'cooling', 'heating'];
const MOST_THINGS = 5;

export function cardFacts(station: PublicStation, { now, url }: { now: Instant; url: string }): CardFacts {
  const { name, address, entrance, hours, access } = station;
  const rows = [
    { label: '地址', text: address },
    { label: '门在哪', text: entrance ?? '' },
    { label: '几点开', text: hoursLine(hours, now) },
    { label: '怎么进', text: `${wayInText(access)}${feeClause(access.free)}` },
  ];
  return {
    name,
    rows: rows.filter(({ text }) => text !== ''),
    things: confirmed(station).map(thingWord).slice(0, MOST_THINGS),
    code: spacedCode(station.code),
    url,
    isSynthetic: station.origin === 'synthetic',
  };
}

function feeClause(free: boolean | null): string {
  if (free === null) return '';
  return free ? '，免费，不用买东西' : '，要收费';
}

/** There, and somebody has looked: a picture lives longer than a guess. */
function confirmed({ amenities }: PublicStation): readonly Amenity[] {
  const isThere = (code: Amenity) => amenities[code]?.state === 'yes' && amenities[code]?.confirmedOn != null;
  return [...FIRST, ...AMENITIES.filter((code) => !FIRST.includes(code))].filter(isThere);
}
