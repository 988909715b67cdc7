/** A link taken apart without a browser: `host` in lower case and without `www.`; for an app's own scheme what stands in its place. */
export type Link = {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly fragment: string;
};

const LINK = /^([a-z][a-z\d+.-]*):(?:\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i;

/** Null when the text is no link. */
export function readLink(text: string): Link | null {
  const found = LINK.exec(text);
  if (found === null) return null;
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] = found;
  return {
    scheme: scheme.toLowerCase(),
    host: host
      .toLowerCase()
      .replace(/^www\./, '')
      .replace(/:\d+$/, ''),
    path: decoded(path),
    query: readQuery(query),
    fragment: decoded(fragment),
  };
}

/** Names in lower case; the first of a name counts. */
function readQuery(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const pair of text.split('&')) {
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at)).toLowerCase();
    if (name !== '' && !query.has(name)) query.set(name, at < 0 ? '' : decoded(pair.slice(at + 1)));
  }
  return query;
}

/** As it stands where it was escaped wrongly. */
function decoded(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
