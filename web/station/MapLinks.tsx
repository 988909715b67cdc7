import { useState } from 'react';
import type { PublicStation } from '../../shared/station/station.ts';
import { OutLink } from '../ui/parts/Button.tsx';
import { Icon, type IconName } from '../ui/parts/Icon.tsx';
import { MAP_APPS, type Mode, mapLink } from './handoff.ts';
import css from './station.module.css';

const MODES: readonly { mode: Mode; word: string; icon: IconName }[] = [
  { mode: 'walk', word: '走路', icon: 'walk' },
  { mode: 'ride', word: '骑车', icon: 'ride' },
  { mode: 'drive', word: '开车', icon: 'drive' },
];

/** How to travel, and the four map apps. `name` keeps the radio groups of two places on one page apart. */
export function MapLinks({ station, name }: { station: PublicStation; name: string }) {
  const [mode, setMode] = useState<Mode>('walk');
  return (
    <>
      <fieldset className={css.modes} aria-label="怎么走">
        {MODES.map((one) => (
          <label key={one.mode}>
            <input type="radio" name={name} checked={one.mode === mode} onChange={() => setMode(one.mode)} />
            <Icon name={one.icon} />
            {one.word}
          </label>
        ))}
      </fieldset>
      <div className={css.four}>
        {MAP_APPS.map(({ id, word }) => (
          <OutLink key={id} href={mapLink(id, { name: station.name, point: station.point, mode })} target="_blank">
            {word}
          </OutLink>
        ))}
      </div>
    </>
  );
}
