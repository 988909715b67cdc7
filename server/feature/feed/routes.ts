import { brotliCompressSync, constants } from 'node:zlib';
import { encodeReply } from '../../../shared/feed/delta-encode.ts';
import { type Epoch, type FeedRegion, type FeedReply, type PackRef, PROTOCOL } from '../../../shared/feed/feed.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { isRegionCode, type RegionCode } from '../../../shared/station/region.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import { packManifest } from '../packs/manifest.ts';
import { initialsOf } from '../pinyin.ts';
import type { RegionTable } from '../regions/table.ts';
import { UTF8 } from '../utf8.ts';

/** Changes a page: some tens of kilobytes, a second on a slow phone. */
const PAGE = 1_000;
/** Below this a compressed body is hardly smaller and a header longer. */
const WORTH_PACKING = 400;

export type FeedRoutes = { readonly feed: Act<'feed'>; readonly packs: Act<'packs'> };

export function feedRoutes(deps: Deps): FeedRoutes {
  return { feed: feed(deps), packs: packManifest(deps) };
}

function feed(deps: Deps): Act<'feed'> {
  const { store, regions, ensurePack } = deps;
  return async ({ query, headers }) => {
    const region = feedRegion(query.region);
    if (!region || (region !== 'CN' && !hasFeed(region, regions))) {
      return refuse({ kind: 'region-unknown', region: query.region });
    }
    const asker = { region, protocol: Math.min(query.protocol, PROTOCOL), headers };
    const { epoch, seq } = await store.counter();
    const pack = await store.packOf(region);
    const after = cursorOf(query, { epoch, seq });
    if (after === null) {
      return ok(replyOf(resetTo(deps, epoch, pack ?? (await ensurePack(region))), asker));
    }
    const page = await deltaFrom(deps, { region, epoch, after, since: Math.min(query.since, after) });
    const body = encode(page, asker);
    // A delta of half a pack is dearer than the pack: it costs the phone its overlay as well.
    if (pack && pack.seq > after && !page.done && body.length > pack.bytes / 2) {
      return ok(replyOf(resetTo(deps, epoch, pack), asker));
    }
    return ok(binary(body, headers));
  };
}

function feedRegion(text: string): FeedRegion | null {
  if (text === 'CN') return 'CN';
  return isRegionCode(text) ? text : null;
}

/** A city, or a region that stands as its own city; a province or a county has none. */
function hasFeed(region: RegionCode, regions: RegionTable): boolean {
  const isOwnCity = regions.get(region)?.level === 'city' || regions.isLeaf(region);
  return isOwnCity && regions.cityOf(region) === region;
}

/** Null: no cursor, one of another epoch, or one ahead of this server. */
function cursorOf(
  query: { readonly epoch?: string | undefined; readonly after?: number | undefined },
  now: { readonly epoch: Epoch; readonly seq: number },
): number | null {
  if (query.epoch !== now.epoch || query.after === undefined || query.after > now.seq) return null;
  return query.after;
}

function resetTo({ now }: Deps, epoch: Epoch, pack: PackRef): FeedReply {
  return { kind: 'reset', epoch, serverTime: now(), pack };
}

type From = {
  readonly region: FeedRegion;
  readonly epoch: Epoch;
  readonly after: number;
  readonly since: number;
};

async function deltaFrom(
  { store, now }: Deps,
  { region, epoch, ...from }: From,
): Promise<FeedReply & { kind: 'delta' }> {
  const { marks, upTo, done } = await store.marksAfter(region, from, PAGE);
  const next = done ? upTo : (marks[marks.length - 1]?.seq ?? upTo);
  return { kind: 'delta', epoch, next, done, serverTime: now(), changes: marks };
}

type Asker = { readonly region: FeedRegion; readonly protocol: number; readonly headers: Headers };

function encode(reply: FeedReply, { region, protocol }: Asker): Uint8Array {
  return encodeReply(reply, { isCore: region === 'CN', initialsOf, utf8: UTF8 }, protocol);
}

function replyOf(reply: FeedReply, asker: Asker): Response {
  return binary(encode(reply, asker), asker.headers);
}

function binary(bytes: Uint8Array, request: Headers): Response {
  const headers = new Headers({ 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  const pack = bytes.length > WORTH_PACKING && /\bbr\b/.test(request.get('accept-encoding') ?? '');
  const body = Uint8Array.from(
    pack ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : bytes,
  );
  if (pack) headers.set('content-encoding', 'br');
  headers.set('content-length', String(body.length));
  return new Response(body, { headers });
}
