import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A built worker by its name. Workers lie beside the programs; what starts them may have been built into a folder below. */
export function workerFile(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(basename(here) === 'chunks' ? dirname(here) : here, `${name}.js`);
}
