import { parentPort, workerData } from 'node:worker_threads';
import { Gauge } from '../../feature/figures/gauge.ts';
import type { FileContent } from '../../feature/workbooks/file.ts';
import { writeFigures } from '../../feature/workbooks/write.ts';
import { PackBeside } from '../pack-beside.ts';

const { file, path, cells }: { file: FileContent; path: string; cells: Int32Array } = workerData;
const gauge = new Gauge(cells);
const told = (done: number, of: number) => gauge.mark('writing', done, of);
parentPort?.postMessage(await writeFigures(file, path, { told, packer: new PackBeside() }));
