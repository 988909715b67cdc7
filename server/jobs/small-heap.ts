import { setFlagsFromString } from 'node:v8';

/**
 * For a process that lets hundreds of thousands of rows pass: the engine else doubles its heap before it looks for what is dead, and
 * an import of the country held 400 MB of which 60 lived. Looking earlier costs it less than one part in twenty.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=25');
}
