import { OutLink } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** The unions' national line: always one tap away where the app has no answer. */
export function CallUnion() {
  return (
    <OutLink wide href="tel:12351">
      <Icon name="phone" />打 12351 问工会
    </OutLink>
  );
}
