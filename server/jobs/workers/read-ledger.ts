import { parentPort, workerData } from 'node:worker_threads';
import { type LedgerSource, readLedgerBytes, readLedgerFile } from '../../feature/import/ledger-worker.ts';
import type { LedgerPiece } from '../../feature/import/row.ts';

const source: LedgerSource = workerData;
const port = parentPort;
if (port === null) throw new Error('read-ledger runs as a worker');
const ledger = typeof source === 'string' ? await readLedgerFile(source) : await readLedgerBytes(source);
if (!ledger.ok) port.postMessage({ kind: 'refused', refusal: ledger.refusal });
else {
  const { columns, pieces } = ledger.value;
  let pass: AsyncIterator<LedgerPiece> | null = null;
  // One piece for each asking: what nobody has room for is not read yet.
  port.on('message', async (asked: 'first' | 'next') => {
    if (asked === 'first') {
      await pass?.return?.();
      pass = pieces()[Symbol.asyncIterator]();
    }
    const read = await pass?.next();
    if (!read || read.done) port.postMessage({ kind: 'end' });
    else port.postMessage({ kind: 'piece', text: read.value.text, skipped: read.value.skipped });
  });
  port.postMessage({ kind: 'columns', columns });
}
