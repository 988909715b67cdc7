import type { PublicStation } from '../../shared/station/station.ts';
import { type Asset, assetOf } from './assets.ts';

/** The app's page with a title and description of its own, so a link sent in a chat says what it leads to. */
export function stationShell(shell: Asset, station: PublicStation | null): Asset {
  if (!station) return shell;
  const label = station.origin === 'synthetic' ? '（示例数据）' : '';
  const title = `${station.name}${label} · 歇脚`;
  const description = [station.address, station.entrance].filter(Boolean).join('，') + label;
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

function meta(property: string, content: string): string {
  return `<meta property="${property}" content="${escapeHtml(content)}">`;
}

/** Names come from ledgers: anything may stand in them. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
