import type { Counting } from '../fold.ts';

export const HONOURS: readonly Counting[] = [];
