import { parentPort, workerData } from 'node:worker_threads';
import { type Book, writeBook } from '../../feature/ledgers/book.ts';

const book: Book = workerData;
parentPort?.postMessage(await writeBook(book));
