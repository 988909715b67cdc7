import { readings, SYLLABLE_RESTS } from './reading.ts';
import type { Spelled } from './text.ts';

/**
 * A typed query as a machine that walks along a name. Each unit of the name takes from the query either itself, its
 * whole syllable, or its first letter (`zh`, `ch`, `sh` count as one too); the last unit may take the beginning of its syllable.
 * Marks without a letter (brackets, dots) inside the name are stepped over. So `cqchaoy` walks 重庆(朝阳.
 */
export type Pattern = {
  readonly query: string;
  /** Where a walk that begins at `at` ends (the unit after the last one taken), the nearest end first tried; -1 when it fails. */
  walk(names: Spelled, at: number, end: number): number;
  /** The offset in the query after a rest (its place in `SYLLABLE_RESTS`) was taken from `at`; 0 when it does not fit. */
  reach(at: number, rest: number): number;
};

const NONE = 45;
const H = 104;
const REST_COUNT = SYLLABLE_RESTS.length;

export function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

export function compilePattern(query: string): Pattern {
  const reach = reachTable(query);
  const walker = new Walker(query, reach);
  return {
    query,
    walk: (names, at, end) => walker.walk(names, at, end),
    reach: (at, rest) => reach[at * REST_COUNT + rest] ?? 0,
  };
}

/**
 * `table[at * REST_COUNT + rest]`: the offset in the query after `rest` was taken from `at`, 0 when it does not fit.
 * A rest that the query's end cuts short fits.
 */
function reachTable(query: string): Uint8Array {
  const table = new Uint8Array((query.length + 1) * REST_COUNT);
  for (let at = 1; at < query.length; at++) {
    SYLLABLE_RESTS.forEach((rest, place) => {
      const length = Math.min(rest.length, query.length - at);
      for (let unit = 0; unit < length; unit++) if (!sounds(query.charAt(at + unit), rest.charAt(unit))) return;
      table[at * REST_COUNT + place] = at + length;
    });
  }
  return table;
}

/** 绿 is typed `lv` or `lu`. */
function sounds(typed: string, rest: string): boolean {
  return typed === rest || (typed === 'u' && rest === 'v');
}

/** Holds the offsets reached so far; one walker serves one query, so that a walk allocates nothing. */
class Walker {
  private readonly units: Uint16Array;
  private readonly reach: Uint8Array;
  private now: number[] = [];
  private next: number[] = [];

  constructor(query: string, reach: Uint8Array) {
    this.units = Uint16Array.from(query, (unit) => unit.charCodeAt(0));
    this.reach = reach;
  }

  /** Goes on past the first end found while another could still end at `end`: a walk over the whole name is the exact match. */
  walk(names: Spelled, at: number, end: number): number {
    let found = -1;
    this.now.length = 0;
    this.now.push(0);
    for (let place = at; place < end && this.now.length > 0; place++) {
      this.next.length = 0;
      const unit = names.text.charCodeAt(place);
      const letter = names.letters.charCodeAt(place);
      for (const offset of this.now) this.step(offset, unit, letter);
      if (this.take(this.units.length)) found = found < 0 || place + 1 === end ? place + 1 : found;
      const spent = this.now;
      this.now = this.next;
      this.next = spent;
    }
    return found;
  }

  private step(offset: number, unit: number, letter: number): void {
    const typed = this.units[offset];
    if (typed === unit) this.add(offset + 1);
    if (letter === NONE && offset > 0) this.add(offset);
    if (typed !== letter || typed === unit || !isLetter(letter)) return;
    this.add(offset + 1);
    const row = (offset + 1) * REST_COUNT;
    for (const rest of readings().restsOf(unit, letter)) {
      const to = this.reach[row + rest] ?? 0;
      if (to > 0) this.add(to);
      if (this.units[offset + 1] === H && SYLLABLE_RESTS[rest]?.startsWith('h')) this.add(offset + 2);
    }
  }

  private add(offset: number): void {
    if (!this.next.includes(offset)) this.next.push(offset);
  }

  /** Removes a finished offset from those to go on with. */
  private take(offset: number): boolean {
    const at = this.next.indexOf(offset);
    if (at < 0) return false;
    this.next.splice(at, 1);
    return true;
  }
}
