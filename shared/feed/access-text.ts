import { ACCESS_MODES, type Access, ENTRANTS } from '../station/station.ts';

const MAYBE = '-10';
const FIRST_ENTRANT = 97;

/**
 * How to get in as a short line, since few stations differ: `modes,needsApp,whoMayEnter,free` and, when there is one, `,` and the
 * fee note. A mode is the digit of its place in ACCESS_MODES, an entrant the letter (a = 0) of its place in ENTRANTS;
 * `1` yes, `0` no, `-` nobody said. `0,0,a,1`: open door, no app, anyone, free.
 */
export function accessText({ modes, needsApp, whoMayEnter, free, feeNote }: Access): string {
  const entrants = whoMayEnter.map((each) => String.fromCharCode(FIRST_ENTRANT + ENTRANTS.indexOf(each)));
  const line = [
    modes.map((mode) => ACCESS_MODES.indexOf(mode)).join(''),
    sign(needsApp),
    entrants.join(''),
    sign(free),
  ];
  return (feeNote === null ? line : [...line, feeNote]).join(',');
}

/** The access of a line, or null when it is none that `accessText` writes. */
export function accessOfText(line: string): Access | null {
  const match = /^(\d*),([-10]),([a-z]*),([-10])(?:,([\s\S]*))?$/.exec(line);
  if (match === null) return null;
  const [, digits = '', app = '', letters = '', free = '', feeNote] = match;
  const modes = digits.split('').flatMap((digit) => ACCESS_MODES[Number(digit)] ?? []);
  const whoMayEnter = letters.split('').flatMap((letter) => ENTRANTS[letter.charCodeAt(0) - FIRST_ENTRANT] ?? []);
  if (modes.length !== digits.length || whoMayEnter.length !== letters.length) return null;
  return { modes, needsApp: answer(app), whoMayEnter, free: answer(free), feeNote: feeNote ?? null };
}

function sign(said: boolean | null): string {
  return MAYBE[said === null ? 0 : said ? 1 : 2] ?? '';
}

function answer(text: string): boolean | null {
  return text === '-' ? null : text === '1';
}
