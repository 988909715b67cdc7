import type { Gone, StationTable } from '../../shared/feed/row.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import { parseCode, type StationCode } from '../../shared/station/code.ts';
import { codesNear } from '../../shared/station/code-near.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import type { CodeAnswer } from '../sync/ask-code.ts';

/** What a code in the address turns out to be. */
export type Resolved =
  | { readonly kind: 'station'; readonly station: PublicStation }
  /** `place`: where it was, when the server has told. */
  | { readonly kind: 'gone'; readonly drop: Gone; readonly now: Successor | null; readonly place: Gcj02 | null }
  /** A right code of which the phone knows nothing. */
  | { readonly kind: 'unknown'; readonly code: StationCode }
  /** Not 15 digits of a code at all, or one digit misread; `likely` = the one station here a single slip away. */
  | { readonly kind: 'not-a-code' | 'mistyped'; readonly text: string; readonly likely: PublicStation | null };

/** What stands at the end of the chain of successors; `station` null: the phone knows only the code. */
export type Successor = { readonly code: StationCode; readonly station: PublicStation | null };

export function resolve(text: string, table: StationTable): Resolved {
  const code = parseCode(text);
  if (!code.ok) {
    const kind = code.refusal.kind === 'code-check' ? 'mistyped' : 'not-a-code';
    return { kind, text, likely: likelyStation(text, table) };
  }
  const found = table.station(code.value);
  if (found === null) return { kind: 'unknown', code: code.value };
  if (!('op' in found)) return { kind: 'station', station: found };
  return { kind: 'gone', drop: found, now: successorOf(found, table), place: null };
}

/** What more the server could tell: a code unheard of, a station without its name, one given up for no reason known here. */
export function isWorthAsking(found: Resolved): StationCode | null {
  if (found.kind === 'unknown') return found.code;
  if (found.kind !== 'gone') return null;
  const { reason, code, shownAs, exit } = found.drop;
  if (reason === 'moved' || reason === 'withdrawn') return null;
  return shownAs === null || (reason === 'retired' && exit === null) ? code : null;
}

/** What the phone found and what the server said, as one. */
export function withAnswer(found: Resolved, answer: CodeAnswer | null, table: StationTable): Resolved {
  if (answer?.kind !== 'gone' || isWorthAsking(found) !== answer.code) return found;
  const { code, name, reason, on, exit, successor, point } = answer;
  const drop: Gone = { op: 'drop', seq: 0, code, reason, on, exit, successor, movedTo: null, shownAs: name };
  return { kind: 'gone', drop, now: successorOf(drop, table), place: point };
}

/** The plaque may be three moves old: each place left names the next. A ring of them, which no rule allows, ends. */
function successorOf(drop: Gone, table: StationTable): Successor | null {
  const seen = new Set<StationCode>([drop.code]);
  let last: StationCode | null = null;
  for (let code = drop.successor; code !== null && !seen.has(code); ) {
    seen.add(code);
    last = code;
    const next = table.station(code);
    if (next === null) return { code, station: null };
    if (!('op' in next)) return { code, station: next };
    code = next.successor;
  }
  return last === null ? null : { code: last, station: null };
}

/** Proposed only when nothing else it could be is here. */
function likelyStation(text: string, table: StationTable): PublicStation | null {
  const held = codesNear(text).flatMap((code) => {
    const found = table.station(code);
    return found === null || 'op' in found ? [] : [found];
  });
  return held.length === 1 ? (held[0] ?? null) : null;
}
