import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import { BACKUP_VERSION, DATABASE, MANIFEST, type Manifest, PHOTO, parseManifest } from './backup-manifest.ts';
import { readTar, type TarEntry, tarBytes } from './backup-tar.ts';
import { macOf } from './chain.ts';
import { errorCode } from './engine.ts';
import { isServed, type Restored, type StoreOptions, settleRestored } from './open.ts';
import type { HistoryRecord } from './schema.ts';

export type Restoring = {
  readonly file: string;
  /** Of the SQLite file that the backup takes the place of. */
  readonly url: string;
  /** Folder of the shelves. */
  readonly photos: string;
  readonly options: StoreOptions;
};

/** `kept`: the register that stood there before, under its new name; null when there was none. */
export type RestoredBackup = Restored & { readonly manifest: Manifest; readonly kept: string | null };

/**
 * Puts a backup in the place of the register: every part checked against the manifest and unpacked beside first, the database
 * brought forward (`settleRestored`), pictures added to their shelves, then one rename. Until that rename the old register
 * stands as it was.
 * Refuses `file-missing`, `register-busy`, `backup-not-ours`, `backup-broken`, `backup-too-new`, `backup-other-key`,
 * `schema-too-new`: then nothing was changed.
 */
export async function restoreBackup(restoring: Restoring): Promise<Result<RestoredBackup>> {
  const { file, url, photos } = restoring;
  if (!existsSync(file)) return refuse({ kind: 'file-missing', name: file });
  await mkdir(dirname(url), { recursive: true });
  const lock = lockRegister(url);
  if (!lock.ok) return lock;
  // Each beside what it will take the place of, so that it gets there by a rename.
  const beside = { database: `${url}.restoring`, photos: `${photos}.restoring` };
  const clear = () => Promise.all(Object.values(beside).map((path) => rm(path, { recursive: true, force: true })));
  await clear();
  try {
    const manifest = await unpack(file, beside);
    if (!manifest.ok) return manifest;
    return await putInPlace(restoring, { beside, manifest: manifest.value, old: lock.value });
  } finally {
    lock.value?.close();
    await clear();
  }
}

/**
 * `settleRestored` for a register that other tools put back. Refuses `register-busy` too when somebody has its file open: that is
 * looked for before, for whoever settles must open it.
 */
export async function settleExternal(url: string, options: StoreOptions): Promise<Result<Restored>> {
  const lock = isServed(url) ? ok(null) : lockRegister(url);
  if (!lock.ok) return lock;
  lock.value?.close();
  return settleRestored(url, options);
}

/**
 * Holds the register so that nobody else opens it, or says that somebody has it open: leaving the write-ahead log asks for
 * that, and folds it into the file. Who starts meanwhile waits, and then opens what stands there by then. Null where there
 * is none, or one too damaged to hold: a backup is what helps then.
 */
function lockRegister(url: string): Result<Database.Database | null> {
  if (!existsSync(url)) return ok(null);
  const database = new Database(url, { timeout: 0 });
  try {
    database.pragma('journal_mode = delete');
    database.exec('begin exclusive');
    return ok(database);
  } catch (error) {
    database.close();
    const code = errorCode(error);
    if (code.startsWith('SQLITE_BUSY')) return refuse({ kind: 'register-busy' });
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return ok(null);
    throw error;
  }
}

type Beside = { readonly database: string; readonly photos: string };

async function unpack(file: string, beside: Beside): Promise<Result<Manifest>> {
  const entries = await readTar(file);
  if (entries === null) return refuse({ kind: 'backup-not-ours', name: file });
  const last = entries[entries.length - 1];
  if (last?.name !== MANIFEST) return refuse({ kind: 'backup-not-ours', name: file });
  const manifest = parseManifest(await textOf(file, last));
  if (manifest === null) return refuse({ kind: 'backup-not-ours', name: file });
  if (manifest.version > BACKUP_VERSION) {
    return refuse({ kind: 'backup-too-new', version: manifest.version, known: BACKUP_VERSION });
  }
  const parts = entries.slice(0, -1);
  for (const [i, part] of manifest.parts.entries()) {
    const entry = parts[i];
    const isName = i === 0 ? part.name === DATABASE : PHOTO.test(part.name);
    const isWhole = isName && entry?.name === part.name && entry.size === part.bytes;
    if (!isWhole || (await copyOut(file, entry, placeOf(part.name, beside))) !== part.sha256) {
      return refuse({ kind: 'backup-broken', part: part.name });
    }
  }
  const extra = parts[manifest.parts.length];
  if (extra || parts.length === 0) return refuse({ kind: 'backup-broken', part: extra?.name ?? DATABASE });
  return ok(manifest);
}

