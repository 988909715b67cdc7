import type { Logger } from 'pino';
import { dayOf, minuteOf } from '../../shared/kernel/instant.ts';
import { type Erasing, eraseOld } from '../feature/inbox/erase.ts';
import { sweepUnsaved } from '../feature/photos/sweep.ts';

const LOOK_MS = 3_600_000;
/** Not before 4:00, when the packs are done. */
const MORNING_MINUTE = 240;

/** Once a day takes out what was kept long enough, for as long as the server runs; the answer ends it. */
export function startErasing(erasing: Erasing, log: Logger): () => void {
  let done = -1;
  const look = () => {
    const at = erasing.now();
    if (minuteOf(at) < MORNING_MINUTE || dayOf(at) === done) return;
    done = dayOf(at);
    eraseOld(erasing)
      .then(({ reports, photos }) => reports + photos > 0 && log.info({ reports, photos }, 'old reports erased'))
      .catch((error: unknown) => log.error({ err: error }, 'erase'))
      .then(() => sweepUnsaved(erasing))
      .then((photos) => photos > 0 && log.info({ photos }, 'photos of stations never saved removed'))
      .catch((error: unknown) => log.error({ err: error }, 'sweep'));
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(timer);
}
