import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readLedgerFile } from '../../feature/import/ledger-worker.ts';

/** Rows a message: small enough that taking one in never holds the other thread for long. */
const CHUNK = 500;

const path: unknown = workerData;
if (parentPort === null || typeof path !== 'string') throw new Error('read-ledger runs as a worker with a path');
const ledger = await readLedgerFile(path);
if (!ledger.ok) parentPort.postMessage({ kind: 'refused', refusal: ledger.refusal });
else {
  const { columns, rows, skipped } = ledger.value;
  for (let at = 0; at < rows.length; at += CHUNK) {
    const wanted = once(parentPort, 'message');
    parentPort.postMessage({ kind: 'rows', rows: rows.slice(at, at + CHUNK) });
    // One at a time: the other thread would unpack all that lies waiting in one turn of its loop, seconds of it.
    await wanted;
  }
  parentPort.postMessage({ kind: 'done', columns, skipped });
}