function placeOf(name: string, { database, photos }: Beside): string {
  return name === DATABASE ? database : join(photos, name);
}

async function textOf(file: string, entry: TarEntry): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of tarBytes(file, entry)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** Writes a part to a file of its own, forced to the disk; SHA-256 of what was written, in hex. */
async function copyOut(file: string, entry: TarEntry, path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const hash = createHash('sha256');
  const out = await open(path, 'wx');
  try {
    for await (const piece of tarBytes(file, entry)) {
      hash.update(piece);
      await out.writeFile(piece);
    }
    await out.sync();
  } finally {
    await out.close();
  }
  return hash.digest('hex');
}

type Unpacked = { readonly beside: Beside; readonly manifest: Manifest; readonly old: Database.Database | null };

async function putInPlace(
  { url, photos, options }: Restoring,
  { beside, manifest, old }: Unpacked,
): Promise<Result<RestoredBackup>> {
  const { database } = beside;
  if (!isOfKey(database, options.historyKey)) return refuse({ kind: 'backup-other-key' });
  const serials = old === null ? null : serialsOf(old);
  if (serials !== null) liftSerials(database, serials);
  const settled = await settleRestored(database, options);
  if (!settled.ok) return settled;
  for (const { name } of manifest.parts.slice(1)) await putPhoto(placeOf(name, beside), join(dirname(photos), name));
  const kept = existsSync(url) ? freeName(`${url}.before-restore`) : null;
  if (kept !== null) {
    await link(url, kept);
    // Left only by a register too damaged to be opened: they must not meet the new one.
    for (const tail of ['-wal', '-shm']) if (existsSync(url + tail)) await rename(url + tail, kept + tail);
  }
  await giveTo(dirname(url), [database, options.highWater]);
  await rename(database, url);
  await syncFolder(dirname(url));
  return ok({ ...settled.value, hasMark: settled.value.hasMark || serials !== null, manifest, kept });
}

/** Whether the last row of its history was written under this key. */
function isOfKey(path: string, key: string): boolean {
  const database = new Database(path, { readonly: true });
  try {
    const last = database.prepare<[], HistoryRecord>('select * from history order by seq desc limit 1').get();
    if (!last) return true;
    const { mac, ...content } = last;
    return macOf(content, key) === mac;
  } finally {
    database.close();
  }
}

type Serial = { readonly region: string; readonly type: number; readonly next: number };

/** The register that goes knows exactly how far each county has come; null where it cannot be read. */
function serialsOf(old: Database.Database): readonly Serial[] | null {
  const isRegister = old.prepare(`select 1 from sqlite_master where name = 'code_serial'`).get() !== undefined;
  return isRegister ? old.prepare<[], Serial>('select region, type, next from code_serial').all() : null;
}

function liftSerials(database: string, serials: readonly Serial[]): void {
  const to = new Database(database);
  try {
    const lift = to.prepare(
      `insert into code_serial (region, type, next) values (?, ?, ?)
        on conflict (region, type) do update set next = max(next, excluded.next)`,
    );
    to.transaction(() => {
      for (const { region, type, next } of serials) lift.run(region, type, next);
    })();
  } finally {
    to.close();
  }
}

/** What stands on the shelf already is the same picture. */
async function putPhoto(from: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  const [fan, shelf, photos] = [dirname(to), dirname(dirname(to)), dirname(dirname(dirname(to)))];
  await giveTo(dirname(photos), [photos, shelf, fan, to]);
}

/** An administrator puts back what the server must be able to write: it belongs to whoever the folder belongs to. */
async function giveTo(folder: string, paths: readonly string[]): Promise<void> {
  const { uid, gid } = await stat(folder);
  if (process.getuid?.() !== 0 || uid === 0) return;
  for (const path of paths) await chown(path, uid, gid);
}

function freeName(wanted: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    if (!existsSync(name)) return name;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
