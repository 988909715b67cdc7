import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Limits of a thread that goes through much and keeps little: what it makes and lets go of is cleared away every few megabytes, not every
 * fifty. What it keeps has no limit.
 */
export const SHORT_LIVED = { maxYoungGenerationSizeMb: 12 } as const;

/** A built worker by its name. Workers lie beside the programs; what starts them may have been built into a folder below. */
export function workerFile(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(basename(here) === 'chunks' ? dirname(here) : here, `${name}.js`);
}
