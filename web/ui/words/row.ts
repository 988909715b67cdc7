import type { ListRow } from '../../../shared/feed/row.ts';
import type { Day } from '../../../shared/kernel/instant.ts';
import type { Access } from '../../../shared/station/station.ts';
import { ACCESS_WORDS, KIND_WORDS } from '../../../shared/words/station.ts';
import { freshText, SYNTHETIC_TAG } from './fresh.ts';
import type { StateWords } from './state.ts';

/** `推门就进`; several ways are joined, none known is said. */
export function wayInText({ modes }: Access): string {
  if (modes.length === 0) return '不清楚怎么进';
  return modes.map((mode) => ACCESS_WORDS[mode]).join('或');
}

/** `免费`, `收费`, or null when nobody said: the card then says nothing rather than guess. */
export function feeText({ free }: Access): string | null {
  if (free === null) return null;
  return free ? '免费' : '收费';
}

/** A station known from the national core alone has no name on the phone yet: it is called what it is. */
export function nameText({ name, kind }: Pick<ListRow, 'name' | 'kind'>): string {
  return name.trim() === '' ? `${KIND_WORDS[kind]}（名字要联网看）` : name;
}

/** The sentence a screen reader hears for a row, and 大字 reads aloud. */
export function rowName(
  row: ListRow,
  said: { distance: string | null; state: StateWords; today: Day; has: readonly string[] },
): string {
  const parts = [
    nameText(row),
    said.distance,
    said.state.word,
    said.state.detail,
    wayInText(row.access),
    feeText(row.access),
    ...said.has,
    freshText(row, said.today),
    row.origin === 'synthetic' ? SYNTHETIC_TAG : null,
  ];
  return parts.filter((part) => part !== null && part !== '').join('，');
}
