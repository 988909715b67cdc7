import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../../shared/kernel/instant.ts';

/** Keeps pictures by what they are: the same bytes are kept once. Disk today; an object store fits behind it. */
export type PhotoShelf = {
  /** The name to ask by: the first 128 bits of the bytes' SHA-256 in hex. On disk when it answers. */
  put(webp: Uint8Array): Promise<string>;
  /** Null when the shelf holds no such picture. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Whether the picture is here; it counts as put here at `at`, so that who is about to name it finds it afterwards. */
  hold(name: string, at: Instant): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** Unless it was put here again meanwhile; whether it went. */
  removeBefore(name: string, before: Instant): Promise<boolean>;
  /** Names of the pictures that were put here last before an instant, in order. */
  namesBefore(before: Instant): Promise<readonly string[]>;
};

/**
 * Two shelves that never mix: what anybody may see of a station, and what workers sent in, which only those may see who
 * answer for it. A picture is public because of where it stands, not because somebody remembered to ask.
 */
export type Photos = { readonly stations: PhotoShelf; readonly reports: PhotoShelf };

export function photosIn(folder: string): Photos {
  return { stations: diskShelf(join(folder, 'stations')), reports: diskShelf(join(folder, 'reports')) };
}

export function isPhotoName(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

function diskShelf(folder: string): PhotoShelf {
  // Some file systems grow slow with a hundred thousand files in one folder.
  const placeOf = (name: string) => join(folder, name.slice(0, 2), `${name}.webp`);
  return {
    put: async (webp) => {
      const name = createHash('sha256').update(webp).digest('hex').slice(0, 32);
      await mkdir(join(folder, name.slice(0, 2)), { recursive: true });
      await writeWhole(placeOf(name), webp);
      return name;
    },
    read: async (name) => {
      if (!isPhotoName(name)) return null;
      const bytes = await unlessMissing(readFile(placeOf(name)));
      return bytes === null ? null : Uint8Array.from(bytes);
    },
    hold: async (name, at) => {
      if (!isPhotoName(name)) return false;
      return (await unlessMissing(utimes(placeOf(name), at / 1000, at / 1000))) !== null;
    },
    removeBefore: async (name, before) => {
      const found = isPhotoName(name) ? await unlessMissing(stat(placeOf(name))) : null;
      if (found === null || found.mtimeMs >= before) return false;
      await rm(placeOf(name), { force: true });
      return true;
    },
    remove: async (name) => {
      if (isPhotoName(name)) await rm(placeOf(name), { force: true });
    },
    namesBefore: async (before) => {
      const names: string[] = [];
      for (const name of await namesIn(folder)) {
        if ((await stat(placeOf(name))).mtimeMs < before) names.push(name);
      }
      return names;
    },
  };
}

/** In order; none while nothing was ever put there. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const files = (await unlessMissing(readdir(folder, { recursive: true }))) ?? [];
  const names = files.flatMap((file) => /([0-9a-f]{32})\.webp$/.exec(file)?.[1] ?? []);
  return names.sort();
}

/** Null when there is no such file or folder. */
async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

let writes = 0;

/** Written beside, forced to the disk and renamed: a report is answered for only when its picture is really there. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  writes += 1;
  const part = `${path}.${process.pid}-${writes}.part`;
  const file = await open(part, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}
