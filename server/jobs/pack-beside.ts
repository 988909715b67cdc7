import { Worker } from 'node:worker_threads';
import type { Packer } from '../feature/workbooks/packing.ts';
import { SHORT_LIVED, workerFile } from './worker-file.ts';

/** To the thread: so many bytes of the block they share are to be packed. */
export type ToPack = { readonly block: SharedArrayBuffer; readonly length: number };

/** Less than this is packed sooner than it is handed over. */
const WORTH_BYTES = 500_000;
/** A larger one than this is left to who asks, for it stands in memory there already. */
const BLOCK_BYTES = 12_000_000;

type Waiting = { readonly settle: (packed: Uint8Array) => void; readonly fail: (error: Error) => void };

/** A thread that packs, one entry at a time, begun with its first; it ends with the thread that uses it. */
export class PackBeside implements Packer {
  private worker: Worker | null = null;
  private waiting: Waiting | null = null;
  /** Used again for every entry: handed over one by one they would lie about until somebody clears them away. */
  private readonly block = new SharedArrayBuffer(BLOCK_BYTES);

  takes(bytes: number): boolean {
    return this.waiting === null && bytes >= WORTH_BYTES && bytes <= BLOCK_BYTES;
  }

  pack(content: Uint8Array): Promise<Uint8Array> {
    const worker = this.worker ?? this.start();
    const { length } = content;
    new Uint8Array(this.block).set(content);
    // A thread with nothing to do but wait for this one would end.
    worker.ref();
    return new Promise((settle, fail) => {
      this.waiting = { settle, fail };
      const message: ToPack = { block: this.block, length };
      worker.postMessage(message);
    });
  }

  private start(): Worker {
    const worker = new Worker(workerFile('pack-entry'), { resourceLimits: SHORT_LIVED });
    const done = () => {
      const { waiting } = this;
      this.waiting = null;
      worker.unref();
      return waiting;
    };
    worker.on('message', (packed: Uint8Array) => done()?.settle(packed));
    worker.on('error', (error) => done()?.fail(error));
    this.worker = worker;
    return worker;
  }
}
