import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { feedRoutes } from './feature/feed/routes.ts';
import { groundRoutes } from './feature/ground/routes.ts';
import { healthRoutes } from './feature/health/routes.ts';
import { packResponse } from './feature/packs/serve.ts';
import { photoResponse } from './feature/photos/serve.ts';
import { stationRoutes } from './feature/stations/routes.ts';
import { addressReader } from './http/address.ts';
import { DOCS_CSS, docsPage } from './http/docs.ts';
import { securityHeaders } from './http/headers.ts';
import { rateLimit } from './http/limit.ts';
import { mount } from './http/mount.ts';
import { oldAssetResponse } from './http/old-assets.ts';
import { openApi } from './http/openapi.ts';
import { problemResponse } from './http/problem.ts';
import type { LoadShed } from './http/shed.ts';
import { mountShell } from './http/shell.ts';

/** The whole server as one function of requests; listening is main's business. */
export function createApp(deps: Deps, shed: LoadShed | null = null): Hono {
  const app = new Hono();
  app.use(securityHeaders(deps.secure));
  if (shed) for (const path of ['/api/v1/feed', '/packs/*', '/', '/s/*']) app.use(path, shed.guard());
  const limit = rateLimit(deps.rateLimit, addressReader(deps.trustProxy));
  for (const path of ['/api/v1/nearest', '/api/v1/stations/*', '/api/v1/search']) app.use(path, limit);
  mountRoutes(app, deps);
  app.get('/packs/:hash', ({ req }) => packResponse(deps.packs, req.param('hash'), req.raw.headers));
  app.get('/photos/:file', ({ req }) => photoResponse(deps.photos.stations, req.param('file'), req.raw.headers));
  app.get('/api/openapi.json', (context) => context.json(openApi(deps.version)));
  app.get('/api/docs', (context) => context.html(docsPage(deps.version)));
  app.get('/docs.css', (context) => context.body(DOCS_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }));
  if (deps.assets) mountShell(app, deps.assets, async (code) => (await deps.model.current()).table.station(code));
  const { oldAssets } = deps;
  if (oldAssets) app.get('/assets/:name', ({ req }, next) => oldAssetResponse(oldAssets, req, next));
  app.notFound(({ req }) => problemResponse({ kind: 'not-found', path: req.path }));
  app.onError((error) => {
    deps.log.error({ err: error }, 'unexpected');
    return problemResponse({ kind: 'internal' });
  });
  return app;
}

function mountRoutes(app: Hono, deps: Deps): void {
  const stations = stationRoutes(deps);
  const feed = feedRoutes(deps);
  const ground = groundRoutes(deps);
  const health = healthRoutes(deps);
  mount(app, 'nearest', stations.nearest);
  mount(app, 'station', stations.station);
  mount(app, 'search', stations.search);
  mount(app, 'feed', feed.feed);
  mount(app, 'packs', feed.packs);
  mount(app, 'regions', ground.regions);
  mount(app, 'calendar', ground.calendar);
  mount(app, 'config', ground.config);
  mount(app, 'health', health.health);
  mount(app, 'metrics', health.metrics);
}
