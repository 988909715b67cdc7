import { parentPort, workerData } from 'node:worker_threads';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { dumpOpen } from '../../feature/open-data/dump.ts';
import { openWorld } from '../../open.ts';

const { folder, at }: { folder: string; at: Instant } = workerData;
const world = await openWorld();
if (!world.ok) throw new Error(sentence(world.refusal));
const { store, regions, close } = world.value;
const files = await dumpOpen({ store, regions, folder }, instant(at));
await close();
parentPort?.postMessage(files);
