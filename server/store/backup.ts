import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import Database from 'better-sqlite3';
import type { Instant } from '../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import { BACKUP_VERSION, DATABASE, MANIFEST, type Manifest, PHOTO } from './backup-manifest.ts';
import { TAR_END, tarHeader, tarPadding } from './backup-tar.ts';
import { openConnection } from './sqlite.ts';

export type BackingUp = {
  /** Of the SQLite file. */
  readonly url: string;
  /** Folder of the shelves. */
  readonly photos: string;
  readonly file: string;
  /** Whether a file of that name may be replaced. */
  readonly force: boolean;
  readonly now: Instant;
};

/**
 * Writes the whole register into one file while others read and write it: the database as of one moment, and every picture it
 * can speak of (those are on the disk before the register names them, so they are read after it). Packs, the high-water file
 * and the key are not in it. Written beside under the name `.part`, forced to the disk and renamed.
 * Refuses `file-missing` (no register), `backup-exists`.
 */
export async function makeBackup(backing: BackingUp): Promise<Result<Manifest>> {
  const allowed = mayBackUp(backing);
  if (!allowed.ok) return allowed;
  const { url, photos, file, now } = backing;
  const [part, snapshot] = [`${file}.part`, `${file}.db.part`];
  await mkdir(dirname(file), { recursive: true });
  await Promise.all([rm(part, { force: true }), rm(snapshot, { force: true })]);
  try {
    takeSnapshot(url, snapshot);
    const facts = factsOf(snapshot);
    const tar = new TarFile(await open(part, 'wx', 0o600), now);
    try {
      await tar.addFile(DATABASE, snapshot);
      for (const name of await photosIn(photos)) await tar.addFile(name, join(dirname(photos), name));
      const manifest: Manifest = {
        format: 'xiejiao-backup',
        version: BACKUP_VERSION,
        madeAt: now,
        ...facts,
        counts: { ...facts.counts, photos: tar.parts.length - 1 },
        parts: tar.parts,
      };
      await tar.end(manifest);
      await rename(part, file);
      return ok(manifest);
    } finally {
      await tar.close();
    }
  } finally {
    await Promise.all([rm(part, { force: true }), rm(snapshot, { force: true })]);
  }
}

/** Whether a backup can be begun: the register is there, and no file would be lost. */
export function mayBackUp({ url, file, force }: Pick<BackingUp, 'url' | 'file' | 'force'>): Result<true> {
  if (!existsSync(url)) return refuse({ kind: 'file-missing', name: url });
  return force || !existsSync(file) ? ok(true) : refuse({ kind: 'backup-exists', name: file });
}

/** One statement on one snapshot: writers go on beside it, and none of what they write meanwhile is in the copy. */
function takeSnapshot(url: string, snapshot: string): void {
  const database = openConnection(url);
  try {
    database.prepare('vacuum into ?').run(snapshot);
  } finally {
    database.close();
  }
}

type Facts = Pick<Manifest, 'asOf' | 'seq' | 'epoch' | 'serialBase' | 'schema'> & {
  readonly counts: Omit<Manifest['counts'], 'photos'>;
};

function factsOf(snapshot: string): Facts {
  const database = new Database(snapshot, { readonly: true });
  try {
    const one = (sql: string): Record<string, unknown> =>
      database.prepare<[], Record<string, unknown>>(sql).get() ?? {};
    const count = (table: string) => Number(one(`select count(*) as n from "${table}"`).n);
    const counter = one('select seq, epoch, serial_base from counter');
    return {
      asOf: Number(one('select coalesce(max(at), 0) as at from history').at),
      seq: Number(counter.seq),
      epoch: String(counter.epoch),
      serialBase: Number(counter.serial_base),
      schema: Number(one('select version from schema_version').version),
      counts: {
        stations: count('station'),
        history: count('history'),
        reports: count('report'),
        unions: count('union'),
      },
    };
  } finally {
    database.close();
  }
}

/** Under the names they have in the backup, in order. */
async function photosIn(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const files = await readdir(folder, { recursive: true });
  const names = files.map((file) => relative(dirname(folder), join(folder, file)).split(sep).join('/'));
  return names.filter((name) => PHOTO.test(name)).sort();
}

class TarFile {
  readonly parts: { name: string; bytes: number; sha256: string }[] = [];

  constructor(
    private readonly file: FileHandle,
    private readonly now: Instant,
  ) {}

  /** A picture that was erased since it was listed is left out: it is gone from the register too. */
  async addFile(name: string, path: string): Promise<void> {
    const found = await stat(path).catch(missing);
    if (found === null) return;
    const hash = createHash('sha256');
    await this.#write(tarHeader(name, found.size, this.now / 1000));
    const bytes = await this.#copy(path, { size: found.size, hash });
    if (bytes !== found.size) throw new Error(`${path} changed its length while it was copied`);
    await this.#write(tarPadding(bytes));
    this.parts.push({ name, bytes, sha256: hash.digest('hex') });
  }

  async end(manifest: Manifest): Promise<void> {
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await this.#write(tarHeader(MANIFEST, text.length, this.now / 1000));
    await this.#write(text);
    await this.#write(tarPadding(text.length));
    await this.#write(TAR_END);
    await this.file.sync();
  }

  close(): Promise<void> {
    return this.file.close();
  }

  async #copy(path: string, { size, hash }: { readonly size: number; readonly hash: Hash }): Promise<number> {
    let bytes = 0;
    if (size === 0) return 0;
    for await (const piece of createReadStream(path, { end: size - 1, highWaterMark: 1 << 20 })) {
      hash.update(piece);
      await this.#write(piece);
      bytes += piece.length;
    }
    return bytes;
  }

  async #write(bytes: Buffer): Promise<void> {
    if (bytes.length > 0) await this.file.writeFile(bytes);
  }
}

function missing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
