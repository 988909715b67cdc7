import type { Hono } from 'hono';
import { parseCode, type StationCode } from '../../shared/station/code.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { EXIT_REASON_WORDS, STATUS_WORDS } from '../../shared/words/station.ts';
import type { GoneStation } from '../store/port.ts';
import { type Asset, type Assets, assetOf, serveAsset } from './assets.ts';

/** The app's page with a title and description of its own, so a link sent in a chat says what it leads to. */
export function stationShell(shell: Asset, station: PublicStation | GoneStation | null): Asset {
  if (!station) return shell;
  const { title, description } = 'station' in station ? goneHead(station) : stationHead(station);
  const head = `<title>${escapeHtml(title)}</title>${meta('og:title', title)}${meta('og:description', description)}`;
  const html = Buffer.from(shell.plain)
    .toString('utf8')
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace(
      /(<meta name="description" content=")[^"]*(")/,
      (_, before, after) => before + escapeHtml(description) + after,
    );
  return assetOf('/index.html', Uint8Array.from(Buffer.from(html, 'utf8')));
}

type Head = { readonly title: string; readonly description: string };

function stationHead({ name, address, entrance, origin }: PublicStation): Head {
  const label = labelOf(origin);
  return { title: `${name}${label} · 歇脚`, description: [address, entrance].filter(Boolean).join('，') + label };
}

/** Nobody sets out for a place that a chat shows as it was. */
function goneHead({ station, status, on, exit, current }: GoneStation): Head {
  const label = labelOf(station.origin);
  const word = STATUS_WORDS[status];
  const why = exit === null ? '' : `，原因：${EXIT_REASON_WORDS[exit]}`;
  const then = current === null ? '打开看最近开着的驿站' : '打开看现在的站点';
  return {
    title: `${station.name}（${word}）${label} · 歇脚`,
    description: `${on} 起${word}${why}。${then}。${label}`,
  };
}

function labelOf(origin: PublicStation['origin']): string {
  return origin === 'synthetic' ? '（示例数据）' : '';
}

function meta(property: string, content: string): string {
  return `<meta property="${property}" content="${escapeHtml(content)}">`;
}

/** Names come from ledgers: anything may stand in them. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Paths that never get the app's page: an asset, a pack or an answer that is not there must not look like one. */
const NEVER_PAGE = /^\/(api|packs|assets|admin|open)(\/|$)|\.[a-z0-9]{1,12}$/i;

/** The built app: its files, and its page for every other path. `/s/{code}` says in its head what it leads to. */
export function mountShell(
  app: Hono,
  assets: Assets,
  find: (code: StationCode) => Promise<PublicStation | GoneStation | null>,
): void {
  const shell = assets.get('/index.html');
  if (!shell) throw new Error('the built app has no index.html');
  app.get('/s/:code', async ({ req }, next) => {
    if (NEVER_PAGE.test(req.path)) return next();
    const code = parseCode(req.param('code'));
    const held = code.ok ? await find(code.value) : null;
    return serveAsset(stationShell(shell, held), req.raw.headers);
  });
  app.get('*', ({ req }, next) => {
    const asset = assets.get(req.path === '/' ? '/index.html' : req.path);
    if (asset) return Promise.resolve(serveAsset(asset, req.raw.headers));
    return NEVER_PAGE.test(req.path) ? next() : Promise.resolve(serveAsset(shell, req.raw.headers));
  });
}
