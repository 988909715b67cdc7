import type { Station } from '../../../shared/station/station.ts';
import { diceOf } from './dice.ts';
import { PHOTOGRAPHED } from './rates.ts';

/** A tenth of the stations with one to three of the named pictures; chance of its own, so that nothing else moves. */
export function* photographed(stations: Iterable<Station>, names: readonly string[], seed: number): Iterable<Station> {
  const dice = diceOf(`photos ${seed}`);
  for (const station of stations) {
    const [has, first, count] = [dice.chance(PHOTOGRAPHED), dice.below(names.length), 1 + dice.below(3)];
    yield has && names.length > 0 ? { ...station, photos: some(names, first, count) } : station;
  }
}

function some(names: readonly string[], first: number, count: number): readonly string[] {
  const wanted = Math.min(count, names.length);
  return Array.from({ length: wanted }, (_, i) => names[(first + i) % names.length] ?? '');
}
