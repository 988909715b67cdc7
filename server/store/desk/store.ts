import type { StationId } from '../../../shared/station/station.ts';
import type { StoreContext } from '../context.ts';
import type { DeskStore } from '../port/desk.ts';
import { changeContact } from './contact.ts';
import { eachPhotoNamed } from './photos.ts';
import { deskFile, historyAround, standingNear } from './read.ts';
import { takeStep } from './step.ts';
import { finishTask } from './task.ts';

export function deskStore(context: StoreContext): DeskStore {
  const { engine } = context;
  return {
    takeStep: (command, on, decide) => takeStep(context, { command, ...on }, decide),
    deskFile: (station) => deskFile(context, station),
    revisionStation: (id) =>
      engine.read(async (tx) => {
        const row = await tx.selectFrom('revision').select('station_id').where('id', '=', id).executeTakeFirst();
        return row ? (row.station_id as StationId) : null;
      }),
    historyAround: (stations, page) => historyAround(context, stations, page),
    standingNear: (regions, box) => standingNear(context, regions, box),
    eachPhotoNamed: (visit) => eachPhotoNamed(context, visit),
    contactStation: (id) =>
      engine.read(async (tx) => {
        const row = await tx.selectFrom('contact').select('station_id').where('id', '=', id).executeTakeFirst();
        return row ? (row.station_id as StationId) : null;
      }),
    changeContact: (command, on, decide) => changeContact(context, { command, ...on }, decide),
    finishTask: (command, on, decide) => finishTask(context, { command, ...on }, decide),
  };
}
