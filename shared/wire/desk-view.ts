import * as v from 'valibot';
import { EXIT_TASKS } from '../station/after-exit.ts';
import { CONTACT_ROLES } from '../station/contact.ts';
import { STEPS } from '../station/lifecycle.ts';
import { OBJECTION_STATES } from '../station/objection.ts';
import { date } from './plain.ts';
import { StationRecord } from './record.ts';

/** Milliseconds since 1970. */
const at = v.number();
const person = v.object({ id: v.string(), name: v.string() });

/** What a command did: `stations` with their new revs, empty when nothing changed. */
export const ReceiptView = v.object({
  commandId: v.string(),
  at,
  seq: v.number(),
  stations: v.array(v.object({ id: v.string(), code: v.nullable(v.string()), rev: v.number() })),
});

/** `before`: when it was proposed; `now`: as the record stands; both differ from each other only when somebody else changed it since. */
const proposedField = v.object({ field: v.string(), before: v.unknown(), after: v.unknown(), now: v.unknown() });
const changedField = v.object({ field: v.string(), before: v.unknown(), after: v.unknown() });

/** A revision that waits for an approver. `isStale`: one of its own fields has been changed since. */
const revision = v.object({
  id: v.string(),
  author: person,
  at,
  reason: v.nullable(v.string()),
  basedOn: v.number(),
  fields: v.array(proposedField),
  isStale: v.boolean(),
  mayApprove: v.boolean(),
  /** Why not, as a sentence. */
  why: v.nullable(v.string()),
  mayWithdraw: v.boolean(),
});

/** `name` and `mobileMasked` are masked; a reveal shows them and is written down. */
const contact = v.object({
  id: v.string(),
  role: v.picklist(CONTACT_ROLES),
  name: v.string(),
  mobileMasked: v.string(),
  purpose: v.string(),
  consentOn: date,
  mayReveal: v.boolean(),
});

const task = v.object({
  id: v.string(),
  kind: v.picklist(EXIT_TASKS),
  due: date,
  doneAt: v.nullable(at),
  doneBy: v.nullable(person),
  evidence: v.nullable(v.string()),
  mayFinish: v.boolean(),
});

const settings = v.object({
  hoursOldDays: v.number(),
  pointMoveMetres: v.number(),
  relocateMetres: v.number(),
  rectifyDays: v.number(),
  noticeDays: v.number(),
  duplicateMetres: v.number(),
  countyApproves: v.boolean(),
  reviseNeedsApprover: v.boolean(),
});

/** Everything about one station, and what this account may do to it now. */
export const DeskStationView = v.object({
  station: StationRecord,
  unionName: v.string(),
  countyName: v.string(),
  /** Every step the life cycle knows from here; `why` is a sentence when this account may not take it now. */
  steps: v.array(v.object({ step: v.picklist(STEPS), allowed: v.boolean(), why: v.nullable(v.string()) })),
  revision: v.nullable(revision),
  contacts: v.array(contact),
  /** Whether this account may write down contacts here. */
  mayContact: v.boolean(),
  objections: v.array(
    v.object({
      id: v.string(),
      at,
      state: v.picklist(OBJECTION_STATES),
      /** What the register says was objected; the objector's own words stand with the objections. */
      reason: v.nullable(v.string()),
      answer: v.nullable(v.string()),
    }),
  ),
  tasks: v.array(task),
  standard: v.nullable(v.object({ id: v.string(), name: v.string(), items: v.array(v.string()) })),
  /** The last day of a public notice that is open. */
  noticeEnds: v.nullable(date),
  /** Until when a rectification must be done. */
  deadline: v.nullable(date),
  settings,
});

/** What happened once, to a station or to something of it. */
export const HistoryRowView = v.object({
  seq: v.number(),
  at,
  effectiveOn: v.string(),
  actor: v.object({ id: v.string(), name: v.string(), union: v.string() }),
  /** A step of the life cycle, or what was done to something of the station (see `subject`). */
  step: v.string(),
  reason: v.nullable(v.string()),
  subject: v.string(),
  /** Which record of the lineage: the asked one, its predecessor or its successor. */
  station: v.object({ id: v.string(), code: v.nullable(v.string()), name: v.string() }),
  fields: v.array(changedField),
});
