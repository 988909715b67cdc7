import type { Logger } from 'pino';
import type { FeedRegion, PackRef } from '../../shared/feed/feed.ts';
import { dayOf, type Instant, minuteOf } from '../../shared/kernel/instant.ts';
import { type DueFeed, duePacks } from '../feature/packs/due.ts';
import type { PackFiles } from '../feature/packs/files.ts';
import type { Store } from '../store/port.ts';
import { buildPacksInWorker } from './build-packs.ts';

export type KeeperParts = {
  readonly store: Store;
  readonly files: PackFiles;
  readonly now: () => Instant;
  readonly log: Logger;
};

const LOOK_MS = 60_000;
/** When the fewest phones ask: 3:00. */
const NIGHT_MINUTE = 180;

/** Builds packs again when their deltas have grown long, and the merely older ones at night; never on a commit. */
export class PackKeeper {
  private timer: NodeJS.Timeout | null = null;
  private nightDone = -1;
  private running: Promise<void> = Promise.resolve();
  private readonly ending = new AbortController();
  private readonly asked = new Map<FeedRegion, Promise<PackRef>>();

  constructor(private readonly parts: KeeperParts) {}

  /** Begins with everything that is due and looks again every minute; nobody waits for it. */
  start(): void {
    this.lookNext();
    this.timer = setInterval(() => this.lookNext(), LOOK_MS).unref();
  }

  /** What is being built is let go: nothing is lost by it. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.ending.abort();
    await this.running;
  }

  /** The pack of a feed that has none yet, built at once and before its turn: a phone is waiting. */
  ensure(feed: FeedRegion): Promise<PackRef> {
    const asked = this.asked.get(feed) ?? this.buildOne(feed);
    this.asked.set(feed, asked);
    return asked.finally(() => this.asked.delete(feed));
  }

  private async buildOne(feed: FeedRegion): Promise<PackRef> {
    let built: PackRef | null = null;
    const keep = (_: FeedRegion, pack: PackRef) => {
      built = pack;
    };
    await buildPacksInWorker([feed], keep, this.ending.signal);
    if (!built) throw new Error(`no pack of ${feed} was built`);
    return built;
  }

  private lookNext(): void {
    this.running = this.running
      .then(() => this.look())
      .catch((error: unknown) => this.parts.log.error({ err: error }, 'packs'));
  }

  private async look(): Promise<void> {
    const { store, files, now, log } = this.parts;
    const feeds = this.wanted(await duePacks(store, files));
    if (feeds.length === 0) return;
    const started = now();
    const tell = (feed: FeedRegion, pack: PackRef) => log.debug({ feed, bytes: pack.bytes }, 'pack built');
    await buildPacksInWorker(feeds, tell, this.ending.signal);
    if (this.ending.signal.aborted) return;
    log.info({ packs: feeds.length, ms: now() - started }, 'packs built');
    const named = new Set([...(await store.packs()).values()].map(({ hash }) => hash));
    await files.sweep(named, now());
  }

  private wanted(due: readonly DueFeed[]): readonly FeedRegion[] {
    const at = this.parts.now();
    const night = minuteOf(at) >= NIGHT_MINUTE && minuteOf(at) < NIGHT_MINUTE + 60 && this.nightDone !== dayOf(at);
    if (night) this.nightDone = dayOf(at);
    return due.filter(({ due }) => due === 'now' || night).map(({ feed }) => feed);
  }
}
