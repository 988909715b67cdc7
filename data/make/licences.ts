import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node dist/server/licences.js`: writes the list behind 关于数据 → 用到的开源软件 from package-lock.json and the
 * installed packages. `[name, version, licence, holder or null, in the app]` a row, by name; the app's are those that its
 * imports reach and their holders are named; the others run on the server, each beside its own licence file.
 */
type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
};
type Lock = {
  readonly packages: Readonly<Record<string, Locked & { readonly dependencies?: Readonly<Record<string, string>> }>>;
};

/** Of qrcode: only its command line and its files, which the app does not use. */
const LEFT_OUT = ['yargs', 'pngjs'];

const root = process.cwd();
const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const app = reached(importedBy('web', 'shared'));
const rows = Object.entries(lock.packages)
  .filter(([path, one]) => path.startsWith('node_modules/') && one.dev !== true && one.optional !== true)
  .map(([path, one]) => ({ name: nameOf(path), path, ...one }))
  .filter(({ path, name }) => path === `node_modules/${name}`)
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ name, version, license, path }) => {
    const isInApp = app.has(name);
    return [name, version, license ?? '见其说明', isInApp ? holderOf(path) : null, isInApp];
  });
writeFileSync(join(root, 'data/licences.json'), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
process.stdout.write(`${rows.length} packages, ${app.size} of them in the app\n`);

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Packages that the sources of these folders name. */
function importedBy(...folders: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const folder of folders) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(path)) continue;
      const source = readFileSync(join(root, folder, path), 'utf8');
      for (const [, from = ''] of source.matchAll(/(?:from|import)\s*\(?'([^'.][^']*)'/g)) {
        const [scope = '', name = ''] = from.split('/');
        found.add(scope.startsWith('@') ? `${scope}/${name}` : scope);
      }
    }
  }
  return found;
}

/** These and what they need in turn, as far as it is installed for production. */
function reached(first: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set<string>();
  const wanted = [...first];
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const one = lock.packages[`node_modules/${name}`];
    if (one === undefined || one.dev === true || all.has(name) || LEFT_OUT.includes(name)) continue;
    all.add(name);
    wanted.push(...Object.keys(one.dependencies ?? {}));
  }
  return all;
}

/** The line that the licence asks to be kept. */
function holderOf(path: string): string | null {
  const folder = join(root, path);
  const file = existsSync(folder) ? readdirSync(folder).find((name) => /^licen[cs]e/i.test(name)) : undefined;
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
  const line = /^.*copyright\s+(?:\(c\)|©|\d{4}).*$/im.exec(text)?.[0] ?? null;
  return line === null
    ? null
    : line
        .slice(line.search(/copyright/i))
        .trim()
        .slice(0, 160);
}
