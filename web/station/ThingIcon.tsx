import type { Amenity } from '../../shared/station/amenity.ts';
import things from '../ui/icons/things.svg?no-inline';
import { Drawing, Icon } from '../ui/parts/Icon.tsx';
import { thingIcon } from '../ui/words/thing.ts';

/** Every facility has a drawing of its own: the shapes of opening are never lent to a thing. */
export function ThingIcon({ code }: { code: Amenity }) {
  const name = thingIcon(code);
  return name === null ? <Drawing href={`${things}#${code}`} size="m" lined /> : <Icon name={name} />;
}
