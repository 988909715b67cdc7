import type { Status } from './station.ts';

/** What is left to do in the world once a station has left its door. */
export const EXIT_TASKS = ['plaque-recovered', 'amap-delisted', 'baidu-delisted', 'tencent-delisted'] as const;
export type ExitTask = (typeof EXIT_TASKS)[number];

/** Statuses in which the old door must no longer be found. */
export const LEFT: readonly Status[] = ['retired', 'merged', 'relocated'];

/** Days within which each is to be done. */
export const EXIT_TASK_DAYS = 30;
