import { type Day, dayOf, type Instant } from '../../shared/kernel/instant.ts';
import type { AmenityFact } from '../../shared/station/amenity.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { Icon, type IconName } from '../ui/parts/Icon.tsx';
import { checkedFact } from '../ui/words/checked.ts';
import { thingWord } from '../ui/words/thing.ts';
import { Section } from './Section.tsx';
import css from './station.module.css';
import { ThingIcon } from './ThingIcon.tsx';
import { datesText, type Thing, thingsOf, thingText, tilesOf } from './things.ts';

/** 里面有什么: the five states in words, and when somebody last looked. */
export function Inside({ station, now }: { station: PublicStation; now: Instant }) {
  const things = thingsOf(station);
  const { tiles, missing } = tilesOf(things);
  const today = dayOf(now);
  const { text, same } = datesText(things, today);
  return (
    <Section title="里面有什么" hint={text}>
      <ul className={css.things}>
        {tiles.map((thing) => (
          <Tile key={thing.code} thing={thing} said={thingText(station, thing, today)} day={{ today, same }} />
        ))}
      </ul>
      {missing.length > 0 && <p className={css.notes}>没有：{missing.map(({ code }) => thingWord(code)).join('、')}</p>}
    </Section>
  );
}

const MARK: { readonly [state in AmenityFact['state']]: IconName | null } = {
  yes: 'check',
  no: 'minus',
  unknown: null,
  broken: 'broken',
  seasonal: 'season',
};

/** What was seen too long ago loses its colour: it says 应该有, and looks like it. */
function Tile({ thing, said, day }: { thing: Thing; said: string; day: { today: Day; same: boolean } }) {
  const { code, fact } = thing;
  const mark = MARK[fact.state];
  const { checked, isOld } = checkedFact(fact, day.today);
  return (
    <li className={`${css.thing} ${css[fact.state]} ${isOld ? css.old : ''}`}>
      <ThingIcon code={code} />
      <div>
        <b>{thingWord(code)}</b>
        <span>
          {mark === null ? <i aria-hidden="true">?</i> : <Icon name={mark} size="s" />}
          <span>{said}</span>
        </span>
        {checked !== null && (isOld || !day.same) && <small>{checked}</small>}
      </div>
    </li>
  );
}
