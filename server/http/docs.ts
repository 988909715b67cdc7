import { ROUTES } from '../../shared/wire/route.ts';
import { openApi } from './openapi.ts';

/** The documentation page: made from the same schemas, loads nothing from anywhere and runs no script. */
export function docsPage(version: string): string {
  const document = openApi(version);
  const rows = Object.values(ROUTES).map(
    (route) => `<tr><td><code>${route.method} ${route.path}</code></td><td>${route.summary}</td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>歇脚 · 接口文档</title><link rel="stylesheet" href="/docs.css"></head>
<body><main><h1>歇脚公开接口</h1>
<p>机器可读的完整说明：<a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）。坐标为 GCJ-02，经度在前。</p>
<table><thead><tr><th>路径</th><th>作用</th></tr></thead><tbody>${rows.join('')}</tbody></table>
<h2>全文</h2><pre>${escapeText(JSON.stringify(document, null, 2))}</pre></main></body></html>`;
}

export const DOCS_CSS = `body{margin:0;background:#f6f1e6;color:#1e1a15;font:17px/1.65 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{max-width:60rem;margin:auto;padding:16px}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #857a68;padding:8px;text-align:left}
code,pre{font:14px/1.5 ui-monospace,Consolas,monospace}pre{background:#fffdf8;padding:12px;overflow:auto}`;

function escapeText(text: string): string {
  return text.replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;'));
}
