import type { Line, PlaceName } from '../../map/base/net.ts';
import type { Country } from './country.ts';
import { boxOf, type Frame, pixelIn } from './frame.ts';

export type Label = { readonly code: string; readonly text: string; readonly x: number; readonly y: number };

/** CSS pixels of a letter, and of the free room round a name. */
export const LETTER = 12;
const AIR = 1;
/** Where a name goes when its place is taken, in letters right and down: at sea as well. */
const SHIFTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -1.2],
  [0, 1.2],
  [2.2, 0],
  [-2.2, 0],
  [2.2, 1.2],
  [-2.2, 1.2],
  [2.2, -1.2],
  [-2.2, 2.2],
  [2.6, 2.4],
];

type Parts = { readonly parts: readonly string[]; readonly partOf: readonly (string | null)[]; readonly frame: Frame };
type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Names of parts where they are written best, the largest part first; what finds no room stands in the table alone. */
export function labelsOf(country: Country, { parts, partOf, frame }: Parts): readonly Label[] {
  const names = namesOf(country);
  const areas = areasOf(country, partOf);
  const areaOf = ({ code }: PlaceName) => areas.get(`${code}`) ?? 0;
  const taken: Box[] = [];
  const bySize = parts.flatMap((code) => names.get(code) ?? []).sort((a, b) => areaOf(b) - areaOf(a));
  return bySize.flatMap((name): readonly Label[] => {
    const [x, y] = pixelIn(frame, name.x, name.y);
    const spots = SHIFTS.map(([right, down]) => ({ x: x + right * LETTER, y: y + down * LETTER }));
    const spot = spots.find((one) => isFree(boxAt(one, name.text), taken, frame));
    if (spot === undefined) return [];
    taken.push(boxAt(spot, name.text));
    return [{ code: `${name.code}`, text: name.text, ...spot }];
  });
}

/** Provinces and cities stand in the first net, what has none below it in the second. */
export function namesOf({ nets: [country, counties] }: Country): ReadonlyMap<string, PlaceName> {
  return new Map([...counties.names, ...country.names].map((name) => [`${name.code}`, name]));
}

/** Of the box round each part. */
function areasOf({ nets }: Country, partOf: Parts['partOf']): ReadonlyMap<string, number> {
  const own = new Map<string, Line[]>();
  for (const { lines } of nets) {
    for (const line of lines) {
      for (const leaf of line.owners) {
        const part = partOf[leaf] ?? null;
        if (part === null) continue;
        const known = own.get(part);
        if (known) known.push(line);
        else own.set(part, [line]);
      }
    }
  }
  return new Map(
    [...own].map(([code, lines]) => {
      const [west, north, east, south] = boxOf(lines);
      return [code, (east - west) * (south - north)];
    }),
  );
}

function boxAt({ x, y }: { readonly x: number; readonly y: number }, text: string): Box {
  const [wide, high] = [(text.length * LETTER) / 2 + AIR, LETTER / 2 + AIR];
  return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
}

function isFree(box: Box, taken: readonly Box[], { width, height }: Frame): boolean {
  if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height) return false;
  return !taken.some(
    (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
  );
}
