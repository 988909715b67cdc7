import { dayOf, type Instant, parseDate } from '../../shared/kernel/instant.ts';
import { AMENITIES, type Amenity, type AmenityFact, BASIC_FIVE } from '../../shared/station/amenity.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { AMENITY_STATE_WORDS } from '../../shared/words/station.ts';
import { Icon, type IconName } from '../ui/parts/Icon.tsx';
import { agoText } from '../ui/words/fresh.ts';
import { thingWord } from '../ui/words/thing.ts';
import { dateWords } from '../ui/words/time.ts';
import { Section } from './Section.tsx';
import css from './station.module.css';
import { ThingIcon } from './ThingIcon.tsx';

const UNKNOWN: AmenityFact = { state: 'unknown', note: null, confirmedOn: null };
/** What is there first, what is not last. */
const ORDER: readonly AmenityFact['state'][] = ['yes', 'seasonal', 'broken', 'unknown', 'no'];

type Thing = { readonly code: Amenity; readonly fact: AmenityFact };

/** 里面有什么: what people count on is always listed, also when nobody knows. */
export function Inside({ station, now }: { station: PublicStation; now: Instant }) {
  const things = thingsOf(station);
  const { tiles, missing } = tilesOf(things);
  return (
    <Section title="里面有什么" hint={oldest(things, now)}>
      <div className={css.things}>
        {tiles.map(({ code, fact }) => (
          <Tile key={code} code={code} fact={fact} note={noteOf(station, { code, fact })} now={now} />
        ))}
      </div>
      {missing.length > 0 && <p className={css.notes}>没有：{missing.map(({ code }) => thingWord(code)).join('、')}</p>}
    </Section>
  );
}

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

function oldest(things: readonly Thing[], now: Instant): string | null {
  const dates = things.flatMap(({ fact }) => (fact.confirmedOn === null ? [] : [fact.confirmedOn]));
  const [first] = [...dates].sort();
  return first === undefined ? null : `最早的一项 ${dateWords(first, dayOf(now))}核对`;
}

/** Where the toilet is matters as much as that there is one. */
function noteOf({ toiletMetres }: PublicStation, { code, fact }: Thing): string | null {
  if (code !== 'toilet' || fact.state !== 'yes' || toiletMetres === null) return fact.note;
  return toiletMetres === 0 ? '站内' : `走 ${toiletMetres} 米`;
}

const MARK: { readonly [state in AmenityFact['state']]: IconName | null } = {
  yes: 'check',
  no: 'minus',
  unknown: null,
  broken: 'broken',
  seasonal: 'season',
};

type TileProps = { code: Amenity; fact: AmenityFact; note: string | null; now: Instant };

function Tile({ code, fact, note, now }: TileProps) {
  const mark = MARK[fact.state];
  const words = fact.state === 'seasonal' && note !== null ? note : AMENITY_STATE_WORDS[fact.state];
  const age = ageText(fact, now);
  const more = note === null || words === note ? '' : `，${note}`;
  return (
    <div className={`${css.thing} ${css[fact.state]}`}>
      <ThingIcon code={code} />
      <div>
        <b>{thingWord(code)}</b>
        <span>
          {mark === null ? <i aria-hidden="true">?</i> : <Icon name={mark} size="s" />}
          {words}
          {more}
        </span>
        {age !== null && <small>{age}核对</small>}
      </div>
    </div>
  );
}

const OLD_DAYS = 60;

/** Said on the tile itself only when it is old enough to doubt. */
function ageText({ confirmedOn }: AmenityFact, now: Instant): string | null {
  const day = confirmedOn === null ? null : parseDate(confirmedOn);
  if (day === null || dayOf(now) - day < OLD_DAYS) return null;
  return agoText(day, dayOf(now));
}
