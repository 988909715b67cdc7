import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

export const ROOT = resolve(import.meta.dirname, '../..');

export type Module = {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly source: string;
  readonly lines: number;
  /** Paths of our own modules, or package names. */
  readonly imports: readonly { readonly target: string; readonly own: boolean }[];
};

/** Every TypeScript module of the named folders, with what it imports, read by a parser and not by the compiler. */
export function modulesOf(...folders: string[]): Module[] {
  return folders.flatMap((folder) => filesOf(join(ROOT, folder))).map(readModule);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesOf(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

function readModule(file: string): Module {
  const source = readFileSync(file, 'utf8');
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const targets = [
    ...module.staticImports.map((i) => i.moduleRequest.value),
    ...module.staticExports.flatMap((e) =>
      e.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.map((i) => source.slice(i.moduleRequest.start + 1, i.moduleRequest.end - 1)),
  ];
  return {
    path: relative(ROOT, file).split(sep).join('/'),
    source,
    lines: source.split('\n').length,
    imports: [...new Set(targets)].map((target) => resolveTarget(file, target)),
  };
}

function resolveTarget(file: string, target: string): { target: string; own: boolean } {
  if (!target.startsWith('.')) return { target: packageOf(target), own: false };
  return {
    target: relative(ROOT, resolve(dirname(file), target))
      .split(sep)
      .join('/'),
    own: true,
  };
}

function packageOf(target: string): string {
  if (target.startsWith('node:')) return target;
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? target);
}
