import { namesSeen } from './labels.ts';
import { atlasFrom, type Order, type Report } from './order.ts';
import { type Atlas, atlasOf, paint } from './paint.ts';

/** Paints the builtin base off the main thread; nothing here reaches for the network: borders are posted in. */
let atlas: Atlas = atlasOf([]);
let canvas: OffscreenCanvas | null = null;

self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'borders') atlas = atlasFrom(data.parts);
  else report(data);
});

function report({ id, scene }: Extract<Order, { kind: 'paint' }>): void {
  const width = Math.round(scene.width * scene.ratio);
  const height = Math.round(scene.height * scene.ratio);
  if (canvas === null || canvas.width !== width || canvas.height !== height)
    canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d');
  if (brush === null) throw new Error('no brush in the worker');
  const steps = paint(brush, scene, atlas);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const picture = canvas.transferToImageBitmap();
  const message: Report = { id, picture, names: namesSeen(scene, step.value) };
  self.postMessage(message, { transfer: [picture] });
}
