import { parentPort } from 'node:worker_threads';
import { packed } from '../../feature/workbooks/archive.ts';

const port = parentPort;
if (port === null) throw new Error('pack-entry runs as a worker');
port.on('message', (content: Uint8Array) => {
  const bytes = Uint8Array.from(packed(content));
  port.postMessage(bytes, [bytes.buffer]);
});
