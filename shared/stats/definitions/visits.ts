import type { Counting } from '../fold.ts';

export const VISITS: readonly Counting[] = [];
