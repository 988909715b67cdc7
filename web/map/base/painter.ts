import { namesSeen } from './labels.ts';
import { atlasFrom, type Order, type Report } from './order.ts';
import { type Atlas, atlasOf, paint } from './paint.ts';
import type { Scene } from './scene.ts';

/** Paints scenes; of several asked for while one is under way only the last is painted. */
export type Painter = {
  borders(parts: readonly Uint8Array[]): void;
  paint(scene: Scene): void;
  close(): void;
};

export type Painted = { readonly scene: Scene; readonly picture: ImageBitmap; readonly names: readonly string[] };
type Done = (painted: Painted) => void;

/** In a worker where the browser can paint there, else on the page in short steps. */
export function openPainter(done: Done): Painter {
  if (!canPaintInWorker()) return pagePainter(done);
  let parts: readonly Uint8Array[] = [];
  let latest: Scene | null = null;
  // A worker that cannot be loaded (blocked, an update took its file) leaves the map with the page's own painter.
  const failed = (): void => {
    used.close();
    used = pagePainter(done);
    used.borders(parts);
    if (latest !== null) used.paint(latest);
  };
  let used = workerPainter(done, failed);
  return {
    borders: (all) => {
      parts = all;
      used.borders(all);
    },
    paint: (scene) => {
      latest = scene;
      used.paint(scene);
    },
    close: () => used.close(),
  };
}

function canPaintInWorker(): boolean {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return false;
  // Safari 16.2 has the canvas without its brush.
  return new OffscreenCanvas(1, 1).getContext('2d') !== null;
}

export function workerPainter(done: Done, failed: () => void): Painter {
  const worker = new Worker(new URL('./ground.worker.ts', import.meta.url), { type: 'module' });
  const send = (order: Order): void => worker.postMessage(order);
  let serial = 0;
  let busy: Scene | null = null;
  let next: Scene | null = null;
  const begin = (scene: Scene): void => {
    busy = scene;
    serial += 1;
    send({ kind: 'paint', id: serial, scene });
  };
  worker.addEventListener('error', failed);
  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
    const scene = busy;
    busy = null;
    if (next !== null) begin(next);
    next = null;
    if (scene !== null) done({ scene, picture: data.picture, names: data.names });
  });
  return {
    borders: (parts) => send({ kind: 'borders', parts }),
    paint: (scene) => {
      if (busy === null) begin(scene);
      else next = scene;
    },
    close: () => worker.terminate(),
  };
}

/** Each step ends within a few milliseconds; between two the page answers fingers. */
export function pagePainter(done: Done): Painter {
  let atlas: Atlas = atlasOf([]);
  let run = 0;
  const canvas = document.createElement('canvas');
  const start = async (scene: Scene): Promise<void> => {
    run += 1;
    const mine = run;
    canvas.width = Math.round(scene.width * scene.ratio);
    canvas.height = Math.round(scene.height * scene.ratio);
    const brush = canvas.getContext('2d');
    if (brush === null) return;
    const steps = paint(brush, scene, atlas);
    let step = steps.next();
    while (!step.done) {
      await pause();
      if (mine !== run) return;
      step = steps.next();
    }
    const picture = await createImageBitmap(canvas);
    if (mine === run) done({ scene, picture, names: namesSeen(scene, step.value) });
  };
  return {
    borders: (parts) => {
      atlas = atlasFrom(parts);
    },
    paint: (scene) => void start(scene),
    close: () => {
      run += 1;
    },
  };
}

function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}
