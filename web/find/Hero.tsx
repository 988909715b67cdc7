import { dayOf } from '../../shared/kernel/instant.ts';
import { ButtonLink } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { Lintel } from '../ui/station/Lintel.tsx';
import { Provenance } from '../ui/station/StationRow.tsx';
import { needOf } from '../ui/words/chips.ts';
import { distanceParts, distanceText, travel, travelText } from '../ui/words/distance.ts';
import { feeText, nameText, rowName, wayInText } from '../ui/words/row.ts';
import { stateWords, type Telling } from '../ui/words/state.ts';
import { brokenThings, type CardThing, cardThings } from '../ui/words/thing.ts';
import type { Filters } from './filters.ts';
import css from './find.module.css';
import type { Judged } from './list.ts';

export type HeroProps = { one: Judged; accuracy: number; telling: Telling; want: Filters['want'] };

/** The answer: how far, until when, how to get in, one big button. */
export function Hero({ one, accuracy, telling, want }: HeroProps) {
  const { row, distance, verdict } = one;
  const way = travel(distance);
  const broken = brokenThings(row.amenity);
  return (
    <article className={css.hero} id="nearest" tabIndex={-1} aria-label="最近的">
      <Lintel verdict={verdict} telling={telling} />
      <div className={css.heroBody}>
        <p className={css.fact}>
          <BigDistance metres={distance} accuracy={accuracy} />
          <span className={css.way}>
            <Icon name={way.by} />
            {travelText(way)}
          </span>
        </p>
        <h2 className={css.heroName}>{nameText(row)}</h2>
        <p className={css.hint}>{row.entrance ?? row.address}</p>
        <WayIn access={row.access} />
        <Things things={heroThings(one, want)} />
        {broken.length > 0 && (
          <p className={css.facts}>
            <span className={css.bad}>
              <Icon name="broken" size="s" />
              {broken.join('、')}坏了，在修
            </span>
          </p>
        )}
        <div className={css.meta}>
          <Provenance row={row} telling={telling} />
        </div>
        <div className={css.acts}>
          <ButtonLink weight="go" href={`/s/${row.code}?go=1`}>
            <Icon name="navigate" />
            带我去
          </ButtonLink>
          <ButtonLink weight="tall" href={`/s/${row.code}`}>
            详情
          </ButtonLink>
        </div>
      </div>
    </article>
  );
}

export function BigDistance({ metres, accuracy }: { metres: number; accuracy: number }) {
  const { value, unit } = distanceParts(metres, accuracy);
  return (
    <>
      <b className={unit === '' ? css.beside : css.metres}>{value}</b>
      {unit !== '' && <span className={css.unit}>{unit}</span>}
    </>
  );
}

function WayIn({ access }: { access: Judged['row']['access'] }) {
  const fee = feeText(access);
  return (
    <p className={css.facts}>
      <b>
        <Icon name="door" size="s" />
        {wayInText(access)}
      </b>
      {fee !== null && (
        <b>
          <Icon name="free" size="s" />
          {fee}
        </b>
      )}
    </p>
  );
}

function Things({ things }: { things: readonly CardThing[] }) {
  if (things.length === 0) return null;
  return (
    <p className={css.facts}>
      {things.map(({ code, word, icon }) => (
        <span key={code}>
          <Icon name={icon} size="s" />
          {word}
        </span>
      ))}
    </p>
  );
}

export function heroThings({ row }: Judged, want: Filters['want']): readonly CardThing[] {
  return cardThings(
    row.amenity,
    want.flatMap((id) => needOf(id).any),
  );
}

/** What 大字 reads aloud: the sentence of the row. */
export function spokenHero({ one, accuracy, telling, want }: HeroProps): string {
  return rowName(one.row, {
    distance: distanceText(one.distance, accuracy),
    state: stateWords(one.verdict, telling),
    today: dayOf(telling.now),
    has: heroThings(one, want).map(({ word }) => `有${word}`),
  });
}
