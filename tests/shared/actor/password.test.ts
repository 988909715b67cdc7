import { describe, expect, test } from 'vitest';
import { dataRoot } from '../../../server/feature/regions/read.ts';
import { loadCommonPasswords } from '../../../server/feature/session/common-passwords.ts';
import {
  classesOf,
  isCommonPassword,
  PASSWORD_PROFILES,
  passwordEnds,
  passwordFault,
} from '../../../shared/actor/password.ts';
import { instant } from '../../../shared/kernel/instant.ts';

const listed = loadCommonPasswords(dataRoot());
const isCommon = (password: string) => isCommonPassword(password, listed);
const { modern, mlps } = PASSWORD_PROFILES;

function why(password: string, profile = modern, username = 'limin'): string | null {
  const fault = passwordFault(password, profile, { username, isCommon });
  if (fault === null) return null;
  return fault.kind === 'password-weak' ? fault.why : fault.kind;
}

describe('the list of common passwords', () => {
  test.each([
    'password',
    'woaini1314',
    'qq123456',
    '5201314',
    'zhangwei1990',
    'zonggonghui2026',
    'P@ssw0rd!!!!',
    'Woaini520520',
    'iloveyou2026!',
    'abcabcabcabc',
    'woainiwoaini',
    '111111111111',
    '123456123456',
    'qwertyuiop123',
    '1qaz2wsx3edc',
    '135792468013',
  ])('knows %s, or what it is made of', (password) => {
    expect(isCommon(password)).toBe(true);
  });

  test.each([
    'four-quiet-grey-herons',
    '四只安静的灰鹭在河边',
    'k3mf-9q2t-w7bd',
    'correct horse battery staple',
    'tram92&lantern',
  ])('lets %s be', (password) => {
    expect(isCommon(password)).toBe(false);
  });
});

describe('the modern profile', () => {
  test('asks for length, whatever it is made of, counted in characters', () => {
    expect(why('heron-march')).toBe('short');
    expect(why('heron-marche')).toBeNull();
    expect(why('灰鹭河边走路慢三天两夜')).toBe('short');
    expect(why('灰鹭河边走路慢三天两夜啊')).toBeNull();
  });

  test('takes neither the own name nor what everybody takes', () => {
    expect(why('my-LiMin-forever')).toBe('username');
    expect(why('password1234')).toBe('common');
    expect(why('x'.repeat(129))).toBe('field-length');
  });

  test('never ends', () => {
    expect(passwordEnds(instant(0), modern)).toBeNull();
  });
});

describe('the mlps profile', () => {
  test('asks for three kinds of characters in ten', () => {
    expect(why('heronmarch', mlps)).toBe('classes');
    expect(why('heronmarc7', mlps)).toBe('classes');
    expect(why('Heronmarc7', mlps)).toBeNull();
    expect(why('Heron-m7', mlps)).toBe('short');
    expect(why('Password123', mlps)).toBe('common');
  });

  test('ends after ninety days', () => {
    expect(passwordEnds(instant(0), mlps)).toBe(90 * 86_400_000);
  });

  test('counts small letters, capitals, figures and the rest', () => {
    expect(['a', 'aB', 'aB1', 'aB1-', '汉', ''].map(classesOf)).toEqual([1, 2, 3, 4, 1, 0]);
  });
});
