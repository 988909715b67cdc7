import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HonoRequest, Next } from 'hono';
import { type Asset, type Assets, etagOf, serveAsset, typeOf } from './assets.ts';

/** A page opened before an update, or kept open in a pocket, asks for its own build's parts for this long. */
const KEEP_MS = 30 * 86_400_000;
/** The names of the build that was served last. */
const LAST = 'last.json';
const NAME = /^\/assets\/([\w-][\w.-]*)$/;

export type OldAssets = (path: string) => Promise<Asset | null>;

/**
 * The hashed files of earlier builds, in a folder that outlives a build: `name`, `name.br`, `name.gz`. Today's are laid
 * in; those that were served last time and are none of today's count their thirty days from now; older ones go.
 */
export function keepAssets(folder: string, today: Assets, nowMs: number): OldAssets {
  mkdirSync(folder, { recursive: true });
  const names = new Set<string>();
  for (const [path, asset] of today) {
    const name = NAME.exec(path)?.[1];
    if (name === undefined) continue;
    names.add(name);
    if (!existsSync(join(folder, name))) layIn(folder, name, asset);
  }
  const justReplaced = new Set(readLast(folder).filter((name) => !names.has(name)));
  for (const file of readdirSync(folder)) {
    const [path, name] = [join(folder, file), file.replace(/\.(br|gz)$/, '')];
    if (file === LAST || names.has(name)) continue;
    if (justReplaced.has(name)) utimesSync(path, nowMs / 1000, nowMs / 1000);
    else if (statSync(path).mtimeMs < nowMs - KEEP_MS) rmSync(path, { force: true });
  }
  put(folder, LAST, JSON.stringify([...names]));
  return (path) => readOld(folder, path);
}

/** The plain form last: who sees that finds the others. */
function layIn(folder: string, name: string, { br, gzip, plain }: Asset): void {
  if (br !== null) put(folder, `${name}.br`, br);
  if (gzip !== null) put(folder, `${name}.gz`, gzip);
  put(folder, name, plain);
}

/** Written beside and renamed: a process that ends in between leaves no half of a file under its name. */
function put(folder: string, name: string, body: Uint8Array | string): void {
  const path = join(folder, name);
  writeFileSync(`${path}.part`, body);
  renameSync(`${path}.part`, path);
}

/** A list that cannot be read names nothing: then the files' own times count. */
function readLast(folder: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(readFileSync(join(folder, LAST), 'utf8'));
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

async function readOld(folder: string, path: string): Promise<Asset | null> {
  const name = NAME.exec(path)?.[1];
  if (name === undefined || name === LAST || /\.(br|gz|part)$/.test(name)) return null;
  const form = (suffix: string): Promise<Uint8Array<ArrayBuffer> | null> =>
    readFile(join(folder, name + suffix)).then(
      (bytes) => Uint8Array.from(bytes),
      () => null,
    );
  const [plain, br, gzip] = await Promise.all([form(''), form('.br'), form('.gz')]);
  return plain === null ? null : { type: typeOf(name), etag: etagOf(plain), immutable: true, plain, br, gzip };
}

/** Behind the shell: today's files never come here. */
export async function oldAssetResponse(old: OldAssets, { path, raw }: HonoRequest, next: Next) {
  const asset = await old(path);
  return asset === null ? next() : serveAsset(asset, raw.headers);
}
