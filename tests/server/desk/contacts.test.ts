import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mobileOf } from '../../../shared/station/contact.ts';
import type { Clerk } from '../../fixtures/make/signed.ts';
import { type Desk, openDesk, opened, rollId, told } from './desk.ts';

const NAME = '欧阳建国';
const MOBILE = '13912345678';

let desk: Desk;
let station: string;
beforeAll(async () => {
  desk = await openDesk();
  station = await opened(desk);
});
afterAll(() => desk.server.close());

function person(over: object = {}) {
  return {
    id: rollId(),
    station,
    contact: rollId(),
    role: 'keeper',
    name: NAME,
    mobile: '+86 139-1234-5678',
    purpose: '开门和送水',
    consentOn: '2026-11-20',
    consent: true,
    ...over,
  };
}
const put = (who: Clerk, body: object) => told(who.post('/api/v1/desk/contacts', body));
const on = (who: Clerk, what: string, body: object) =>
  told(who.post(`/api/v1/desk/contacts/${what}`, { id: rollId(), ...body }));
const listed = async (who: Clerk) => (await told(who.get(`/api/v1/desk/stations/${station}`))).body;

/** Every text the database keeps for ever, but for the contact rows. */
async function kept(): Promise<string> {
  const rows: unknown[] = [];
  await desk.server.store.eachHistory((page) => {
    rows.push(...page);
  });
  return JSON.stringify(rows);
}

describe('a contact person', () => {
  test('is written down with consent and purpose, masked in every list, and shown on request to the own line', async () => {
    const body = person();
    expect((await put(desk.wang, body)).body).toEqual({ contact: body.contact, mobileMasked: '139****5678' });
    const { contacts } = await listed(desk.li);
    expect(contacts).toEqual([
      {
        id: body.contact,
        role: 'keeper',
        name: '欧***',
        mobileMasked: '139****5678',
        purpose: '开门和送水',
        consentOn: '2026-11-20',
        mayReveal: true,
      },
    ]);
    const shown = await on(desk.li, `${body.contact}/reveal`, { purpose: `问${NAME}几点开门` });
    expect(shown.body).toEqual({ name: NAME, mobile: MOBILE });
    const inspector = desk.clerk('410102', ['inspector', 'analyst'], { stations: [station as never] });
    expect((await listed(inspector)).contacts[0]).toMatchObject({ name: '欧***', mayReveal: false });
    for (const who of [inspector, desk.stranger]) {
      const refused = await on(who, `${body.contact}/reveal`, { purpose: '想看' });
      expect([refused.status, refused.refused]).toEqual([404, 'contact-unknown']);
    }
  });

  test('is read only under a row of history each time, also when the same request comes again', async () => {
    const body = person();
    await put(desk.wang, body);
    const rows = async () =>
      (await desk.server.store.historyAround([station as never], { before: 1e9, limit: 500 })).length;
    const before = await rows();
    const ask = { id: rollId(), purpose: '送水' };
    for (let n = 0; n < 3; n++) {
      expect((await told(desk.wang.post(`/api/v1/desk/contacts/${body.contact}/reveal`, ask))).status).toBe(200);
    }
    expect(await rows()).toBe(before + 3);
    const other = await told(desk.zhao.post(`/api/v1/desk/contacts/${body.contact}/reveal`, ask));
    expect(other.refused).toBe('receipt-conflict');
    const { rows: told1 } = (await told(desk.wang.get(`/api/v1/desk/stations/${station}/history`))).body;
    expect(told1[0]).toMatchObject({
      subject: 'contact',
      step: 'reveal',
      reason: '送水',
      actor: { id: desk.wang.actor.id },
    });
  });

  test('stands in their own row and nowhere else: history and receipts stay whole when they are erased', async () => {
    const body = person({ name: '司马相如', mobile: '13700007777' });
    await put(desk.wang, body);
    await put(desk.wang, { ...body, id: rollId(), name: null, mobile: null, role: 'host' });
    await on(desk.wang, `${body.contact}/reveal`, { purpose: '司马相如 13700007777' });
    const text = await kept();
    for (const word of ['司马', '13700007777', '7777', '欧阳', MOBILE]) expect(text).not.toContain(word);
    const erase = { id: rollId(), reason: '本人离岗' };
    const path = `/api/v1/desk/contacts/${body.contact}/erase`;
    const erased = await told(desk.wang.post(path, erase));
    expect(erased.body).toEqual({ contact: body.contact });
    expect((await told(desk.wang.post(path, erase))).body).toEqual(erased.body);
    expect((await listed(desk.wang)).contacts.map(({ id }: { id: string }) => id)).not.toContain(body.contact);
    for (const act of ['reveal', 'erase'] as const) {
      expect((await on(desk.wang, `${body.contact}/${act}`, { purpose: '再看', reason: '再抹' })).refused).toBe(
        'contact-unknown',
      );
    }
    expect((await put(desk.wang, { ...body, id: rollId() })).refused).toBe('contact-unknown');
    expect((await desk.server.store.verifyHistory()).brokenAt).toBeNull();
  });

  test('is refused without consent, with a number that is none, by another branch, or over another’s id', async () => {
    const refused = async (who: Clerk, over: object) => {
      const { body, refused: kind } = await put(who, person(over));
      return [kind, body.field ?? null];
    };
    const mine = person();
    await put(desk.wang, mine);
    const elsewhere = await opened(desk);
    expect(await refused(desk.wang, { consent: false })).toEqual(['consent-needed', 'consent']);
    expect(await refused(desk.wang, { consentOn: '2026-11-27' })).toEqual(['field-format', 'consentOn']);
    expect(await refused(desk.wang, { mobile: '12345' })).toEqual(['field-format', 'mobile']);
    expect(await refused(desk.wang, { mobile: null })).toEqual(['field-required', 'mobile']);
    expect(await refused(desk.wang, { name: null })).toEqual(['field-required', 'contact.name']);
    expect(await refused(desk.wang, { role: 'king' })).toEqual(['field-choice', 'role']);
    expect(await refused(desk.stranger, {})).toEqual(['contact-unknown', null]);
    expect(await refused(desk.wang, { station: rollId() })).toEqual(['contact-unknown', null]);
    expect(await refused(desk.wang, { station: elsewhere, contact: mine.contact })).toEqual(['contact-unknown', null]);
  });

  test('asked for again with the same id is written once', async () => {
    const body = person();
    const before = (await desk.server.store.counter()).seq;
    const [first, second] = [await put(desk.wang, body), await put(desk.wang, body)];
    expect(second.body.contact).toBe(first.body.contact);
    expect((await desk.server.store.counter()).seq).toBe(before + 1);
    expect((await put(desk.wang, { ...body, role: 'host' })).refused).toBe('receipt-conflict');
  });
});

test('a mobile number is read as people write it', () => {
  for (const text of [
    '13912345678',
    '139 1234 5678',
    '+86 139-1234-5678',
    '008613912345678',
    '１３９１２３４５６７８',
  ]) {
    expect(mobileOf(text), text).toBe(MOBILE);
  }
  for (const text of ['', '139123456789', '12912345678', '0371-12345678', '1391234567a'])
    expect(mobileOf(text)).toBeNull();
});
