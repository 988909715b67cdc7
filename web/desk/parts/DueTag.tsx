import { dayOf, parseDate } from '../../../shared/kernel/instant.ts';
import { wholeDate } from '../../ui/words/time.ts';
import { useNow } from '../use-now.ts';
import css from './parts.module.css';
import { dueText } from './when.ts';

/** Days up to which something due is amber before its day. */
const SOON = 7;

/** How long there is until a day, or since: red once it is over, amber in the week before. */
export function DueTag({ on }: { on: string }) {
  const today = dayOf(useNow());
  const day = parseDate(on);
  const left = day === null ? SOON + 1 : day - today;
  const tone = left < 0 ? css.late : left <= SOON ? css.soon : css.calm;
  return (
    <time className={`${css.tag} ${tone}`} dateTime={on} title={wholeDate(on)}>
      {dueText(on, today)}
    </time>
  );
}
