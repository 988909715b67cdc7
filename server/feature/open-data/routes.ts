import { ok } from '../../../shared/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import { paceOf } from '../../http/limit.ts';
import { type Door, mount } from '../../http/mount.ts';
import { partnerActs } from './keys.ts';
import { openPage } from './page.ts';
import { openDefinitions, openFiguresAct, openStationsAct, withKey } from './read.ts';
import { openFileResponse, openIndexResponse } from './serve.ts';

export function mountOpenData(door: Door, deps: Deps): void {
  const partners = partnerActs(deps);
  const pace = paceOf(deps.rateLimit);
  mount(door, 'openStations', withKey(deps, pace, openStationsAct(deps)));
  mount(door, 'openFigures', withKey(deps, pace, openFiguresAct(deps)));
  mount(
    door,
    'openDefinitions',
    withKey(deps, pace, async () => ok(openDefinitions())),
  );
  mount(door, 'partners', partners.partners);
  mount(door, 'partnerMake', partners.partnerMake);
  mount(door, 'partnerEnd', partners.partnerEnd);
  door.app.get('/open', (context) => openPage(deps.openData).then((html) => context.html(html)));
  door.app.get('/open/index.json', ({ req }) => openIndexResponse(deps.openData, req.raw.headers));
  door.app.get('/open/:name', ({ req }) => openFileResponse(deps.openData, req.param('name'), req.raw.headers));
}
