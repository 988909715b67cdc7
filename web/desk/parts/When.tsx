import { instant, isoText } from '../../../shared/kernel/instant.ts';
import { useNow } from '../use-now.ts';
import { exactText, whenText } from './when.ts';

/** A moment as people say it; resting on it shows day and minute. `at`: milliseconds. */
export function When({ at }: { at: number }) {
  const now = useNow();
  return (
    <time dateTime={isoText(instant(at))} title={exactText(instant(at))}>
      {whenText(instant(at), now)}
    </time>
  );
}
