import { type CityBox, readCityBoxes } from '../../shared/station/city-boxes.ts';
import type { Region } from '../../shared/station/region.ts';
import type { Answer, Http } from '../platform/http.ts';

/**
 * The lists that come with the app, each fetched when first wanted and from then on remembered. A fetch that failed
 * is not: the next one who wants it asks again.
 */
export function cityBoxesFrom(http: Http, url: string): () => Promise<Answer<readonly CityBox[]>> {
  return once(async () => {
    const answer = await http.json(url);
    if (!answer.ok) return answer;
    const boxes = readCityBoxes(answer.value);
    return boxes === null ? { ok: false, refusal: { kind: 'truncated' } } : { ok: true, value: boxes };
  });
}

/** Null when they can be had neither from the phone nor from the server. */
export function regionsFrom(http: Http, url: string): () => Promise<readonly Region[] | null> {
  const ask = once(async (): Promise<Answer<readonly Region[]>> => {
    const answer = await http.json(url);
    if (!answer.ok) return answer;
    // Beside the first list: most visits never look at another place.
    const { readRegions } = await import('./regions.ts');
    const regions = readRegions(answer.value);
    return regions === null ? { ok: false, refusal: { kind: 'truncated' } } : { ok: true, value: regions };
  });
  return async () => {
    const answer = await ask();
    return answer.ok ? answer.value : null;
  };
}

function once<T>(ask: () => Promise<Answer<T>>): () => Promise<Answer<T>> {
  let known: Answer<T> | null = null;
  return async () => {
    if (known !== null) return known;
    const answer = await ask();
    if (answer.ok) known = answer;
    return answer;
  };
}
