import { type Instant, instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';

export const PROFILE_NAMES = ['modern', 'mlps'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** What a password must be, how long it holds, and how many wrong tries are let pass. */
export type PasswordProfile = {
  readonly name: ProfileName;
  readonly least: number;
  /** Of: small letters, capitals, digits, anything else. */
  readonly classes: number;
  /** Null: it holds for ever. */
  readonly days: number | null;
  /** So many before it may not come again, the present one included. */
  readonly history: number;
  readonly attempts: number;
  readonly lockMinutes: number;
};

/**
 * `modern` after NIST SP 800-63B: length and what everybody knows, no forced change. `mlps` after GB/T 22239 as assessors
 * read it: kinds of characters, a change every 90 days.
 */
export const PASSWORD_PROFILES: { readonly [N in ProfileName]: PasswordProfile } = {
  modern: { name: 'modern', least: 12, classes: 1, days: null, history: 1, attempts: 10, lockMinutes: 15 },
  mlps: { name: 'mlps', least: 10, classes: 3, days: 90, history: 5, attempts: 5, lockMinutes: 30 },
};

export const PASSWORD_MOST = 128;
const DAY_MS = 86_400_000;

/** Names that no password may contain, and whether everybody's list has it. */
export type PasswordFacts = { readonly username: string; readonly isCommon: (password: string) => boolean };

/** Why this password will not do, or null. Whether it was had before only the server can tell, by its hashes. */
export function passwordFault(
  password: string,
  profile: PasswordProfile,
  { username, isCommon }: PasswordFacts,
): Refusal | null {
  const weak = (why: PasswordWeakness) => weakPassword(why, profile);
  const length = Array.from(password).length;
  if (length > PASSWORD_MOST) return { kind: 'field-length', field: 'password', max: PASSWORD_MOST };
  if (length < profile.least) return weak('short');
  if (classesOf(password) < profile.classes) return weak('classes');
  if (password.toLowerCase().includes(username.toLowerCase())) return weak('username');
  return isCommon(password) ? weak('common') : null;
}

/** `why` a password will not do, with what the profile asks for. */
export function weakPassword(why: PasswordWeakness, { least, classes, history }: PasswordProfile): Refusal {
  return { kind: 'password-weak', field: 'password', why, least, classes, history };
}

export type PasswordWeakness = 'short' | 'classes' | 'username' | 'common' | 'used';

/** How many of the four kinds of characters are in it. */
export function classesOf(password: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
}

/** When a password chosen at `at` has to be changed; null: never. */
export function passwordEnds(at: Instant, { days }: PasswordProfile): Instant | null {
  return days === null ? null : instant(at + days * DAY_MS);
}

/** What stands between people's own additions: small letters, the usual stand-ins read as letters, nothing else. */
const STAND_INS: { readonly [sign: string]: string } = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  '1': 'l',
  $: 's',
  '5': 's',
  '7': 't',
};

/**
 * Whether a password is one that guessers try first: it is all figures and signs, or on the list, or on it without the figures
 * and signs at its ends, or with letters for stand-ins, or one piece said again and again, or a run along the alphabet, the
 * figures or the keyboard.
 */
export function isCommonPassword(password: string, listed: (text: string) => boolean): boolean {
  const small = password.normalize('NFKC').toLowerCase();
  const core = small.replace(/^[!-@[-`{-~\s]+|[!-@[-`{-~\s]+$/g, '');
  const read = core.replace(/[@4301$57]/g, (sign) => STAND_INS[sign] ?? sign);
  const piece = /^(.+?)\1+$/.exec(small)?.[1] ?? '';
  if ([small, core, read, piece].some((text) => text.length > 0 && listed(text))) return true;
  return (piece !== '' && piece.length <= 4) || isRun(small) || isRun(piece) || core === '';
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
/** Shorter ones happen in good passwords too. */
const RUN_LEAST = 3;

/** Whether it is nothing but runs along the rows, forwards or backwards. */
function isRun(text: string): boolean {
  let [at, runs] = [0, 0];
  while (at < text.length) {
    const length = Math.max(...ROWS.map((row) => runFrom(text.slice(at), row)));
    if (length < RUN_LEAST) return false;
    [at, runs] = [at + length, runs + 1];
  }
  return runs > 0;
}

/** How far the beginning of a text follows a row. */
function runFrom(text: string, row: string): number {
  const both = [row, row.split('').reverse().join('')];
  let length = 0;
  while (length < text.length && both.some((line) => line.includes(text.slice(0, length + 1)))) length++;
  return length;
}
