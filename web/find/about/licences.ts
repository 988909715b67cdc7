import text from '../../../data/licences.json?raw';
import { isText, jsonOf } from '../../../shared/feed/guard.ts';

/** `holder`: the line its licence asks to be kept. `isInApp`: runs on the phone, not on the server. */
export type Part = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly holder: string | null;
  readonly isInApp: boolean;
};

/** Written by data/make/licences.ts; a row that cannot be read is left out. */
export function licences(): readonly Part[] {
  const rows = jsonOf(text);
  return Array.isArray(rows) ? rows.flatMap(partOf) : [];
}

function partOf(row: unknown): readonly Part[] {
  if (!Array.isArray(row)) return [];
  const [name, version, licence, holder, isInApp]: readonly unknown[] = row;
  if (!isText(name) || !isText(version) || !isText(licence)) return [];
  return [{ name, version, licence, holder: isText(holder) ? holder : null, isInApp: isInApp === true }];
}
