import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegions } from '../../server/feature/regions/read.ts';
import { PROVINCE_PIECES } from './division/changes.ts';
import { divisions } from './division/codes.ts';
import { readAreas } from './division/features.ts';
import { dashLines } from './division/outlines.ts';
import { CODES, DASH_LINE, OUTLINES, packageFiles } from './division/packages.ts';
import { mapFiles } from './outline/map-files.ts';

/**
 * Builds the borders of the builtin base map from the same packages as data/regions: `node dist/server/outline.js` at the
 * project's top, after `regions.js`, whose names and centres it takes. The same packages give the same bytes.
 */
const root = process.cwd();
const cache = join(root, 'data/var/make');
mkdirSync(join(root, 'data/outline'), { recursive: true });

const material = {
  today: divisions(packageFiles(CODES, cache, 'dist/')),
  raw: readAreas(packageFiles(OUTLINES, cache, '')),
  dashes: dashLines(packageFiles(DASH_LINE, cache, 'world.zh.json')),
  provincePieces: PROVINCE_PIECES,
};
for (const [path, bytes] of mapFiles(material, loadRegions(join(root, 'data')).all)) {
  writeFileSync(join(root, 'data', path), bytes);
  process.stdout.write(`${path} ${bytes.length}\n`);
}
