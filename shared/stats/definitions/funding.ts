import type { Counting } from '../fold.ts';

export const FUNDING: readonly Counting[] = [];
