import { createHmac, timingSafeEqual } from 'node:crypto';
import type { StationCode } from '../../../shared/station/code.ts';
import {
  type PlaqueKeyId,
  type PlaqueTag,
  parsePlaqueTag,
  plaqueTagText,
  tagFrom,
} from '../../../shared/station/plaque-key.ts';
import type { PlaqueKey } from '../../store/port/plaques.ts';

/** Only the key's id is stored: the key itself is made from the server's secret each time. */
function tagOf(secret: string, key: PlaqueKeyId, code: StationCode): PlaqueTag {
  const derived = createHmac('sha256', secret).update(`plaque key ${key}`).digest();
  return { key, tag: tagFrom(createHmac('sha256', derived).update(code).digest()) };
}

/** Where a plaque's QR code leads. */
export function plaqueUrl(
  { origin, secret, key }: { readonly origin: string; readonly secret: string; readonly key: PlaqueKeyId },
  code: StationCode,
): string {
  return `${origin}/s/${code}?k=${plaqueTagText(tagOf(secret, key, code))}`;
}

/** Whether what a phone read behind `?k=` was printed by us for this station, with a key that still counts. */
export function isOurTag(
  { secret, keys }: { readonly secret: string; readonly keys: readonly PlaqueKey[] },
  code: StationCode,
  text: string,
): boolean {
  const read = parsePlaqueTag(text);
  if (read === null || !keys.some(({ id, retiredAt }) => id === read.key && retiredAt === null)) return false;
  return timingSafeEqual(Buffer.from(tagOf(secret, read.key, code).tag), Buffer.from(read.tag));
}

/** The key that new plaques are made with: the newest that counts. */
export function currentKey(keys: readonly PlaqueKey[]): PlaqueKeyId {
  const last = keys.filter(({ retiredAt }) => retiredAt === null).pop();
  if (!last) throw new Error('every plaque key is retired, though the one in use cannot be');
  return last.id;
}
