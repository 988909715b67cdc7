/** What the worker is asked for, as far as its answer depends on it. `mode` as the Fetch standard names it. */
export type Asked = { readonly method: string; readonly mode: string; readonly url: string };

/**
 * `shell`: the page kept with this version; `kept`: the file of that path kept with this version; `network`: none of
 * the worker's business. Data is never kept here: stations live in the phone's database, where they can be verified.
 */
export type Rule = 'shell' | 'kept' | 'network';

/** Paths that belong to the server, and the unions' workspace, which is another app: what is missing there must not look like a page of this one. */
const SERVER = /^\/(api|packs|docs|admin|open)([/.]|$)/;
/** The last part of a path that names a file: `/app.js`, not `/s/410102100003791`. */
const FILE = /\.[a-z0-9]{1,12}$/i;

/** `isKept` says whether the version's list of files names an address. */
export function ruleFor({ method, mode, url }: Asked, origin: string, isKept: (url: string) => boolean): Rule {
  if (method !== 'GET') return 'network';
  const { origin: host, pathname } = new URL(url);
  if (host !== origin || SERVER.test(pathname)) return 'network';
  // Before the shell: opening /icon.svg by itself shows the picture.
  if (isKept(url)) return pathname === '/' || pathname === '/index.html' ? 'shell' : 'kept';
  return mode === 'navigate' && !FILE.test(pathname) ? 'shell' : 'network';
}

/** What a file of this ending is served as; an ending not named here is taken as it comes. */
const TYPES: Readonly<Record<string, RegExp>> = {
  js: /^(text|application)\/javascript\b/,
  css: /^text\/css\b/,
  html: /^text\/html\b/,
  svg: /^image\/svg\+xml\b/,
  png: /^image\/png\b/,
  json: /^application\/(\w+\+)?json\b/,
  webmanifest: /^application\/(manifest\+)?json\b/,
};

export type Came = {
  readonly status: number;
  readonly redirected: boolean;
  /** The Content-Type header, empty when there was none. */
  readonly type: string;
};

/** Whether an answer may be kept as a file of this version: a sign-in page with status 200 must not become the app. */
export function isOurs(url: string, { status, redirected, type }: Came): boolean {
  if (status !== 200 || redirected) return false;
  const ending = /\.([a-z0-9]+)$/i.exec(new URL(url).pathname)?.[1] ?? 'html';
  return TYPES[ending.toLowerCase()]?.test(type.toLowerCase()) ?? true;
}
