import { type Day, parseDate } from '../../../shared/kernel/instant.ts';
import type { AmenityFact } from '../../../shared/station/amenity.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import { AMENITY_STATE_WORDS } from '../../../shared/words/station.ts';
import { dayText } from './time.ts';

/** `isOld`: nobody has looked for so long that the state is only said to have been so. */
export type CheckedFact = { readonly words: string; readonly checked: string | null; readonly isOld: boolean };

/** What was true long ago, said with the doubt it deserves. */
const OLD_WORDS: { readonly [state in AmenityFact['state']]: string } = {
  yes: '应该有',
  no: '之前没有',
  unknown: AMENITY_STATE_WORDS.unknown,
  broken: '之前坏了',
  seasonal: AMENITY_STATE_WORDS.seasonal,
};

/** A day that has not come yet is nobody's check; phones' clocks may be a day behind. */
export function checkedDay({ confirmedOn }: AmenityFact, today: Day): Day | null {
  const day = confirmedOn === null ? null : parseDate(confirmedOn);
  return day !== null && day <= today + 1 ? day : null;
}

/** A facility's state with its age: `有` + `9月3日核对`; older than the statements of the hours may be: `应该有`. */
export function checkedFact(fact: AmenityFact, today: Day): CheckedFact {
  const day = checkedDay(fact, today);
  const isOld = day !== null && fact.state !== 'unknown' && today - day > SETTING_DEFAULTS['hours-old-days'];
  const seasonal = fact.state === 'seasonal' && fact.note !== null ? fact.note : null;
  return {
    words: seasonal ?? (isOld ? OLD_WORDS : AMENITY_STATE_WORDS)[fact.state],
    checked: day === null ? null : `${dayText(day, today)}核对`,
    isOld,
  };
}
