import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import type { World } from '../open.ts';
import { FigureFileKeeper } from './figure-file-keeper.ts';
import { startMonthly } from './monthly-keeper.ts';
import { startOpenDumps } from './open-keeper.ts';
import { writeFiguresInWorker } from './write-figures.ts';

/** Files of figures: those asked for beside other exports, those of every month in a folder of their own. */
export function figureFilesOf({ env, store, regions }: World, figures: Deps['figures'], log: Deps['log']) {
  const [asked, monthly] = [join(env.DATA_DIR, 'exports'), join(env.DATA_DIR, 'figures')];
  return new FigureFileKeeper({ store, regions, figures, asked, monthly, write: writeFiguresInWorker, log });
}

/** Where open data lies, and what people may do with it. */
export function openDataOf({ env }: World): Deps['openData'] {
  return { folder: join(env.DATA_DIR, 'open'), terms: env.OPEN_DATA_TERMS };
}

type Chores = Pick<Deps, 'figures' | 'unions' | 'list' | 'randomId' | 'now' | 'log'> & {
  readonly figureFiles: FigureFileKeeper;
};

/** What is done about figures for as long as the server runs. */
export function startFigureChores(world: World, chores: Chores): () => Promise<void> {
  const { store, regions, env } = world;
  const { figureFiles, now, log } = chores;
  const day = env.FIGURES_MONTHLY_DAY;
  const stops = [
    ...(day === 0 ? [] : [startMonthly({ ...chores, store, regions, day })]),
    startOpenDumps({ ...openDataOf(world), now, log }),
  ];
  const stopSweeping = figureFiles.begin(now);
  return async () => {
    stopSweeping();
    // What is being made is stopped first: those who wait for it would wait for ever.
    await Promise.all([figureFiles.stop(), ...stops.map((stop) => stop())]);
  };
}
