import { useState } from 'react';
import type { PublicStation } from '../../shared/station/station.ts';
import { OutLink } from '../ui/parts/Button.tsx';
import { Icon, type IconName } from '../ui/parts/Icon.tsx';
import type { TravelMode } from '../ui/ports.ts';
import { usePorts, usePrefs } from '../ui/use-ports.tsx';
import css from './go.module.css';
import { mapChoices, mapLink } from './handoff.ts';

const MODES: readonly { mode: TravelMode; word: string; icon: IconName }[] = [
  { mode: 'walk', word: '走路', icon: 'walk' },
  { mode: 'ride', word: '骑车', icon: 'ride' },
  { mode: 'drive', word: '开车', icon: 'drive' },
];

/** How to travel, and the four map apps; what was taken is remembered. `name` keeps two of these on one page apart. */
export function MapLinks({ station, name }: { station: PublicStation; name: string }) {
  const { prefs, device } = usePorts();
  const { goBy } = usePrefs();
  const [chosen, setMode] = useState<TravelMode | null>(null);
  const mode = chosen ?? goBy?.mode ?? 'walk';
  return (
    <>
      <fieldset className={css.modes} aria-label="怎么走">
        {MODES.map((one) => (
          <label key={one.mode}>
            <input type="radio" name={name} checked={one.mode === mode} onChange={() => setMode(one.mode)} />
            <span className={css.mode}>
              <Icon name={one.icon} />
              {one.word}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={css.four}>
        {mapChoices(device.isApple).map(({ id, word }) => (
          <OutLink
            key={id}
            href={mapLink(id, { name: station.name, point: station.point, mode })}
            target="_blank"
            aria-label={`${word}地图`}
            onClick={() => prefs.set({ goBy: { app: id, mode } })}
          >
            {goBy?.app === id && <Icon name="check" size="s" />}
            {word}
          </OutLink>
        ))}
      </div>
    </>
  );
}
