import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type StoredPack = { readonly hash: string; readonly bytes: number };

const packBr = promisify(brotliCompress);
const packGz = promisify(gzip);
/** A phone may still be fetching the pack that a newer one replaced. */
const KEEP_MS = 7 * 86_400_000;

/** Packs on disk, named by the SHA-256 of their plain bytes: `<hash>.pack`, `.pack.br`, `.pack.gz`. Never changed once there. */
export class PackFiles {
  /** Seen on disk once; most answers are "you have it", and those need not look again. */
  private readonly seen = new Set<string>();
  private readonly sizes = new Map<string, number>();

  constructor(private readonly folder: string) {}

  async write(bytes: Uint8Array): Promise<StoredPack> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    await mkdir(this.folder, { recursive: true });
    const br = packBr(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    const forms: readonly (readonly [suffix: string, body: Promise<Uint8Array>])[] = [
      ['.br', br],
      ['.gz', packGz(bytes, { level: 9 })],
      ['', Promise.resolve(bytes)],
    ];
    for (const [suffix, body] of forms) await this.put(`${hash}.pack${suffix}`, await body);
    return { hash, bytes: bytes.length };
  }

  /** The smallest form the asker takes, or null when no such pack is kept. */
  async read(
    hash: string,
    accepts: string,
  ): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly encoding: 'br' | 'gzip' | null } | null> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const [suffix, encoding] = /\bbr\b/.test(accepts)
      ? (['.br', 'br'] as const)
      : /\bgzip\b/.test(accepts)
        ? (['.gz', 'gzip'] as const)
        : (['', null] as const);
    try {
      return { body: Uint8Array.from(await readFile(join(this.folder, `${hash}.pack${suffix}`))), encoding };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** Bytes of the smallest form: what fetching it costs; null when no such pack is kept. */
  async sent(hash: string): Promise<number | null> {
    const known = this.sizes.get(hash);
    if (known !== undefined) return known;
    const found = await stat(join(this.folder, `${hash}.pack.br`)).catch(() => null);
    if (found !== null) this.sizes.set(hash, found.size);
    return found?.size ?? null;
  }

  async has(hash: string): Promise<boolean> {
    if (this.seen.has(hash)) return true;
    if (!/^[0-9a-f]{64}$/.test(hash)) return false;
    const found = await stat(join(this.folder, `${hash}.pack`)).then(
      () => true,
      () => false,
    );
    if (found) this.seen.add(hash);
    return found;
  }

  /** Removes packs no feed names any more once a week has passed. */
  async sweep(named: ReadonlySet<string>, nowMs: number): Promise<number> {
    let swept = 0;
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      if (named.has(name.slice(0, 64)) || (await stat(path)).mtimeMs > nowMs - KEEP_MS) continue;
      this.seen.delete(name.slice(0, 64));
      this.sizes.delete(name.slice(0, 64));
      await rm(path, { force: true });
      swept++;
    }
    return swept;
  }

  /** Written beside and renamed: a reader sees the whole file or none. */
  private async put(name: string, body: Uint8Array): Promise<void> {
    const path = join(this.folder, name);
    await writeFile(`${path}.part`, body);
    await rename(`${path}.part`, path);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
