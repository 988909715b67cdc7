import type { Gone, StationTable } from '../../shared/feed/row.ts';
import { parseCode, type StationCode } from '../../shared/station/code.ts';
import type { PublicStation } from '../../shared/station/station.ts';

/** What a code in the address turns out to be. */
export type Resolved =
  | { readonly kind: 'station'; readonly station: PublicStation }
  | { readonly kind: 'gone'; readonly drop: Gone }
  /** A right code of which the phone knows nothing. */
  | { readonly kind: 'unknown'; readonly code: StationCode }
  /** Not 15 digits of a code at all, or one digit misread. */
  | { readonly kind: 'not-a-code' | 'mistyped'; readonly text: string };

export function resolve(text: string, table: StationTable): Resolved {
  const code = parseCode(text);
  if (!code.ok) return { kind: code.refusal.kind === 'code-check' ? 'mistyped' : 'not-a-code', text };
  const found = table.station(code.value);
  if (found === null) return { kind: 'unknown', code: code.value };
  return 'op' in found ? { kind: 'gone', drop: found } : { kind: 'station', station: found };
}
