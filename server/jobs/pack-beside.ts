import { Worker } from 'node:worker_threads';
import type { Packer } from '../feature/workbooks/packing.ts';
import { SHORT_LIVED, workerFile } from './worker-file.ts';

/** A thread that packs, one entry at a time, begun with its first; it ends with the thread that uses it. */
export class PackBeside implements Packer {
  private worker: Worker | null = null;
  private waiting: { readonly settle: (packed: Uint8Array) => void; readonly fail: (error: Error) => void } | null =
    null;

  get isFree(): boolean {
    return this.waiting === null;
  }

  pack(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const worker = this.worker ?? this.start();
    // A thread with nothing to do but wait for this one would end.
    worker.ref();
    return new Promise((settle, fail) => {
      this.waiting = { settle, fail };
      worker.postMessage(content, [content.buffer]);
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
