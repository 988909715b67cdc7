import { parentPort, workerData } from 'node:worker_threads';
import { readLedgerFile } from '../../feature/import/ledger-worker.ts';

/** Rows a message: small enough that taking one in never holds the other thread for long. */
const CHUNK = 2_000;

const path: unknown = workerData;
if (parentPort === null || typeof path !== 'string') throw new Error('read-ledger runs as a worker with a path');
const ledger = await readLedgerFile(path);
if (!ledger.ok) parentPort.postMessage({ kind: 'refused', refusal: ledger.refusal });
else {
  const { columns, rows, skipped } = ledger.value;
  for (let at = 0; at < rows.length; at += CHUNK)
    parentPort.postMessage({ kind: 'rows', rows: rows.slice(at, at + CHUNK) });
  parentPort.postMessage({ kind: 'done', columns, skipped });
}
