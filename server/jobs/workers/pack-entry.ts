import { parentPort } from 'node:worker_threads';
import { packed } from '../../feature/workbooks/archive.ts';
import type { ToPack } from '../pack-beside.ts';

const port = parentPort;
if (port === null) throw new Error('pack-entry runs as a worker');
port.on('message', ({ block, length }: ToPack) => {
  const bytes = Uint8Array.from(packed(new Uint8Array(block, 0, length)));
  port.postMessage(bytes, [bytes.buffer]);
});
