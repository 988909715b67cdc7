import type { Logger } from 'pino';
import type { FeedRegion } from '../../shared/feed/feed.ts';
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

  constructor(private readonly parts: KeeperParts) {}

  /** Everything that is due at once, then a look every minute. */
  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => {
      this.running = this.running
        .then(() => this.look())
        .catch((error) => this.parts.log.error({ err: error }, 'packs'));
    }, LOOK_MS).unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    const { store, files, now, log } = this.parts;
    const due = await duePacks(store, files);
    const feeds = this.wanted(due);
    if (feeds.length === 0) return;
    const started = now();
    await buildPacksInWorker(feeds, (feed, pack) => log.debug({ feed, bytes: pack.bytes }, 'pack built'));
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
