import { readFileSync } from 'node:fs';
import type { ConfigRefusal } from '../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../shared/kernel/result.ts';
import type { TileProvider } from '../shared/wire/tiles.ts';
import { readTiles } from './feature/ground/tiles.ts';

/** The tiles named by `TILES_FILE`; none without it. */
export function openTiles(path: string | null): Result<readonly TileProvider[], ConfigRefusal> {
  if (path === null) return ok([]);
  try {
    return readTiles(readFileSync(path, 'utf8'));
  } catch {
    // Not there or not to be read: the same to the operator, who named it.
    return refuse({ kind: 'config-invalid', name: 'TILES_FILE', expected: '一个读得到的文件' });
  }
}
