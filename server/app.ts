import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { mountAccounts } from './feature/accounts/routes.ts';
import { mountAudit } from './feature/audit/routes.ts';
import { mountCoverage } from './feature/coverage/routes.ts';
import { mountDesk } from './feature/desk/routes.ts';
import { mountEntries } from './feature/entries/routes.ts';
import { feedRoutes } from './feature/feed/routes.ts';
import { mountFigures } from './feature/figures/routes.ts';
import { groundRoutes } from './feature/ground/routes.ts';
import { tileHosts } from './feature/ground/tiles.ts';
import { healthRoutes } from './feature/health/routes.ts';
import { mountInbox } from './feature/inbox/routes.ts';
import { mountLedgers } from './feature/ledgers/routes.ts';
import { mountList } from './feature/list/routes.ts';
import { mountNotices } from './feature/notices/routes.ts';
import { mountOpenData } from './feature/open-data/routes.ts';
import { packResponse } from './feature/packs/serve.ts';
import { photoResponse } from './feature/photos/serve.ts';
import { mountPlaques } from './feature/plaques/routes.ts';
import { mountQuality } from './feature/quality/routes.ts';
import { reportRoutes } from './feature/reports/routes.ts';
import { mountSession } from './feature/session/routes.ts';
import { stationRoutes } from './feature/stations/routes.ts';
import { mountSubmissions } from './feature/submissions/routes.ts';
import { mountUnions } from './feature/unions/routes.ts';
import { mountWork } from './feature/work/routes.ts';
import { mountWorkbooks } from './feature/workbooks/routes.ts';
import { addressReader } from './http/address.ts';
import { DOCS_CSS, docsPage } from './http/docs.ts';
import { securityHeaders } from './http/headers.ts';
import { rateLimit } from './http/limit.ts';
import { type Door, mount, refuseOtherMethods } from './http/mount.ts';
import { oldAssetResponse } from './http/old-assets.ts';
import { openApi } from './http/openapi.ts';
import { problemResponse } from './http/problem.ts';
import type { LoadShed } from './http/shed.ts';
import { mountShell } from './http/shell.ts';
import { mountWorkspace } from './http/workspace.ts';

/** The whole server as one function of requests; listening is main's business. */
export function createApp(deps: Deps, shed: LoadShed | null = null): Hono {
  const app = new Hono();
  app.use(securityHeaders(deps.secure, tileHosts(deps.tiles)));
  if (shed) for (const path of ['/api/v1/feed', '/packs/*', '/', '/s/*']) app.use(path, shed.guard());
  const addressOf = addressReader(deps.trustProxy);
  const limit = rateLimit(deps.rateLimit, addressOf);
  for (const path of [
    '/api/v1/nearest',
    '/api/v1/stations/*',
    '/api/v1/search',
    '/api/v1/reports/*',
    '/api/v1/objections/*',
  ])
    app.use(path, limit);
  const door = { app, addressOf, ownOrigin: deps.publicOrigin, signedBy: deps.signedBy };
  mountRoutes(door, deps);
  mountDesks(door, deps);
  mountFigureRooms(door, deps);
  refuseOtherMethods(app);
  app.get('/packs/:hash', ({ req }) => packResponse(deps.packs, req.param('hash'), req.raw.headers));
  app.get('/photos/:file', ({ req }) => photoResponse(deps.photos.stations, req.param('file'), req.raw.headers));
  app.get('/api/openapi.json', (context) => context.json(openApi(deps.version)));
  app.get('/api/docs', (context) => context.html(docsPage(deps.version)));
  app.get('/docs.css', (context) => context.body(DOCS_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }));
  if (deps.workspace) {
    mountWorkspace(app, deps.workspace, { tiles: tileHosts(deps.tiles), randomId: deps.randomId });
  }
  if (deps.assets) mountShell(app, deps.assets, finderOf(deps));
  const { oldAssets } = deps;
  if (oldAssets) app.get('/assets/:name', ({ req }, next) => oldAssetResponse(oldAssets, req, next));
  app.notFound(({ req }) => problemResponse({ kind: 'not-found', path: req.path }));
  app.onError((error) => {
    deps.log.error({ err: error }, 'unexpected');
    return problemResponse({ kind: 'internal' });
  });
  return app;
}

/** Listed ones from memory; whoever opens an old link or plaque is told what became of that station. */
function finderOf({ model, store }: Deps): Parameters<typeof mountShell>[2] {
  return async (code) => {
    const held = (await model.current()).table.station(code);
    return held && 'name' in held ? held : store.goneByCode(code);
  };
}

function mountRoutes(door: Door, deps: Deps): void {
  const stations = stationRoutes(deps);
  const feed = feedRoutes(deps);
  const ground = groundRoutes(deps);
  const health = healthRoutes(deps);
  const reports = reportRoutes(deps);
  mount(door, 'nearest', stations.nearest);
  mount(door, 'station', stations.station);
  mount(door, 'search', stations.search);
  mount(door, 'feed', feed.feed);
  mount(door, 'packs', feed.packs);
  mount(door, 'regions', ground.regions);
  mount(door, 'calendar', ground.calendar);
  mount(door, 'config', ground.config);
  mount(door, 'report', reports.report);
  mount(door, 'reportAnswer', reports.reportAnswer);
  mount(door, 'health', health.health);
  mount(door, 'metrics', health.metrics);
}

/** Figures and what they are made of. */
function mountFigureRooms(door: Door, deps: Deps): void {
  mountEntries(door, deps);
  mountFigures(door, deps);
  mountSubmissions(door, deps);
  mountQuality(door, deps);
  mountCoverage(door, deps);
  mountWorkbooks(door, deps);
  mountOpenData(door, deps);
}

/** What accounts do. */
function mountDesks(door: Door, deps: Deps): void {
  mountSession(door, deps);
  mountAccounts(door, deps);
  mountUnions(door, deps);
  mountWork(door, deps);
  mountDesk(door, deps);
  mountList(door, deps);
  mountLedgers(door, deps);
  mountPlaques(door, deps);
  mountInbox(door, deps);
  mountAudit(door, deps);
  mountNotices(door, deps);
}
