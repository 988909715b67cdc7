import { ROOT_UNION } from '../../../shared/actor/actor.ts';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { Store } from '../../store/port.ts';
import type { Photos } from '../photos/shelf.ts';
import type { UnionBooks } from '../unions/book.ts';
import { keepMoments } from './overdue.ts';

export type Erasing = {
  readonly store: Store;
  readonly photos: Photos;
  readonly unions: UnionBooks;
  readonly now: () => Instant;
};

/** A picture lies on the shelf before its report is in the register; in a day every report is, or was refused. Milliseconds. */
const SETTLED_MS = 86_400_000;
const NAMES_AT_ONCE = 200;

/**
 * What was said longer ago than its union keeps it is taken out; then pictures that no report shows any more, or never did
 * because it was refused, leave the shelf. Answers how many of each.
 */
export async function eraseOld(erasing: Erasing): Promise<{ readonly reports: number; readonly photos: number }> {
  const { store, unions, now } = erasing;
  const due = keepMoments(await unions.current(), ROOT_UNION, now());
  let reports = 0;
  for (;;) {
    const erased = await store.eraseReports(due);
    if (erased === 0) break;
    reports += erased;
  }
  return { reports, photos: await sweepPhotos(erasing) };
}

async function sweepPhotos({ store, photos, now }: Erasing): Promise<number> {
  let swept = 0;
  const names = await photos.reports.namesBefore(instant(now() - SETTLED_MS));
  for (let start = 0; start < names.length; start += NAMES_AT_ONCE) {
    const some = names.slice(start, start + NAMES_AT_ONCE);
    const shown = await store.reportPhotosAmong(some);
    for (const name of some) {
      if (shown.has(name)) continue;
      await photos.reports.remove(name);
      swept += 1;
    }
  }
  return swept;
}
