import { mayDo } from '../../../shared/actor/may.ts';
import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { maskedMobile, mobileOf } from '../../../shared/station/contact.ts';
import type { Station } from '../../../shared/station/station.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import type { Act } from '../../http/mount.ts';
import type { Contact, ContactChange } from '../../store/port/desk.ts';
import { privateCommandOf, type Room, type Work, workOf } from './room.ts';

const UNKNOWN = { kind: 'contact-unknown' } as const;
const MOBILE_EXAMPLE = '13800000000';

type Loaded = { readonly station: Station; readonly contact: Contact | null };

/** A contact stays with the station's own union line: elsewhere there is none. */
function mayContact({ who, book }: Work, station: Station): boolean {
  return mayDo(who.actor, 'read-contact', { id: station.id, union: station.union, tree: book.tree }).ok;
}

/** Writes down a contact person, or changes what stands there. */
export function putContact(room: Room): Act<'contactPut'> {
  return async ({ body, who }) => {
    const work = await workOf(room, who);
    let mobileMasked = '';
    const put = await room.store.changeContact(
      privateCommandOf(room, work, { id: body.id, body }),
      { contact: body.contact, station: body.station },
      (loaded) => {
        const change = contactChange(work, body, loaded);
        if (change.ok) mobileMasked = maskedMobile(change.value.write?.mobile ?? '');
        return change;
      },
    );
    return put.ok ? ok({ contact: body.contact, mobileMasked }) : put;
  };
}

type Put = RouteBody<'contactPut'>;

function contactChange(work: Work, body: Put, { station, contact }: Loaded): Result<ContactChange> {
  if (!mayContact(work, station) || (contact !== null && contact.station !== station.id)) return refuse(UNKNOWN);
  const said = personOf(work, body, contact);
  if (!said.ok) return said;
  const { contact: id, role, purpose, consentOn } = body;
  const write: Contact = { id, station: station.id, role, purpose, consentOn, ...said.value };
  const changed = contact === null ? [] : changedOf(contact, write);
  return ok({
    step: contact === null ? 'add' : 'change',
    write,
    reason: null,
    shown:
      contact === null
        ? { before: null, after: { role, consentOn } }
        : { before: { role: contact.role, consentOn: contact.consentOn }, after: { role, consentOn, changed } },
  });
}

type Person = Pick<Contact, 'name' | 'mobile'>;

/** What an editor did not write again stays; a new contact needs both. */
function personOf({ at }: Work, { name, mobile, consent, consentOn }: Put, contact: Contact | null): Result<Person> {
  const digits = mobile === null ? (contact?.mobile ?? null) : mobileOf(mobile);
  const called = name ?? contact?.name ?? null;
  const fault: Refusal | null = !consent
    ? { kind: 'consent-needed', field: 'consent' }
    : consentOn > dateText(dayOf(at))
      ? { kind: 'field-format', field: 'consentOn', example: dateText(dayOf(at)) }
      : null;
  if (fault !== null) return refuse(fault);
  if (called === null) return refuse({ kind: 'field-required', field: 'contact.name' });
  if (digits === null) {
    return refuse(
      mobile === null
        ? { kind: 'field-required', field: 'mobile' }
        : { kind: 'field-format', field: 'mobile', example: MOBILE_EXAMPLE },
    );
  }
  return ok({ name: called, mobile: digits });
}

/** Which fields, never what they say. */
function changedOf(before: Contact, after: Contact): readonly string[] {
  const fields = ['role', 'name', 'mobile', 'purpose', 'consentOn'] as const;
  return fields.filter((field) => before[field] !== after[field]);
}

/** Shows a contact to somebody who may know them, and writes down that it did, for whom and for what. */
export function revealContact(room: Room): Act<'contactReveal'> {
  return async ({ params, body, who }) => {
    const work = await workOf(room, who);
    const station = await room.store.contactStation(params.id);
    if (station === null) return refuse(UNKNOWN);
    let shown: Person | null = null;
    const revealed = await room.store.changeContact(
      privateCommandOf(room, work, { id: body.id, body: [params.id, body] }),
      { contact: params.id, station },
      ({ station: now, contact }) => {
        if (contact === null || !mayContact(work, now)) return refuse(UNKNOWN);
        shown = { name: contact.name, mobile: contact.mobile };
        return ok(touched('reveal', contact, { write: null, said: body.purpose }));
      },
    );
    if (!revealed.ok) return revealed;
    return shown === null ? refuse(UNKNOWN) : ok(shown);
  };
}

/** Takes a person out of the register for good; that there was one stays in the history. */
export function eraseContact(room: Room): Act<'contactErase'> {
  return async ({ params, body, who }) => {
    const work = await workOf(room, who);
    const station = await room.store.contactStation(params.id);
    if (station === null) return refuse(UNKNOWN);
    const erased = await room.store.changeContact(
      privateCommandOf(room, work, { id: body.id, body: [params.id, body] }),
      { contact: params.id, station },
      ({ station: now, contact }) => {
        if (contact === null || !mayContact(work, now)) return refuse(UNKNOWN);
        const write = { ...contact, name: '', mobile: '', purpose: '' };
        return ok(touched('erase', contact, { write, said: body.reason }));
      },
    );
    return erased.ok ? ok({ contact: params.id }) : erased;
  };
}

type Touch = { readonly write: Contact | null; readonly said: string };

function touched(step: 'reveal' | 'erase', contact: Contact, { write, said }: Touch): ContactChange {
  return { step, write, reason: unnamed(said, contact), shown: { before: null, after: { role: contact.role } } };
}

/** History keeps why, and neither name nor number, also when somebody wrote them there. */
function unnamed(said: string, { name, mobile }: Person): string {
  return said.split(mobile).join('*').split(name).join('*');
}
