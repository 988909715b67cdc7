import type { Day } from '../../shared/kernel/instant.ts';
import { AMENITIES, type Amenity, type AmenityFact, BASIC_FIVE } from '../../shared/station/amenity.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { checkedDay, checkedFact } from '../ui/words/checked.ts';
import { dayText } from '../ui/words/time.ts';

const UNKNOWN: AmenityFact = { state: 'unknown', note: null, confirmedOn: null };
/** What is there first, what is not last. */
const ORDER: readonly AmenityFact['state'][] = ['yes', 'seasonal', 'broken', 'unknown', 'no'];

export type Thing = { readonly code: Amenity; readonly fact: AmenityFact };

/** What a station has; what people count on is listed even when nobody knows. */
export function thingsOf({ amenities }: Pick<PublicStation, 'amenities'>): readonly Thing[] {
  const listed = AMENITIES.filter((code) => amenities[code] !== undefined || isCountedOn(code));
  const things = listed.map((code) => ({ code, fact: amenities[code] ?? UNKNOWN }));
  return ORDER.flatMap((state) => things.filter(({ fact }) => fact.state === state));
}

function isCountedOn(code: Amenity): boolean {
  return BASIC_FIVE.includes(code) || code === 'toilet';
}

/** What is missing though nobody counted on it is one line, unless there is more to say: a page of crossed-out tiles hides the rest. */
export function tilesOf(things: readonly Thing[]): { tiles: readonly Thing[]; missing: readonly Thing[] } {
  const isMissing = ({ code, fact }: Thing) => fact.state === 'no' && fact.note === null && !isCountedOn(code);
  return { tiles: things.filter((one) => !isMissing(one)), missing: things.filter(isMissing) };
}

/** When things were last looked at. `same`: all on one day, so that no tile need repeat it. */
export function datesText(things: readonly Thing[], today: Day): { text: string | null; same: boolean } {
  const days = things.flatMap(({ fact }) => {
    const day = checkedDay(fact, today);
    return day === null ? [] : [day];
  });
  const [first] = [...days].sort((a, b) => a - b);
  if (first === undefined) return { text: null, same: true };
  const same = days.every((day) => day === first);
  return { text: same ? `${dayText(first, today)}核对` : `最早的一项 ${dayText(first, today)}核对`, same };
}

/** What a tile says below its name: `有，店内，要走后门`. Where the toilet is matters as much as that there is one. */
export function thingText({ toiletMetres }: Pick<PublicStation, 'toiletMetres'>, thing: Thing, today: Day): string {
  const { code, fact } = thing;
  const { words } = checkedFact(fact, today);
  const isThere = fact.state === 'yes' || fact.state === 'seasonal';
  const where = code === 'toilet' && isThere ? toiletText(toiletMetres) : null;
  return [words, where, fact.note].filter((part, at) => part !== null && (at === 0 || part !== words)).join('，');
}

function toiletText(metres: number | null): string | null {
  if (metres === null || !Number.isFinite(metres) || metres < 0) return null;
  return metres === 0 ? '站内' : `走 ${Math.round(metres)} 米`;
}
