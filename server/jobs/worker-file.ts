import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Limits of a thread that goes through much and keeps little: what it makes and lets go of is cleared away every few megabytes, not every
 * fifty. What it keeps may grow to two gigabytes; with more allowed, the engine would first look when a heap is four times what is kept,
 * and not twice.
 */
export const SHORT_LIVED = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 2000 } as const;

/** A built worker by its name. Workers lie beside the programs; what starts them may have been built into a folder below. */
export function workerFile(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(basename(here) === 'chunks' ? dirname(here) : here, `${name}.js`);
}
