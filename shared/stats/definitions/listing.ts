import type { Counting } from '../fold.ts';

export const LISTING: readonly Counting[] = [];
