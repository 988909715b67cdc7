import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';
import type { CountyLocator } from '../regions/county.ts';
import { loadCountyOf } from '../regions/read.ts';
import { takeCommand } from './command.ts';
import { eraseContact, putContact, revealContact } from './contacts.ts';
import { tellStation } from './file.ts';
import { locate } from './locate.ts';
import { putPhoto } from './photos.ts';
import { answerRevision } from './revision.ts';
import type { Room } from './room.ts';
import { tellSimilar } from './similar.ts';
import { finishTask } from './tasks.ts';
import { tellHistory } from './timeline.ts';

/** A station as its own union works on it. */
export function mountDesk(door: Door, deps: Deps): void {
  const room: Room = { ...deps, countyOf: countyOnDemand() };
  mount(door, 'command', takeCommand(room));
  mount(door, 'deskStation', tellStation(room));
  mount(door, 'deskHistory', tellHistory(room));
  mount(door, 'reviseWaiting', answerRevision(room));
  mount(door, 'similar', tellSimilar(room));
  mount(door, 'locate', locate(room));
  mount(door, 'contactPut', putContact(room));
  mount(door, 'contactReveal', revealContact(room));
  mount(door, 'contactErase', eraseContact(room));
  mount(door, 'photoPut', putPhoto(room));
  mount(door, 'taskDone', finishTask(room));
}

let shared: CountyLocator | null = null;

/** The borders of all counties, read at the first question and once a process. */
function countyOnDemand(): CountyLocator {
  return (point) => {
    shared ??= loadCountyOf();
    return shared(point);
  };
}
