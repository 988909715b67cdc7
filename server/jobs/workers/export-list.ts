import { parentPort, workerData } from 'node:worker_threads';
import { sentence } from '../../../shared/words/sentence.ts';
import type { ExportJob } from '../../feature/export/job.ts';
import { makeExportFrom } from '../../feature/export/make.ts';
import { openWorld } from '../../open.ts';

const { job, path }: { job: ExportJob; path: string } = workerData;
const port = parentPort;
if (port === null) throw new Error('export-list runs as a worker');
const stop = new AbortController();
port.on('message', () => stop.abort());
const world = await openWorld();
if (!world.ok) throw new Error(sentence(world.refusal));
const { store, regions, close } = world.value;
const wrote = (rows: number) => port.postMessage({ kind: 'rows', rows });
const made = await makeExportFrom(store, regions)(job, path, { wrote, stop: stop.signal });
await close();
port.postMessage({ kind: 'done', made });
port.close();
