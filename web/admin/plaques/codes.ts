import { parseCode, type StationCode } from '../../../shared/station/code.ts';
import { PLAQUES_MOST } from '../../../shared/wire/routes/plaques.ts';

/** Codes as people paste them: one a line, or by commas; groups of one code may stand apart. */
type ReadCodes = { readonly codes: readonly StationCode[]; readonly wrong: readonly string[] };

export function readCodes(text: string): ReadCodes {
  const [codes, wrong]: [Set<StationCode>, string[]] = [new Set(), []];
  for (const part of text.split(/[\n\r,，、;；]+/)) {
    if (part.trim() === '') continue;
    const code = parseCode(part);
    if (code.ok) codes.add(code.value);
    else wrong.push(part.trim());
  }
  return { codes: [...codes], wrong };
}

/** What may be printed in one go is the first so many. */
export function withinMost(codes: readonly string[]): readonly string[] {
  return codes.slice(0, PLAQUES_MOST);
}
