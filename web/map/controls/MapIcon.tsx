import { Drawing, type IconSize } from '../../ui/parts/Icon.tsx';
import sprite from '../icons.svg?no-inline';

export function MapIcon({ name, size = 'm' }: { name: 'plus' | 'less' | 'me' | 'north'; size?: IconSize }) {
  return <Drawing href={`${sprite}#${name}`} size={size} />;
}
