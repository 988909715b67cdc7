import type { Counting } from '../fold.ts';

export const ACTIVITIES: readonly Counting[] = [];
