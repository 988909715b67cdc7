import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Passwords that guessers try first, one a line in small letters; `data` is the folder of that name. */
export function loadCommonPasswords(data: string): (text: string) => boolean {
  const lines = readFileSync(join(data, 'passwords/common.txt'), 'utf8').split('\n');
  const listed = new Set(lines.filter((line) => line !== ''));
  return (text) => listed.has(text);
}
