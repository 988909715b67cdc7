import { migration0001 } from './0001-tables.ts';
import { migration0002 } from './0002-reports.ts';
import { migration0003 } from './0003-exit-reason.ts';
import { migration0004 } from './0004-accounts.ts';
import { migration0005 } from './0005-unions.ts';
import { migration0006 } from './0006-desk.ts';
import { migration0007 } from './0007-list.ts';
import { migration0008 } from './0008-ledgers.ts';
import { migration0009 } from './0009-plaques.ts';
import { migration0010 } from './0010-inbox.ts';
import { migration0011 } from './0011-entries.ts';
import { migration0012 } from './0012-figures.ts';
import { migration0013 } from './0013-submissions.ts';
import { migration0014 } from './0014-workbooks.ts';
import { migration0015 } from './0015-demand.ts';
import type { Migration } from './migration.ts';

/** In order, numbered from 1 without gaps; bundled as code, so a server never looks for files at start. */
export const MIGRATIONS: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
];
