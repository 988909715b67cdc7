import sprite from '../icons/icons.svg?no-inline';
import css from './Icon.module.css';

export type IconName =
  | 'st-open'
  | 'st-closing'
  | 'st-closed'
  | 'st-unknown'
  | 'st-suspended'
  | 'logo'
  | 'water'
  | 'toilet'
  | 'meal'
  | 'charging'
  | 'rest'
  | 'cooling'
  | 'heating'
  | 'first-aid'
  | 'h24'
  | 'wifi'
  | 'microwave'
  | 'fridge'
  | 'walk'
  | 'ride'
  | 'drive'
  | 'navigate'
  | 'phone'
  | 'copy'
  | 'share'
  | 'search'
  | 'list'
  | 'offline'
  | 'elder'
  | 'check'
  | 'warning'
  | 'close'
  | 'back'
  | 'next'
  | 'down'
  | 'door'
  | 'free'
  | 'people'
  | 'no-app'
  | 'clock'
  | 'pin'
  | 'locate'
  | 'refresh'
  | 'broken'
  | 'season'
  | 'minus'
  | 'history'
  | 'speaker';

/** Always beside a word, so hidden from screen readers. Sizes: s 20, m 24, l 28, xl 36 px at the normal text size. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: 's' | 'm' | 'l' | 'xl' }) {
  return (
    <svg className={`${css.icon} ${css[size]}`} aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
