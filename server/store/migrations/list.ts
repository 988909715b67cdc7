import { migration0001 } from './0001-tables.ts';
import { migration0002 } from './0002-reports.ts';
import { migration0003 } from './0003-exit-reason.ts';
import type { Migration } from './migration.ts';

/** In order, numbered from 1 without gaps; bundled as code, so a server never looks for files at start. */
export const MIGRATIONS: readonly Migration[] = [migration0001, migration0002, migration0003];
