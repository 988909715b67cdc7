import { type DefinitionVersion, type Indicator, TABLES } from '../../../shared/stats/definition.ts';
import { INDICATORS, indicatorsOf, versionIn } from '../../../shared/stats/definitions/all.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import { TABLE_WORDS } from '../../../shared/wire/figures-words.ts';

const BY_ID = new Map<string, Indicator>(INDICATORS.map((one) => [one.id, one]));

/** Null: this copy of the app does not know it. */
export function indicatorNamed(id: string): Indicator | null {
  return BY_ID.get(id) ?? null;
}

/** An indicator as it is chosen from a list, under its table. */
export const INDICATOR_OPTIONS = TABLES.flatMap((table) => {
  const options = indicatorsOf(table).map(({ id, name }) => ({ value: id as string, label: name }));
  return options.length === 0 ? [] : [{ label: TABLE_WORDS[table], options }];
});

/** How a period is counted; null where either is unknown. */
export function wordingIn(id: string, period: string): DefinitionVersion | null {
  const [one, parsed] = [indicatorNamed(id), parsePeriod(period)];
  return one === null || parsed === null ? null : versionIn(one, parsed);
}
