import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { pino } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { instant } from '../shared/kernel/instant.ts';
import type { Refusal } from '../shared/kernel/refusal.ts';
import { sentence } from '../shared/words/sentence.ts';
import { createApp } from './app.ts';
import { deployed } from './built.ts';
import type { Deps } from './deps.ts';
import type { Environment } from './environment.ts';
import { loadCalendar } from './feature/calendar/read.ts';
import { openModel } from './feature/feed/open-model.ts';
import { atlasOf } from './feature/import/atlas.ts';
import { listModel } from './feature/list/model.ts';
import { PackFiles } from './feature/packs/files.ts';
import { loadCountyOf } from './feature/regions/read.ts';
import { unionBooks } from './feature/unions/book.ts';
import { randomId, sowFirst } from './first.ts';
import { LoadShed } from './http/shed.ts';
import { CoverKeeper, coverInWorker } from './jobs/cover.ts';
import { startErasing } from './jobs/erase-keeper.ts';
import { ExportKeeper } from './jobs/export-keeper.ts';
import { makeExportInWorker } from './jobs/export-list.ts';
import { figureFilesOf, openDataOf, startFigureChores } from './jobs/figure-chores.ts';
import type { FigureFileKeeper } from './jobs/figure-file-keeper.ts';
import { type FiguresInWorker, figuresInWorker } from './jobs/figures-keeper.ts';
import { LedgerKeeper } from './jobs/ledger-keeper.ts';
import { PackKeeper } from './jobs/pack-keeper.ts';
import { readBytesInWorker } from './jobs/read-ledger.ts';
import { readNationInWorker } from './jobs/read-nation.ts';
import { startReleasing } from './jobs/release-keeper.ts';
import { writeInWorker } from './jobs/write-book.ts';
import { openWorld, type World } from './open.ts';
import { signingOf } from './signing.ts';
import { openTiles } from './tiles-file.ts';

const now = () => instant(Date.now());
/** What is under way may finish; then the process ends whatever hangs. */
const GRACE_MS = 10_000;
/** A connection kept alive falls idle when its answer has gone out: looked for this often while ending. */
const IDLE_LOOK_MS = 50;

const world = await openWorld();
if (world.ok) await startWithTiles(world.value);
else giveUp(world.refusal);

/** A street map without its source or review number is not shown to anybody: the server does not start with one. */
async function startWithTiles(world: World): Promise<void> {
  const tiles = openTiles(world.env.TILES_FILE);
  if (tiles.ok) return start(world, tiles.value);
  await world.close();
  giveUp(tiles.refusal);
}

function giveUp(refusal: Refusal): void {
  console.error(sentence(refusal));
  process.exitCode = 1;
}

async function start(world: World, tiles: Deps['tiles']): Promise<void> {
  const { env, store, regions, photos, secret } = world;
  const log = pino({ level: env.LOG_LEVEL, redact: ['req.headers', '*.phone', '*.mobile'] });
  await sowFirst(world);
  const deployment = deployed(env, tiles, now());
  const signing = await signingOf(world, { secure: deployment.secure, now });
  const files = new PackFiles(join(env.DATA_DIR, 'packs'));
  const keeper = new PackKeeper({ store, files, now, log });
  const unions = unionBooks(store, now);
  const failed = (error: unknown) => log.error({ err: error }, 'model');
  const lists = listsOf(world, unions, log);
  const model = await modelOf(store, failed);
  // Only now: the work of starting is no reason to send anybody away.
  const shed = new LoadShed(env.SHED_DELAY_MS);
  const app = createApp(
    {
      store,
      model,
      ...lists,
      packs: files,
      ensurePack: (feed) => keeper.ensure(feed),
      regions,
      photos,
      unions,
      ...signing,
      randomId,
      secret,
      ...deployment,
      now,
      log,
      metrics: metricsOfProcess(),
    },
    shed,
  );
  const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOST }, ({ port }) => announce(env, port));
  keeper.start();
  // Read beforehand, so that the first clerk of the day need not wait for it.
  lists.list.current().catch(failed);
  const chores = startChores(world, { ...lists, unions, log });
  onEnd(async () => {
    await lastAnswers(server);
    shed.stop();
    await chores.stop();
    await keeper.stop();
    await world.close();
  });
}

function modelOf(store: World['store'], failed: (error: unknown) => void): Promise<Deps['model']> {
  return openModel({ store, statutory: loadCalendar().statutory, now, loadNation: readNationInWorker, failed });
}

/** The register as desks list it, the files made of such lists, the ledgers that come in, the figures. */
function listsOf(world: World, unions: Deps['unions'], log: Deps['log']) {
  const { env, store } = world;
  const folder = join(env.DATA_DIR, 'exports');
  const exports = new ExportKeeper({ store, folder, make: makeExportInWorker, log });
  const covering = new CoverKeeper({ run: coverInWorker, log });
  const figures = figuresInWorker({ store, now, log });
  const figureFiles = figureFilesOf(world, figures, log);
  const shared = { figures, figureFiles, openData: openDataOf(world) };
  return { list: listModel(store, unions, now), exports, ledgers: ledgersOf(world, log), covering, ...shared };
}

/** The outlines are read now: later they would hold every answer up. */
function ledgersOf({ store, regions }: World, log: Deps['log']): LedgerKeeper {
  const atlas = atlasOf(regions, loadCountyOf());
  return new LedgerKeeper({ store, atlas, now, randomId, open: readBytesInWorker, write: writeInWorker, log });
}

type Chores = Pick<Deps, 'unions' | 'log' | 'list'> & {
  readonly figureFiles: FigureFileKeeper;
  readonly exports: ExportKeeper;
  readonly ledgers: LedgerKeeper;
  readonly covering: CoverKeeper;
  readonly figures: FiguresInWorker;
};

/** What is done beside for as long as the server runs. */
function startChores(
  world: World,
  { unions, exports, ledgers, covering, figures, log, ...more }: Chores,
): { stop(): Promise<void> } {
  const { store, photos } = world;
  ledgers.start();
  const stopFigureFiles = startFigureChores(world, { ...more, unions, figures, randomId, now, log });
  const stops = [startReleasing(store, log), startErasing({ store, photos, unions, now }, log), exports.begin(now)];
  return {
    stop: async () => {
      for (const stop of stops) stop();
      await stopFigureFiles();
      await exports.stop();
      await ledgers.stop();
      await covering.end();
      await figures.stop();
    },
  };
}

function metricsOfProcess(): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register });
  return register;
}

/** Nobody new is let in; who is being answered gets the whole answer, told that the connection ends with it. */
function lastAnswers(server: ServerType): Promise<void> {
  server.prependListener('request', (_request, response: ServerResponse) => response.setHeader('connection', 'close'));
  return new Promise((resolve) => {
    server.close(() => resolve());
    const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), IDLE_LOOK_MS);
    server.once('close', () => clearInterval(idle));
  });
}

function announce(env: Environment, port: number): void {
  const host = env.HOST === '0.0.0.0' || env.HOST === '::' ? 'localhost' : env.HOST;
  console.log(`歇脚已启动：${env.PUBLIC_ORIGIN ?? `http://${host}:${port}`}`);
}

function onEnd(close: () => Promise<void>): void {
  const end = () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    close().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}
