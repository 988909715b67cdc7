import { parentPort, workerData } from 'node:worker_threads';
import type { FileContent } from '../../feature/workbooks/file.ts';
import { writeFigures } from '../../feature/workbooks/write.ts';

const { file, path }: { file: FileContent; path: string } = workerData;
parentPort?.postMessage(await writeFigures(file, path));
