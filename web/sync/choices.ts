import type { FeedRegion } from '../../shared/feed/feed.ts';
import { jsonOf, oneOf } from '../../shared/feed/guard.ts';
import { isRegionCode } from '../../shared/station/region.ts';

/**
 * What is to become of a region on this phone. `saved`: it is stored (found missing later, the browser cleared it);
 * `wanted`: a person asked for it and it is not whole yet; `paused`: the same, and a person stopped it; `refused`: a
 * person deleted it, and it does not come back by itself.
 */
export type Choice = 'saved' | 'wanted' | 'paused' | 'refused';

/** Read anew each time, because other tabs write it too. */
export type Choices = {
  get(region: FeedRegion): Choice | null;
  all(choice: Choice): readonly FeedRegion[];
  put(region: FeedRegion, choice: Choice | null): void;
};

/** A short text that outlives the page, beside the database and not in it: it must tell when the database is gone. */
export type Note = { get(): string | null; put(text: string): void };

const isChoice = oneOf<Choice>(['saved', 'wanted', 'paused', 'refused']);

export function choicesIn(note: Note): Choices {
  const read = (): Map<FeedRegion, Choice> => readChoices(note.get());
  return {
    get: (region) => read().get(region) ?? null,
    all: (choice) => [...read()].flatMap(([region, chosen]) => (chosen === choice ? [region] : [])),
    put: (region, choice) => {
      const all = read();
      if ((all.get(region) ?? null) === choice) return;
      if (choice === null) all.delete(region);
      else all.set(region, choice);
      note.put(JSON.stringify(Object.fromEntries(all)));
    },
  };
}

/** What cannot be read was never chosen. */
function readChoices(text: string | null): Map<FeedRegion, Choice> {
  const value = text === null ? null : jsonOf(text);
  const all = new Map<FeedRegion, Choice>();
  if (typeof value !== 'object' || value === null) return all;
  for (const [region, choice] of Object.entries(value)) {
    if (isFeedRegion(region) && isChoice(choice)) all.set(region, choice);
  }
  return all;
}

export function isFeedRegion(text: string): text is FeedRegion {
  return text === 'CN' || isRegionCode(text);
}
