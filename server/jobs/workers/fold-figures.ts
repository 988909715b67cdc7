import { parentPort } from 'node:worker_threads';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { Gauge } from '../../feature/figures/gauge.ts';
import { figuresHere } from '../../feature/figures/here.ts';
import { loadCountyOf } from '../../feature/regions/read.ts';
import { openWorld } from '../../open.ts';
import { answerTo, type FromThread, handedOver, type ToThread } from '../figures-question.ts';

const port = parentPort;
if (port === null) throw new Error('figures runs as a worker');
const tell = (message: FromThread, over: readonly ArrayBuffer[] = []) => port.postMessage(message, over);
const world = await openWorld();
if (!world.ok) throw new Error(sentence(world.refusal));
const { store, regions } = world.value;
// The outlines weigh much: read when a table first asks whether a point lies outside its division.
const countyOf = (point: Gcj02) => loadCountyOf()(point);
const figures = figuresHere({ store, regions, countyOf, now: () => instant(Date.now()) });
const open = new Map<number, AbortController>();

port.on('message', (message: ToThread) => {
  if (message.kind === 'let-go') open.get(message.id)?.abort();
  else answer(message);
});
await figures.warm();
tell({ kind: 'warm' });

async function answer({ id, asked, cells }: Extract<ToThread, { readonly kind: 'ask' }>): Promise<void> {
  const letGo = new AbortController();
  open.set(id, letGo);
  try {
    const waiting = { letGo: letGo.signal, gauge: new Gauge(cells) };
    const value = await answerTo(figures.within(waiting), asked);
    tell({ kind: 'answer', id, value }, handedOver(asked, value));
  } catch (error) {
    tell({ kind: 'failed', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    open.delete(id);
  }
}
