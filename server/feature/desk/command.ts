import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { CommandAsk } from '../../../shared/wire/command-body.ts';
import type { Act } from '../../http/mount.ts';
import { commandOf, type Room, type Work, workOf } from './room.ts';
import { similarTo } from './similar.ts';
import { decideStep, type Similar } from './step.ts';

/** One step of the life cycle, whole: looked up, decided and written in one transaction, answered with its receipt. */
export function takeCommand(room: Room): Act<'command'> {
  return async ({ body, who }) => {
    const work = await workOf(room, who);
    const missing = await photoFault(room, body);
    if (missing !== null) return refuse(missing);
    const found = await similarFor(room, work, body);
    const successor = body.command.kind === 'merge' ? body.command.successor : null;
    return room.store.takeStep(
      commandOf(work, body.id, body),
      { station: body.station, successor },
      decideStep(room, { work, ask: body, found }),
    );
  };
}

/** Photos are on the shelf before a record names them: what is named and not there would be a hole on every phone. */
async function photoFault({ photos, now }: Room, { command }: CommandAsk): Promise<Refusal | null> {
  const named = command.kind === 'draft' ? command.facts.photos : command.kind === 'revise' ? command.patch.photos : [];
  for (const name of named ?? []) {
    if (!(await photos.stations.hold(name, now()))) return { kind: 'photo-unknown', field: 'photos' };
  }
  return null;
}

/** Only a submission has to answer for its neighbours. */
async function similarFor(room: Room, work: Work, { station: id, command }: CommandAsk): Promise<Similar> {
  if (command.kind !== 'submit') return { similar: [], seenRev: null };
  const [station] = await room.store.stationsById([id]);
  if (station === undefined || !work.book.tree.isWithin(station.union, work.who.actor.union)) {
    return { similar: [], seenRev: null };
  }
  const near = await similarTo(room, work, {
    ...station,
    station: id,
    metres: work.book.settingsOf(station.union, work.at)['duplicate-metres'],
  });
  return { similar: near.map(({ station: other }) => other.code ?? other.name), seenRev: station.rev };
}
