import type { Gone, StationTable } from '../../shared/feed/row.ts';
import { parseCode, type StationCode } from '../../shared/station/code.ts';
import { codesNear } from '../../shared/station/code-near.ts';
import type { PublicStation } from '../../shared/station/station.ts';

/** What a code in the address turns out to be. */
export type Resolved =
  | { readonly kind: 'station'; readonly station: PublicStation }
  | { readonly kind: 'gone'; readonly drop: Gone; readonly now: Successor | null }
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
  return { kind: 'gone', drop: found, now: successorOf(found, table) };
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
