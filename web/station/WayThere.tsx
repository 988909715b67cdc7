import type { PublicStation } from '../../shared/station/station.ts';
import { distanceText } from '../ui/words/distance.ts';
import { AddressActs } from './AddressActs.tsx';
import { CompassButton } from './GoDialog.tsx';
import css from './go.module.css';
import { MapLinks } from './MapLinks.tsx';
import { Section } from './Section.tsx';

type Props = { station: PublicStation; distance: number | null; accuracy: number; onCompass: () => void };

/** 怎么去. */
export function WayThere({ station, distance, accuracy, onCompass }: Props) {
  return (
    <Section title="怎么去">
      <div className={css.stack}>
        <MapLinks station={station} name="mode" />
        <CompassButton onClick={onCompass} />
        <AddressActs station={station} />
        <p className={css.hint}>
          {station.address}
          <br />
          {distance !== null && distance >= 50 && (
            <>
              {distanceText(distance, accuracy)}是直线距离，走路时间按绕路估的。
              <br />
            </>
          )}
          交给地图的只有驿站位置，没有你的位置。
        </p>
      </div>
    </Section>
  );
}
