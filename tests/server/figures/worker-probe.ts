import type { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { Gauge } from '../../../server/feature/figures/gauge.ts';
import { packed } from '../../../server/feature/workbooks/archive.ts';
import { figuresInWorker } from '../../../server/jobs/figures-keeper.ts';
import { PackBeside } from '../../../server/jobs/pack-beside.ts';
import { openWorld } from '../../../server/open.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import type { Question } from '../../../shared/stats/question.ts';

/** Built beside the worker it drives: asks, kills the thread over an answer, lets go, ends. Prints what came of each as a line of JSON. */
const workers: Worker[] = [];
process.on('worker', (worker) => workers.push(worker));

const world = await openWorld();
if (!world.ok) throw new Error(world.refusal.kind);
const { store, close } = world.value;
const figures = figuresInWorker({ store, now: () => instant(Date.now()), log: pino({ level: 'silent' }) });
const period = parsePeriod('2026-11');
if (period === null) throw new Error('no period');
const question: Question = {
  period,
  asOf: await figures.known(),
  union: '000000' as UnionId,
  region: null,
  by: 'province',
  divisions: 'then',
  stations: 'synthetic',
  openingAsOf: null,
};
const say = (what: unknown) => console.log(JSON.stringify(what));

say(workers.length);
say(await figures.tables(question, ['stock', 'amenities']));
const stands = await figures.stands(question);
say(stands.ok && stands.value.length);

const open = [figures.tables(question, ['stock', 'amenities']), figures.tables(question, ['hours'])] as const;
await workers[0]?.terminate();
const [first, second] = await Promise.all(open);
say(first);
say(second.ok && second.value.map(({ table }) => table));
say(workers.length);

const letGo = new AbortController();
const given = figures.within({ letGo: letGo.signal, gauge: new Gauge() }).tables(question, ['stock']);
letGo.abort(new Error('nobody waits'));
say(await given.catch((error: Error) => error.message));

const left = figures.tables(question, ['stock']);
const ended = figures.stop();
say(await left.catch((error: Error) => error.message));
await ended;
say(await figures.tables(question, ['stock']).catch((error: Error) => error.message));
await close();

const packer = new PackBeside();
const content = () => Uint8Array.from({ length: 700_000 }, (_, at) => (at * at) % 251);
const isSame = async () => Buffer.from(await packer.pack(content())).equals(Buffer.from(packed(content())));
say([await isSame(), await isSame(), packer.takes(700_000)]);
