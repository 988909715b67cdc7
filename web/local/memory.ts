import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { Calendar } from '../../shared/station/calendar.ts';
import type { Held, LocalStore } from './store.ts';

/** For this visit alone: where the browser has no database for us, or one that does not answer. */
export function memoryStore(already: Iterable<Held>): LocalStore {
  const regions = new Map<FeedRegion, Held>([...already].map((held) => [held.city.columns.region, held]));
  let calendar: Calendar | null = null;
  return {
    isKept: false,
    regions: async () => [...regions.keys()],
    load: async (region) => regions.get(region) ?? null,
    revOf: async (region) => regions.get(region)?.rev ?? 0,
    save: async (next) => {
      const { region } = next.city.columns;
      if ((regions.get(region)?.rev ?? 0) !== next.rev) return { kind: 'moved' };
      const held = { ...next, stored: next.city, rev: next.rev + 1 };
      regions.set(region, held);
      return { kind: 'saved', held };
    },
    remove: async (region) => {
      regions.delete(region);
      return 'removed';
    },
    calendar: async () => calendar,
    putCalendar: async (next) => {
      calendar = next;
      return 'saved';
    },
    close: () => undefined,
  };
}
