import { ACCESS_MODES, type Access, ENTRANTS } from '../station/station.ts';
import { isBoolean, isText, jsonOf, listOf, oneOf, orNull } from './guard.ts';

const isModes = listOf(oneOf(ACCESS_MODES));
const isEntrants = listOf(oneOf(ENTRANTS));
const isMaybe = orNull(isBoolean);
const isNote = orNull(isText);

/** How to get in as a JSON list `[modes, needsApp, whoMayEnter, free, feeNote]`: few stations differ, so packs keep each once. */
export function accessText(access: Access): string {
  return JSON.stringify([access.modes, access.needsApp, access.whoMayEnter, access.free, access.feeNote]);
}

/** The access of a line, or null when it is none that `accessText` writes. */
export function accessOfText(line: string): Access | null {
  const value = jsonOf(line);
  if (!Array.isArray(value) || value.length !== 5) return null;
  const [modes, needsApp, whoMayEnter, free, feeNote]: unknown[] = value;
  if (!isModes(modes) || !isMaybe(needsApp) || !isEntrants(whoMayEnter) || !isMaybe(free) || !isNote(feeNote))
    return null;
  return { modes, needsApp, whoMayEnter, free, feeNote };
}
