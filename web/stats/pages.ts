import type { Page } from '../desk/page.ts';

/** Every page about figures in the order of its menu. */
export const STATS_PAGES: readonly Page[] = [];
