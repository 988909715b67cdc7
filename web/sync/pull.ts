import { applyDelta, openCity } from '../../shared/feed/apply.ts';
import type { Utf8 } from '../../shared/feed/bytes.ts';
import type { PackColumns } from '../../shared/feed/columns.ts';
import { decodeReply } from '../../shared/feed/delta-decode.ts';
import { type Epoch, type FeedRegion, type PackRef, PROTOCOL } from '../../shared/feed/feed.ts';
import { decodePack } from '../../shared/feed/pack-decode.ts';
import type { DeltaPatch, ReplyPatch } from '../../shared/feed/patch.ts';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import { ok, refuse } from '../../shared/kernel/result.ts';
import type { Held, LocalStore } from '../local/store.ts';
import type { Sha256 } from '../platform/digest.ts';
import type { Answer, Fault, Http } from '../platform/http.ts';
import type { Carrying } from '../platform/parcel.ts';

export type PullWorld = {
  readonly http: Http;
  readonly store: LocalStore;
  readonly now: () => Instant;
  /** Null where the platform has none: then packs are checked by length and their own checksums, and marked so. */
  readonly sha256: Sha256 | null;
  readonly utf8: Utf8;
  /** How a pack is fetched: who counts it, what came of it before, and who may call it off. */
  readonly carry: (region: FeedRegion, pack: PackRef) => Carrying;
  /** False once a person deleted it or called it off: nothing more is written. */
  readonly isWanted: (region: FeedRegion) => boolean;
};

export type Pulled = {
  readonly held: Held | null;
  /** Null when the server said that nothing is missing. */
  readonly fault: Fault | null;
  /** Why what came could not be stored; it is shown all the same until the page is closed. */
  readonly unstored: 'full' | 'refused' | null;
};

/** A store that says "moved" again and again cannot be written: the copy is shown, and not kept. */
const MAX_OVERTAKEN = 3;
/** More pages than a pull of a whole nation has: an answer that leads in circles ends here. */
const MAX_PAGES = 200;
/** Ours, but it makes no sense: a bug there or here. Nothing is written, and it is tried again later. */
const SENSELESS: Fault = { kind: 'server', status: 200, retryMs: null };

/** Pulls one region to its end. On a fault all pages before it stand. */
export async function pullRegion(region: FeedRegion, before: Held | null, world: PullWorld): Promise<Pulled> {
  let state: Pulled = { held: before, fault: null, unstored: null };
  let wish: Wish = 'changes';
  let overtaken = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { held } = state;
    const asked = held === null || wish === 'pack' ? null : cursorOf(held);
    const reply = await askFeed(region, asked, world);
    if (!reply.ok) return isUnknown(reply.refusal, held) ? state : { ...state, fault: reply.refusal };
    const step = await take(reply.value, { region, held, asked, wish }, world);
    if (!world.isWanted(region)) return { held: null, fault: null, unstored: null };
    if (!step.ok) return { ...state, fault: step.refusal };
    const kept = await keep(step.value.next, world);
    wish = step.value.wish;
    if (kept === null && overtaken < MAX_OVERTAKEN) {
      overtaken += 1;
      // By another tab: its copy is taken over and asked on from there.
      state = { held: await world.store.load(region), fault: null, unstored: null };
      wish = 'changes';
      continue;
    }
    state = kept ?? { held: step.value.next, fault: null, unstored: 'refused' };
    if (step.value.isLast) return state;
  }
  return { ...state, fault: SENSELESS };
}

/** `changes` since the cursor; `pack`: asked without one, because the copy has grown too many changes. */
type Wish = 'changes' | 'pack';
/** Where the copy stands: which marks were seen, and since when parts of them may be missing. */
type Since = { readonly epoch: Epoch; readonly after: number; readonly since: number };
type Asked = {
  readonly region: FeedRegion;
  readonly held: Held | null;
  readonly asked: Since | null;
  readonly wish: Wish;
};
type Step = { readonly next: Held; readonly isLast: boolean; readonly wish: Wish };

function cursorOf({ city }: Held): Since {
  return { epoch: city.columns.epoch, after: city.cursor, since: city.whole };
}

async function askFeed(
  region: FeedRegion,
  cursor: Since | null,
  { http, utf8 }: PullWorld,
): Promise<Answer<ReplyPatch>> {
  const place = cursor === null ? '' : `&epoch=${cursor.epoch}&after=${cursor.after}&since=${cursor.since}`;
  const body = await http.bytes(`/api/v1/feed?region=${region}${place}&protocol=${PROTOCOL}`);
  if (!body.ok) return body;
  const reply = decodeReply(body.value, utf8);
  return reply.ok ? reply : refuse(faultOf(reply.refusal));
}

