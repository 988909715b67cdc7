import sprite from '../../ui/icons/desk.svg?no-inline';
import { Drawing, type IconSize } from '../../ui/parts/Icon.tsx';
import css from './desk-icon.module.css';

export type DeskIconName =
  | 'bell'
  | 'list'
  | 'plus'
  | 'minus'
  | 'upload'
  | 'download'
  | 'qr'
  | 'report'
  | 'check'
  | 'chart'
  | 'history'
  | 'tree'
  | 'sliders'
  | 'people'
  | 'person'
  | 'search'
  | 'menu'
  | 'close'
  | 'warning'
  | 'clock'
  | 'pause'
  | 'out'
  | 'filter'
  | 'edit'
  | 'eye'
  | 'back'
  | 'next'
  | 'down'
  | 'refresh'
  | 'pin'
  | 'map'
  | 'trash'
  | 'print'
  | 'lock'
  | 'key'
  | 'join'
  | 'move'
  | 'doc'
  | 'photo'
  | 'phone'
  | 'megaphone'
  | 'undo'
  | 'home';

/** Always beside a word, so hidden from screen readers. Without a size it is as high as the text of buttons and rows: 16 px. */
export function DeskIcon({ name, size }: { name: DeskIconName; size?: IconSize }) {
  const drawing = <Drawing href={`${sprite}#${name}`} size={size ?? 's'} lined />;
  return size === undefined ? <span className={css.text}>{drawing}</span> : drawing;
}
