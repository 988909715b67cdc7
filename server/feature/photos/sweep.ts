import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { Store } from '../../store/port.ts';
import type { Photos } from './shelf.ts';

export type Sweeping = { readonly store: Store; readonly photos: Photos; readonly now: () => Instant };

/** A form half filled in waits on its author's machine over a long holiday, and its photos here. Milliseconds. */
const UNSAVED_MS = 30 * 86_400_000;

/**
 * Photos that were uploaded for a station and never saved with one leave the shelf; how many. What a record, a waiting revision or any row
 * of history names stays for ever: the past is shown as it was.
 */
export async function sweepUnsaved({ store, photos: { stations }, now }: Sweeping): Promise<number> {
  const before = instant(now() - UNSAVED_MS);
  const unsaved = new Set(await stations.namesBefore(before));
  if (unsaved.size === 0) return 0;
  await store.eachPhotoNamed((names) => {
    for (const name of names) unsaved.delete(name);
  });
  let swept = 0;
  for (const name of unsaved) if (await stations.removeBefore(name, before)) swept += 1;
  return swept;
}
