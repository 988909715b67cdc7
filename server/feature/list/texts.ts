import { searchRows } from '../../../shared/search/search.ts';
import { buildSearchText, type SearchRow, type SearchText } from '../../../shared/search/text.ts';
import type { Station } from '../../../shared/station/station.ts';
import { initialsOf } from '../pinyin.ts';

/** Rows whose texts are joined into one: joining them again after a change takes some milliseconds. */
const SHELF = 4096;
const EMPTY: SearchRow = { name: '', initials: '', aliases: [], address: '', code: '' };

/** What the list is searched through and sorted by name with: every station's texts, the one search of ours over them. */
export class ListTexts {
  private readonly rows: SearchRow[] = [];
  /** Names in the order of their initials, then as written. */
  readonly nameKeys: string[] = [];
  /** The beginning of each as a number: numbers are compared at a tenth of the cost. */
  readonly nameHeads: number[] = [];
  private readonly joined = new Map<number, SearchText>();

  put(row: number, station: Station): void {
    const held = this.rows[row];
    const initials = held?.name === station.name ? held.initials : initialsOf(station.name);
    const { name, address, aliases, federationCode } = station;
    this.rows[row] = {
      name,
      initials,
      aliases: federationCode === null ? aliases : [...aliases, federationCode],
      address: station.town === null || address.includes(station.town) ? address : `${station.town}${address}`,
      code: station.code ?? '',
    };
    const key = `${initials.replace(/-/g, '')}\u0000${name}`;
    this.nameKeys[row] = key;
    this.nameHeads[row] = headOf(key);
    this.joined.delete(Math.floor(row / SHELF));
  }

  drop(row: number): void {
    this.rows[row] = EMPTY;
    this.joined.delete(Math.floor(row / SHELF));
  }

  textAt(row: number): SearchRow {
    return this.rows[row] ?? EMPTY;
  }

  /** 1 for each row that holds what was typed. */
  search(typed: string): Uint8Array {
    const found = new Uint8Array(this.rows.length);
    for (let shelf = 0; shelf * SHELF < this.rows.length; shelf++) {
      const text = this.textOf(shelf);
      for (const { row } of searchRows(text, typed, { limit: SHELF, near: null, keep: null }).hits) {
        found[shelf * SHELF + row] = 1;
      }
    }
    return found;
  }

  private textOf(shelf: number): SearchText {
    const known = this.joined.get(shelf);
    if (known !== undefined) return known;
    const made = buildSearchText(this.rows.slice(shelf * SHELF, (shelf + 1) * SHELF));
    this.joined.set(shelf, made);
    return made;
  }
}

/** Characters that fit into one exact number. */
const HEAD = 7;

/** In the order of the texts themselves: of two keys the one with the lesser head never comes later. */
export function headOf(key: string): number {
  let head = 0;
  for (let at = 0; at < HEAD; at++) head = head * 128 + (at < key.length ? Math.min(key.charCodeAt(at), 127) : 0);
  return head;
}
