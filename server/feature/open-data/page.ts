import type { Deps } from '../../deps.ts';
import { type OpenFile, readIndex } from './files.ts';

/** Days that the page lists; the list for machines has them all. */
const DAYS_SHOWN = 31;
const FORMAT_WORDS = { csv: 'CSV（表格）', geojson: 'GeoJSON（地图）' } as const;

/** 开放数据: what anybody may take, on a page without a script. */
export async function openPage({ folder, terms }: Deps['openData']): Promise<string> {
  const { files } = await readIndex(folder, terms);
  const days = [...new Set(files.map(({ day }) => day))];
  const shown = files.filter(({ day }) => days.slice(0, DAYS_SHOWN).includes(day));
  const newest = shown[0];
  const demo = newest?.stations === 'synthetic';
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>开放数据 · 歇脚</title><meta name="description" content="户外劳动者服务站点的开放数据：每天一份，CSV 和 GeoJSON">
<link rel="stylesheet" href="/docs.css"></head>
<body><main><h1>开放数据</h1>
${demo ? '<p><strong>示例数据：这里的站点是编造的，不是真实站点。</strong></p>' : ''}
<p>已经公开的户外劳动者服务站点，每天一份，旧的一直留着，不改。坐标是 GCJ-02（高德、腾讯地图用的），经度在前，不是 GPS 的 WGS-84。</p>
<p>使用条款：${escapeHtml(terms)}。</p>
${newest === undefined ? '<p>第一份还没有做好，明天再来看。</p>' : listOf(shown)}
<p>给程序用的清单：<a href="/open/index.json">/open/index.json</a>，${days.length > DAYS_SHOWN ? '更早的都在里面，' : ''}有每份文件的条数、大小和 SHA-256 校验值。</p>
<h2>查询接口</h2>
<p>合作方可以带密钥查询站点、统计和指标口径：<a href="/api/docs">接口文档</a>里 <code>/api/v1/open/</code> 开头的几条。密钥向当地工会的系统管理员申请，请求头写 <code>Authorization: Bearer 密钥</code>。</p>
<p><a href="/">回到找驿站</a></p></main></body></html>`;
}

function listOf(files: readonly OpenFile[]): string {
  const items = files.map(
    ({ name, day, format, rows, bytes, sha256 }) =>
      `<li><a href="/open/${name}" download>${day} ${FORMAT_WORDS[format]}</a>：${rows} 个站点，${sizeText(bytes)}，校验值 <code>${sha256.slice(0, 12)}</code></li>`,
  );
  return `<h2>最近的文件</h2><ul>${items.join('\n')}</ul>`;
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
