import { createHash } from 'node:crypto';
import { addDays, dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { parseCode } from '../../../shared/station/code.ts';
import { PUBLISHED } from '../../../shared/station/station.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import { hourly } from '../reports/hourly.ts';
import { isOurTag } from './tag.ts';

/** A scan may wait so long for a net. Days. */
const WAITS = 14;
/** In an hour from one address: a whole network of phones may stand behind it. */
const FROM_ADDRESS = 600;

/**
 * One scan of a plaque, counted under its day and station. Nothing else is kept, and nothing here names the phone, the person or
 * the time of day. Whoever is refused has lost nothing but the count.
 */
export function visitAct({ store, secret, now }: Deps): Act<'visit'> {
  const pace = hourly(FROM_ADDRESS, secret, now);
  return async ({ body: { id, code: text, k, day }, address }) => {
    const code = parseCode(text);
    if (!code.ok) return code;
    const today = dayOf(now());
    const [from, to] = [dateText(addDays(today, -WAITS)), dateText(today)];
    if (day < from || day > to) return refuse({ kind: 'visit-day', from, to });
    const wait = await pace.take(address());
    if (wait > 0) return refuse({ kind: 'rate-limited', retrySeconds: wait });
    if (!isOurTag({ secret, keys: await store.plaqueKeys() }, code.value, k)) {
      return refuse({ kind: 'visit-tag', code: code.value });
    }
    const station = await store.stationByCode(code.value);
    if (station === null || !PUBLISHED.includes(station.status)) {
      return refuse({ kind: 'station-unknown', code: code.value });
    }
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([code.value, day]))
      .digest('hex');
    const counted = await store.countVisit({ id, bodyHash, station: station.id, day, keepFrom: from });
    return counted.ok ? ok({ id, code: code.value, day }) : counted;
  };
}
