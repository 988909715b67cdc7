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
  | 'microwave'
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
  | 'app'
  | 'clock'
  | 'pin'
  | 'locate'
  | 'refresh'
  | 'broken'
  | 'season'
  | 'plus'
  | 'trash'
  | 'pause'
  | 'download'
  | 'minus'
  | 'history'
  | 'map'
  | 'photo'
  | 'lamp'
  | 'qr'
  | 'filter'
  | 'speaker'
  | 'print'
  | 'report';

export type IconSize = 's' | 'm' | 'l' | 'xl';

/** Always beside a word, so hidden from screen readers. Sizes: s 20, m 24, l 28, xl 36 px at the normal text size. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: IconSize }) {
  return <Drawing href={`${sprite}#${name}`} size={size} />;
}

/**
 * A symbol of any sprite; screens take `Icon`, a slice with a sprite of its own makes its own part of this. `lined`: the
 * sprite holds bare shapes, all drawn in the one line of ours.
 */
export function Drawing({ href, size, lined = false }: { href: string; size: IconSize; lined?: boolean }) {
  return (
    <svg className={`${css.icon} ${css[size]}${lined ? ` ${css.lined}` : ''}`} aria-hidden="true" focusable="false">
      <use href={href} />
    </svg>
  );
}
