import { mayDo } from '../../../shared/actor/may.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { maskedMobile, maskedName } from '../../../shared/station/contact.ts';
import { OPEN_OBJECTION, objectionStandings } from '../../../shared/station/objection.ts';
import type { Settings } from '../../../shared/station/settings.ts';
import { standardOf } from '../../../shared/station/standards.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Act } from '../../http/mount.ts';
import type { DeskFile } from '../../store/port/desk.ts';
import { toldRevision } from './revision.ts';
import { findStation, hidden, namesOf, type Room, type Work, workOf } from './room.ts';
import { mayFinish } from './tasks.ts';
import { verdictsOf } from './verdicts.ts';

type Told = RouteReply<'deskStation'>;

/** Everything about one station, and what this account may do to it now. */
export function tellStation(room: Room): Act<'deskStation'> {
  return async ({ params, who }) => {
    const work = await workOf(room, who);
    const found = await findStation(room, params.id);
    const file = found === null ? null : await room.store.deskFile(found.id);
    if (file === null) return refuse(hidden(params.id));
    const { station } = file;
    if (!mayDo(who.actor, 'read-station', { id: station.id, union: station.union, tree: work.book.tree }).ok) {
      return refuse(hidden(params.id));
    }
    const names = await namesOf(room, [
      ...(file.waiting === null ? [] : [file.waiting.author.id]),
      ...file.tasks.flatMap(({ doneBy }) => doneBy ?? []),
    ]);
    return ok(told(room, work, { file, names }));
  };
}

type Named = { readonly file: DeskFile; readonly names: (id: string) => string };

function told(room: Room, work: Work, { file, names }: Named): Told {
  const { station, waiting } = file;
  const settings = work.book.settingsOf(station.union, work.at);
  const { status, statusNote } = station;
  return {
    station,
    unionName: work.book.get(station.union)?.name ?? station.union,
    countyName: room.regions.fullName(station.region),
    steps: verdictsOf(work, file),
    revision: waiting === null ? null : toldRevision(work, { station, waiting, names }),
    ...contactsTold(work, file),
    objections: objectionsTold(file),
    tasks: file.tasks.map((task) => ({
      id: task.id,
      kind: task.kind,
      due: task.due,
      doneAt: task.doneAt,
      doneBy: task.doneBy === null ? null : { id: task.doneBy, name: names(task.doneBy) },
      evidence: task.evidence,
      mayFinish: task.doneAt === null && mayFinish(work, station),
    })),
    standard: standardOf(settings),
    noticeEnds: status === 'exit-notice' ? (statusNote?.until ?? null) : null,
    deadline: status === 'rectifying' ? (statusNote?.until ?? null) : null,
    settings: settingsTold(settings),
  };
}

/** Masked for everybody; who may reveal one is told so, and may write one down. */
function contactsTold({ who, book }: Work, { station, contacts }: DeskFile): Pick<Told, 'contacts' | 'mayContact'> {
  const mayContact = mayDo(who.actor, 'read-contact', { id: station.id, union: station.union, tree: book.tree }).ok;
  return {
    mayContact,
    contacts: contacts.map(({ id, role, name, mobile, purpose, consentOn }) => ({
      id,
      role,
      name: maskedName(name),
      mobileMasked: maskedMobile(mobile),
      purpose,
      consentOn,
      mayReveal: mayContact,
    })),
  };
}

/** Those to the latest notice and to earlier ones, the newest first. */
function objectionsTold({ rows }: DeskFile): Told['objections'] {
  const standings = objectionStandings(rows);
  return rows
    .filter(({ step }) => step === 'record-objection')
    .map(({ commandId, at, reason }) => {
      const { state, answer } = standings.get(commandId) ?? OPEN_OBJECTION;
      return { id: commandId, at, state, reason, answer };
    })
    .reverse();
}

function settingsTold(settings: Settings): Told['settings'] {
  return {
    hoursOldDays: settings['hours-old-days'],
    pointMoveMetres: settings['point-move-metres'],
    relocateMetres: settings['relocate-metres'],
    rectifyDays: settings['rectify-days'],
    noticeDays: settings['notice-days'],
    duplicateMetres: settings['duplicate-metres'],
    countyApproves: settings['county-approves'],
    reviseNeedsApprover: settings['revise-needs-approver'],
  };
}
