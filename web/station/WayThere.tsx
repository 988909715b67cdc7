import type { PublicStation } from '../../shared/station/station.ts';
import { distanceText } from '../ui/words/distance.ts';
import { AddressActs } from './AddressActs.tsx';
import { MapLinks } from './MapLinks.tsx';
import { Section } from './Section.tsx';
import css from './station.module.css';

type Props = { station: PublicStation; distance: number | null; accuracy: number };

/** 怎么去. */
export function WayThere({ station, distance, accuracy }: Props) {
  return (
    <Section title="怎么去">
      <MapLinks station={station} name="mode" />
      <AddressActs station={station} />
      <p className={css.notes}>
        {station.address}
        <br />
        {distance !== null && distance >= 50 && (
          <>
            {distanceText(distance, accuracy)}是直线距离，走路时间按绕路估的。
            <br />
          </>
        )}
        交给导航的只有驿站位置，没有你的位置。
      </p>
    </Section>
  );
}
