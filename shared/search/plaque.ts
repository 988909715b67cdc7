import { ok, type Result, refuse } from '../kernel/result.ts';
import { parseCode, type StationCode } from '../station/code.ts';

/** What a plaque's QR says: its station, and the tag `?k=` that proves a visit came from the plaque. */
export type Plaque = { readonly code: StationCode; readonly tag: string | null };

const LINK = /^https?:\/\/[^\s/?#]+\/s\/([^/?#]*)\/?(?:\?([^#]*))?(?:#.*)?$/i;
const TAG = /(?:^|&)k=([\w-]{1,64})(?:&|$)/;

/**
 * `<any origin>/s/<code>` or the bare code: a station belongs to the register, whichever address printed its plaque.
 * Refuses `code-check` for a code misread, `code-shape` for everything else.
 */
export function readPlaque(text: string): Result<Plaque> {
  const trimmed = text.trim();
  const [, inLink, query = ''] = LINK.exec(trimmed) ?? [];
  if (inLink === undefined && /[^\d\s]/.test(trimmed)) return refuse({ kind: 'code-shape', code: text });
  const code = parseCode(inLink === undefined ? trimmed : unescaped(inLink));
  return code.ok ? ok({ code: code.value, tag: TAG.exec(query)?.[1] ?? null }) : code;
}

function unescaped(text: string): string {
  return text.replace(/%20|\+/g, ' ');
}
