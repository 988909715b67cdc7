import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegions } from '../../../server/feature/regions/read.ts';
import type { MapMaterial } from './map-areas.ts';
import { mapFiles } from './map-files.ts';

/** Writes the borders of the builtin base map below `data`, after regions.json there, whose names and centres they bear. */
export function writeMap(data: string, material: MapMaterial): void {
  for (const [path, bytes] of mapFiles(material, loadRegions(data).all)) {
    writeFileSync(join(data, path), bytes);
    process.stdout.write(`${path} ${bytes.length}\n`);
  }
}
