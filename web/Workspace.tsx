import { ADMIN_PAGES } from './admin/pages.ts';
import { Desk } from './admin/shell/Desk.tsx';

/** The unions' app: like `App` for the workers', the only place that knows its slices. */
export function Workspace() {
  return <Desk pages={ADMIN_PAGES} />;
}
