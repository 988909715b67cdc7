import { parentPort, workerData } from 'node:worker_threads';
import { type CoverJob, coverWith } from '../../../shared/stats/cover-job.ts';

const job: CoverJob = workerData;
const port = parentPort;
if (port === null) throw new Error('cover runs as a worker');
const found = coverWith(job, (share) => port.postMessage({ kind: 'share', share }));
port.postMessage({ kind: 'found', found });
