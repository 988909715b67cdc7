import { describe, expect, test } from 'vitest';
import { type Asked, isOurs, type Rule, ruleFor } from '../../../web/sw/rules.ts';

const ORIGIN = 'https://xiejiao.example';
const KEPT = ['/index.html', '/', '/assets/index-1a2b.js', '/icon.svg', '/assets/cities-9z.json'];
const isKept = (url: string): boolean => KEPT.includes(new URL(url).pathname);

function ask(path: string, change: Partial<Asked> = {}): Rule {
  const url = new URL(path, ORIGIN).href;
  return ruleFor({ method: 'GET', mode: 'cors', url, ...change }, ORIGIN, isKept);
}

describe('what the worker answers', () => {
  test.each([
    ['/', 'shell'],
    ['/s/410102100003791', 'shell'],
    ['/s/410102100003791?k=ab12', 'shell'],
    ['/search?q=chongqing', 'shell'],
    ['/?at=410102&want=water', 'shell'],
    ['/icon.svg', 'kept'],
    ['/api/v1/feed?region=410100', 'network'],
    ['/api/docs', 'network'],
    ['/packs/00ff', 'network'],
    ['/docs', 'network'],
    ['/docs.css', 'network'],
    ['/assets/gone-77.js', 'network'],
    ['/robots.txt', 'network'],
  ] as const)('opening %s: %s', (path, rule) => {
    expect(ask(path, { mode: 'navigate' })).toBe(rule);
  });

  test.each([
    ['/assets/index-1a2b.js', 'kept'],
    ['/assets/cities-9z.json', 'kept'],
    ['/assets/gone-77.js', 'network'],
    ['/api/v1/calendar', 'network'],
    ['/s/410102100003791', 'network'],
  ] as const)('the app asking for %s: %s', (path, rule) => {
    expect(ask(path)).toBe(rule);
  });

  test('keeps out of what is sent, and of other hosts', () => {
    expect(ask('/', { method: 'POST', mode: 'navigate' })).toBe('network');
    expect(ask('https://tiles.example/icon.svg')).toBe('network');
    expect(ask('https://tiles.example/', { mode: 'navigate' })).toBe('network');
  });
});

describe('what may become part of a version', () => {
  const came = (type: string, status = 200, redirected = false) => ({ status, redirected, type });

  test.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8'],
    ['/assets/index-1a2b.css', 'text/css'],
    ['/icon.svg', 'image/svg+xml'],
    ['/icon-180.png', 'image/png'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/assets/cities-9z.json', 'application/json'],
  ])('%s as %s', (path, type) => {
    expect(isOurs(ORIGIN + path, came(type))).toBe(true);
  });

  test.each([
    ['a sign-in page in place of a script', '/assets/index-1a2b.js', came('text/html')],
    ['a file of no type', '/assets/index-1a2b.js', came('')],
    ['a redirected page', '/index.html', came('text/html', 200, true)],
    ['an error', '/index.html', came('text/html', 503)],
    ['a part', '/assets/cities-9z.json', came('application/json', 206)],
  ])('not %s', (_, path, answer) => {
    expect(isOurs(ORIGIN + path, answer)).toBe(false);
  });
});
