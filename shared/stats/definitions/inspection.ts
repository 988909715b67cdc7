import type { Counting } from '../fold.ts';

export const INSPECTION: readonly Counting[] = [];
