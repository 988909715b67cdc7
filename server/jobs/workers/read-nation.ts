import { parentPort } from 'node:worker_threads';
import { instant } from '../../../shared/kernel/instant.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { readNation } from '../../feature/feed/nation.ts';
import { openWorld } from '../../open.ts';

const world = await openWorld();
if (!world.ok) throw new Error(sentence(world.refusal));
const { store, regions, close } = world.value;
parentPort?.postMessage(await readNation({ store, regions, now: () => instant(Date.now()) }));
await close();
