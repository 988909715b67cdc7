import { ADMIN_PAGES } from './admin/pages.ts';
import { Desk } from './admin/shell/Desk.tsx';
import { STATS_PAGES } from './stats/pages.ts';

const PAGES = [...ADMIN_PAGES, ...STATS_PAGES];

/** The unions' app: like `App` for the workers', the only place that knows its slices. */
export function Workspace() {
  return <Desk pages={PAGES} />;
}
