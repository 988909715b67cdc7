import * as v from 'valibot';
import type { ConfigRefusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { TileProvider } from '../../../shared/wire/tiles.ts';

/** What a field of an entry should be, said to the operator when it is not. */
const EXPECTED: Readonly<Record<string, string>> = {
  id: '小写字母、数字和短横线，各不相同',
  name: '给人看的名字',
  kind: 'xyz、tms 或 wmts',
  url: '带 {z} {x} {y} 的 http(s) 网址，或本站以 / 开头的路径；有 {s} 要给 subdomains，有 {key} 要给 key',
  overlays: '叠在上面的图层，网址写法同 url',
  subdomains: '一组子域名，如 ["0","1"]',
  crs: 'wgs84（天地图等 CGCS2000 也写这个）或 gcj02',
  attribution: '图源的署名，必须有',
  reviewNumber: '审图号，必须有',
  key: '文字',
  minZoom: '0–22 的整数',
  maxZoom: '0–22 的整数，不小于 minZoom',
};

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const template = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.regex(/^(https?:\/\/[a-z0-9.{}-]+(:\d+)?\/|\/(?!\/))[^\s"'<>\\]*$/i),
  v.check((url) => ['{z}', '{x}', '{y}'].every((part) => url.includes(part))),
);
const zoom = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(22));

const Entry = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  name: text,
  kind: v.picklist(['xyz', 'tms', 'wmts']),
  url: template,
  overlays: v.optional(v.array(template), []),
  subdomains: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,20}$/i))), []),
  crs: v.picklist(['wgs84', 'gcj02']),
  attribution: text,
  reviewNumber: text,
  key: v.optional(v.pipe(v.string(), v.regex(/^[\w.~-]{0,200}$/)), ''),
  minZoom: v.optional(zoom, 1),
  maxZoom: v.optional(zoom, 18),
});
type Entry = v.InferOutput<typeof Entry>;

/**
 * The operator's file of street tiles: a JSON list of entries, each with the fields named above. A map that is shown to the
 * public bears its source and its review number, so an entry without either is refused; so is anything not understood.
 */
export function readTiles(file: string): Result<readonly TileProvider[], ConfigRefusal> {
  const list = listIn(file);
  if (list === null) return refuse({ kind: 'config-invalid', name: 'TILES_FILE', expected: '一个 JSON 列表的路径' });
  const providers: TileProvider[] = [];
  for (const [n, one] of list.entries()) {
    const parsed = v.safeParse(Entry, one);
    const wrong = parsed.success ? faultOf(parsed.output, providers) : fieldOf(parsed.issues);
    if (wrong !== null || !parsed.success) return refuse(refusalOf(one, n, wrong ?? ''));
    providers.push(providerOf(parsed.output));
  }
  return ok(providers);
}

function listIn(file: string): readonly unknown[] | null {
  try {
    const list: unknown = JSON.parse(file);
    return Array.isArray(list) ? list : null;
  } catch {
    return null; // Not JSON: the operator is told so.
  }
}

function fieldOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return String(issues[0]?.path?.[0]?.key ?? '');
}

/** What the fields by themselves do not show. */
function faultOf(entry: Entry, before: readonly TileProvider[]): string | null {
  const urls = [entry.url, ...entry.overlays];
  if (before.some(({ id }) => id === entry.id)) return 'id';
  if (urls.some((url) => url.includes('{s}')) && entry.subdomains.length === 0) return 'subdomains';
  if (urls.some((url) => url.includes('{key}')) && entry.key === '') return 'key';
  return entry.maxZoom < entry.minZoom ? 'maxZoom' : null;
}

function refusalOf(one: unknown, n: number, field: string): ConfigRefusal {
  const id: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'id') : null;
  const provider = typeof id === 'string' && id !== '' ? id : `第 ${n + 1} 个`;
  return { kind: 'tiles-invalid', provider, field, expected: EXPECTED[field] ?? '没有这个字段' };
}

function providerOf({ url, overlays, key, ...entry }: Entry): TileProvider {
  return { ...entry, urls: [url, ...overlays].map((one) => one.replace(/\{key\}/g, key)) };
}

/** Where the tiles come from: what a page must be allowed to show pictures of, and nothing else. */
export function tileHosts(providers: readonly TileProvider[]): readonly string[] {
  const hosts = providers.flatMap(({ urls, subdomains }) =>
    urls
      .filter((url) => !url.startsWith('/'))
      .flatMap((url) => (url.includes('{s}') ? subdomains.map((part) => url.replace(/\{s\}/g, part)) : [url]))
      .map((url) => new URL(url).origin),
  );
  return [...new Set(hosts)];
}
