import type { Amenities, Amenity } from './amenity.ts';
import { AMENITIES } from './amenity.ts';
import type { Hours, Season } from './hours.ts';
import { weekLine } from './week-line.ts';

/** What people come for, in the order they ask; then the rest as listed. */
const FIRST: readonly Amenity[] = [
  'water',
  'toilet',
  'phone-charging',
  'seating',
  'microwave',
  'cooling',
  'heating',
  'first-aid',
];
const MOST = 5;

/** At most five things that are there and that somebody confirmed: a plaque hangs for years and must not promise more. */
export function plaqueAmenities(amenities: Amenities): readonly Amenity[] {
  const rest = AMENITIES.filter((code) => !FIRST.includes(code));
  const isSure = (code: Amenity) => amenities[code]?.state === 'yes' && amenities[code]?.confirmedOn !== null;
  return [...FIRST, ...rest].filter(isSure).slice(0, MOST);
}

/** One line for each part of the week, then one for each season; empty when nobody knows. Without a year: it is for the wall. */
export function plaqueHours({ base, seasons, holidays }: Hours): readonly string[] {
  const usual = base.kind === 'always' ? ['每天 24 小时'] : base.kind === 'weekly' ? partsOf(weekLine(base.week)) : [];
  if (usual.length === 0) return [];
  const closed = holidays.kind === 'closed' && base.kind === 'weekly' ? ['法定节假日不开'] : [];
  return [...usual, ...seasons.map(seasonLine), ...closed];
}

/** Days on which it is shut stand behind the part before them: `周六 9:00–17:00，周日不开`. */
function partsOf(line: string): readonly string[] {
  const parts: string[] = [];
  for (const part of line.split('；')) {
    const before = parts.pop();
    if (before !== undefined && part.endsWith('不开')) parts.push(`${before}，${part}`);
    else parts.push(...(before === undefined ? [] : [before]), part);
  }
  return parts;
}

function seasonLine({ from, to, week }: Season): string {
  return `${dayOfYear(from)}至${dayOfYear(to)}：${weekLine(week)}`;
}

/** `06-01` → `6月1日`. */
function dayOfYear(text: string): string {
  const [month = 0, day = 0] = text.split('-').map(Number);
  return `${month}月${day}日`;
}