/** What is not ours came from somebody in between; the rest is ours and broken on the way, or too new for this app. */
function faultOf({ kind }: { readonly kind: string }): Fault {
  if (kind === 'pack-not-ours') return { kind: 'captive' };
  return kind === 'pack-too-new' || kind === 'protocol-too-new' ? SENSELESS : { kind: 'truncated' };
}

/** A city that this server does not know has nothing to bring: no reason to ask again and again. */
function isUnknown(fault: Fault, held: Held | null): boolean {
  return held === null && fault.kind === 'server' && fault.status === 404;
}

async function take(reply: ReplyPatch, asked: Asked, world: PullWorld): Promise<Answer<Step>> {
  return reply.kind === 'delta' ? layDelta(reply, asked, world) : takePack(reply, asked, world);
}

function layDelta(delta: DeltaPatch, { held, asked, wish }: Asked, world: PullWorld): Answer<Step> {
  // Changes to what we do not have, or since when we did not say, mean nothing.
  if (held === null || asked === null) return refuse(SENSELESS);
  const applied = applyDelta(held.city, { after: asked.after, delta }, world.utf8);
  if (applied.outcome !== 'applied' || (!delta.done && delta.next <= asked.after)) return refuse(SENSELESS);
  // A page without changes leaves the very rows: whoever compares sees that there is nothing to do.
  const { overlay, drops } = delta.changes.length === 0 ? held.city : applied.city;
  const city = { ...applied.city, overlay, drops };
  const next = seen({ ...held, city, wantsPack: applied.wantsPack || held.wantsPack }, delta.serverTime, world);
  const wantsNow = delta.done && next.wantsPack && wish === 'changes';
  return ok({ next, isLast: delta.done && !wantsNow, wish: wantsNow ? 'pack' : wish });
}

type Reset = Extract<ReplyPatch, { kind: 'reset' }>;

async function takePack(reset: Reset, { region, held, wish }: Asked, world: PullWorld): Promise<Answer<Step>> {
  const { pack, epoch, serverTime } = reset;
  const mine = held !== null && held.city.columns.epoch === epoch ? held : null;
  const isBehind = mine !== null && pack.seq < mine.city.cursor;
  const isMine = mine !== null && mine.pack.hash === pack.hash;
  // Asked for a newer pack and there is none yet: the copy is complete as it is.
  if (mine !== null && wish === 'pack' && (isBehind || isMine))
    return ok({ next: seen(mine, serverTime, world), isLast: true, wish });
  // Sent to where it stands already: it would be sent there again.
  if (isMine && !isBehind) return refuse(SENSELESS);
  const columns = isMine ? ok(mine.city.columns) : await fetchPack({ region, epoch, pack }, world);
  if (!columns.ok) return columns;
  const fresh: Held = {
    // Why a station left is kept, but not by numbers of another epoch or that the server has taken back.
    city: openCity(columns.value, isBehind ? null : (mine?.city ?? null)),
    pack: { hash: pack.hash, bytes: pack.bytes, checked: world.sha256 === null ? 'length' : 'sha256' },
    checkedAt: world.now(),
    serverTime: held?.serverTime ?? serverTime,
    wantsPack: false,
    stored: held?.stored ?? null,
    rev: held?.rev ?? 0,
  };
  return ok({ next: seen(fresh, serverTime, world), isLast: false, wish: 'changes' });
}

type Wanted = { readonly region: FeedRegion; readonly epoch: Epoch; readonly pack: PackRef };

/** Whole, as long as the feed said, with the hash it named, every column sound, and of what was asked; else not at all. */
async function fetchPack(wanted: Wanted, { http, carry, sha256, utf8 }: PullWorld): Promise<Answer<PackColumns>> {
  const { hash, seq } = wanted.pack;
  if (!/^[0-9a-f]{64}$/.test(hash)) return refuse(SENSELESS);
  const body = await http.file(`/packs/${hash}`, carry(wanted.region, wanted.pack));
  if (!body.ok) return body;
  if (sha256 !== null && (await sha256(body.value)) !== hash) return refuse({ kind: 'truncated' });
  const columns = decodePack(body.value, utf8);
  if (!columns.ok) return refuse(faultOf(columns.refusal));
  const { region, epoch, seq: exactAt } = columns.value;
  return region === wanted.region && epoch === wanted.epoch && exactAt === seq ? columns : refuse(SENSELESS);
}

function seen(held: Held, serverTime: Instant, { now }: PullWorld): Held {
  return { ...held, checkedAt: now(), serverTime: instant(Math.max(held.serverTime, serverTime)) };
}

/** Null when another tab was quicker: nothing was written. */
async function keep(next: Held, { store }: PullWorld): Promise<Pulled | null> {
  const saved = await store.save(next);
  switch (saved.kind) {
    case 'saved':
      return { held: saved.held, fault: null, unstored: null };
    case 'moved':
      return null;
    case 'full':
    case 'refused':
      return { held: next, fault: null, unstored: saved.kind };
  }
}
