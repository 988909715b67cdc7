import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { FileRefusal } from '../../shared/kernel/refusal.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { rollForward } from '../feature/import/forward.ts';
import type { Atlas } from '../feature/import/placed.ts';
import type { Book } from '../feature/ledgers/book.ts';
import { dueLedgers } from '../feature/ledgers/due.ts';
import type { LedgerJobs, OpenLedger } from '../feature/ledgers/jobs.ts';
import { type PlanParts, planLedger } from '../feature/ledgers/plan-ledger.ts';

export type LedgerParts = PlanParts & {
  readonly open: (bytes: Uint8Array, name: string) => Promise<Result<OpenLedger, FileRefusal>>;
  readonly write: (book: Book) => Promise<Uint8Array>;
  readonly log: Logger;
};

const LOOK_MS = 5 * 60_000;
/** Rows of a transaction while people wait for other answers. */
const CHUNK = 100;
/** How often the progress is written down, in chunks. */
const TELL = 5;

/** Plans and commits ledgers one after another; what a killed server left is taken up at its start. */
export class LedgerKeeper implements LedgerJobs {
  readonly atlas: Atlas;
  private turn: Promise<void> = Promise.resolve();
  private reading: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private ended = false;

  constructor(private readonly parts: LedgerParts) {
    this.atlas = parts.atlas;
  }

  /** Nobody waits for it. */
  start(): void {
    const look = () => this.take(() => this.lookRound());
    look();
    this.timer = setInterval(look, LOOK_MS).unref();
  }

  /** The chunk under way is finished; the rest is for the next start. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.ended = true;
    await this.turn;
  }

  /** One file at a time: each may take much memory. */
  read(bytes: Uint8Array, name: string): Promise<Result<OpenLedger, FileRefusal>> {
    const mine = this.reading.then(() => this.parts.open(bytes, name));
    this.reading = mine.then(
      () => {},
      () => {},
    );
    return mine;
  }

  write(book: Book): Promise<Uint8Array> {
    return this.parts.write(book);
  }

  plan(id: string): Promise<void> {
    return this.take(() => this.planOne(id));
  }

  commit(id: string): Promise<void> {
    return this.take(() => this.commitOne(id));
  }

  private take(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(async () => {
      if (this.ended) return;
      try {
        await work();
      } catch (error) {
        if (!(error instanceof Stopped)) this.parts.log.error({ err: error }, 'ledgers');
      }
    });
    return this.turn;
  }

  private async lookRound(): Promise<void> {
    const { store, now } = this.parts;
    const { plan, commit, drop } = await dueLedgers(store, now());
    for (const id of drop) await store.dropLedger(id);
    for (const id of commit) await this.commitOne(id);
    for (const id of plan) await this.planOne(id);
  }

  private async planOne(id: string): Promise<void> {
    const ledger = await this.parts.store.ledger(id);
    if (ledger?.state !== 'planning') return;
    const planned = await planLedger(ledger, this.parts);
    // Given up meanwhile: then there is nothing left to say about it.
    if (!planned.ok && planned.refusal.kind !== 'ledger-unknown')
      this.parts.log.warn({ ledger: id }, sentence(planned.refusal));
  }

  private async commitOne(id: string): Promise<void> {
    const { store, log, now } = this.parts;
    const ledger = await store.ledger(id);
    if (ledger?.state !== 'committing') return;
    let progress = 0;
    let chunks = 0;
    const done = await rollForward(ledger, {
      ...this.parts,
      chunk: CHUNK,
      hashOf: (body) => createHash('sha256').update(body).digest('hex'),
      became: async (outcomes) => {
        if (this.ended) throw new Stopped();
        progress += outcomes.length;
        if (++chunks % TELL !== 0) return;
        await store.changeLedger(id, (last) => ({ ok: true, value: { ...last, progress, changedAt: now() } }));
      },
    });
    if (!done.ok) log.error({ ledger: id }, sentence(done.refusal));
  }
}

/** The server ends: what is left of a ledger is rolled forward by the next one. */
class Stopped extends Error {}
