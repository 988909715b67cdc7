import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { Clerk } from '../../fixtures/make/signed.ts';
import { type Desk, openDesk, opened, rollId, type Told, take, told } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.close());

const file = async (who: Clerk, id: string) => (await told(who.get(`/api/v1/desk/stations/${id}`))).body;
type Revising = { readonly reason?: string; readonly [field: string]: unknown };
const revise = async (who: Clerk, id: string, { reason, ...patch }: Revising): Promise<Told> =>
  desk.step(who, id, { kind: 'revise', patch, basedOn: (await desk.station(id)).rev, reason: reason ?? null });
/** `said`: what to do, and after a space the reason. */
const answer = (who: Clerk, revision: string, said: string): Promise<Told> => {
  const [act, reason = null] = said.split(' ');
  return told(who.post(`/api/v1/desk/revisions/${revision}`, { id: rollId(), act, reason }));
};

describe('two clerks on one station', () => {
  test('do not overwrite each other: the second is told, and sees both sides', async () => {
    const id = await opened(desk);
    const { rev } = await desk.station(id);
    const edit = (who: Clerk, entrance: string) =>
      desk.step(who, id, { kind: 'revise', patch: { entrance }, basedOn: rev, reason: null });
    expect((await edit(desk.wang, '东门进')).status).toBe(200);
    const before = await desk.rows(id);
    const late = await edit(desk.zhao, '西门进');
    expect(late.body).toMatchObject({ status: 409, kind: 'rev-stale', data: { based: rev, current: rev + 1 } });
    expect((await desk.station(id)).entrance).toBe('东门进');
    expect(await desk.rows(id)).toBe(before);
  });

  test('asking in the same moment are told apart as well: one has written, the other sees it', async () => {
    const id = await opened(desk);
    const edit = (who: Clerk, entrance: string) =>
      desk.step(who, id, { kind: 'revise', patch: { entrance }, basedOn: 4, reason: null });
    const answers = await Promise.all([edit(desk.wang, '东门'), edit(desk.zhao, '西门'), edit(desk.wang, '南门')]);
    expect(answers.map(({ refused }) => refused).sort()).toEqual([null, 'rev-stale', 'rev-stale'].sort());
    expect((await desk.station(id)).rev).toBe(5);
  });

  test('saying what is there already write nothing, and are told so', async () => {
    const id = await opened(desk);
    const before = await desk.rows(id);
    const { name, address } = await desk.station(id);
    const same = await desk.step(desk.wang, id, { kind: 'revise', patch: { name, address }, basedOn: 4, reason: null });
    expect(same.body).toMatchObject({ waiting: false, receipt: { stations: [] } });
    expect(await desk.rows(id)).toBe(before);
  });

  test('nor does an approver judge what was changed behind the screen', async () => {
    const id = await opened(desk);
    await take(desk, id, [[desk.wang, { kind: 'suspend', reason: '停电', until: null }]]);
    const { rev } = await desk.station(id);
    await take(desk, id, [[desk.zhao, { kind: 'resume' }]]);
    const merge = { kind: 'merge', successor: (await desk.station(id)).code, reason: '同一个门', seen: rev };
    expect((await desk.step(desk.li, id, merge)).refused).toBe('rev-stale');
  });
});

describe('a revision that an approver must see', () => {
  test('waits with all that it changes, changes nothing yet, and takes effect with the approver’s word', async () => {
    const id = await opened(desk);
    const asked = await revise(desk.wang, id, { name: '新名字', brand: '暖心驿站', reason: '门头换了' });
    expect(asked.body).toMatchObject({ waiting: true, receipt: { stations: [{ id, rev: 4 }] } });
    expect((await desk.station(id)).name).not.toBe('新名字');
    const { revision } = await file(desk.li, id);
    expect(revision).toMatchObject({ reason: '门头换了', basedOn: 4, isStale: false, mayApprove: true, why: null });
    expect(revision.fields).toContainEqual({
      field: 'name',
      before: '德化街爱心驿站',
      after: '新名字',
      now: '德化街爱心驿站',
    });
    const done = await answer(desk.li, revision.id, 'approve');
    expect(done.body.receipt.stations).toMatchObject([{ id, rev: 5 }]);
    expect(await desk.station(id)).toMatchObject({ name: '新名字', brand: '暖心驿站' });
    expect((await file(desk.wang, id)).revision).toBeNull();
    const { rows } = (await told(desk.wang.get(`/api/v1/desk/stations/${id}/history`))).body;
    const steps = rows.map(({ subject, step }: { subject: string; step: string }) => `${subject} ${step}`);
    expect(steps.slice(0, 3)).toEqual(['revision approve', 'station revise', 'revision propose']);
  });

  test('is never approved or returned by its author, whatever functions they have, nor by a level that may not', async () => {
    const id = await opened(desk);
    const both = desk.clerk('410100', ['officer', 'approver']);
    await revise(both, id, { name: '自己批' });
    const { revision } = await file(both, id);
    expect(revision).toMatchObject({ mayApprove: false, why: expect.stringContaining('换一个人'), mayWithdraw: true });
    const county = desk.clerk('410102', ['officer', 'approver']);
    const refused: (string | null)[] = [];
    for (const who of [both, desk.wang, county, desk.stranger]) {
      refused.push(
        (await answer(who, revision.id, 'approve')).refused,
        (await answer(who, revision.id, 'return 不')).refused,
      );
    }
    expect(refused).toEqual([
      ...['four-eyes', 'four-eyes', 'not-permitted', 'not-permitted'],
      ...['not-permitted', 'not-permitted', 'revision-unknown', 'revision-unknown'],
    ]);
    expect((await desk.station(id)).rev).toBe(4);
  });

  test('is returned with a reason, or taken back by its author alone; both stay in the history', async () => {
    const id = await opened(desk);
    await revise(desk.wang, id, { name: '甲' });
    const first = (await file(desk.li, id)).revision.id;
    expect((await answer(desk.li, first, 'return')).body).toMatchObject({ kind: 'field-required', field: 'reason' });
    expect((await answer(desk.zhao, first, 'withdraw')).refused).toBe('revision-not-yours');
    expect((await answer(desk.li, first, 'return 名字和门头不一致')).body).toEqual({ receipt: null });
    expect((await answer(desk.li, first, 'approve')).refused).toBe('revision-unknown');
    await revise(desk.wang, id, { name: '乙' });
    const second = (await file(desk.wang, id)).revision.id;
    expect((await answer(desk.wang, second, 'withdraw')).body).toEqual({ receipt: null });
    const { rows } = (await told(desk.li.get(`/api/v1/desk/stations/${id}/history`))).body;
    const said = rows.slice(0, 4).map(({ step, reason }: { step: string; reason: string }) => [step, reason]);
    expect(said).toEqual([
      ['withdraw', null],
      ['propose', null],
      ['return', '名字和门头不一致'],
      ['propose', null],
    ]);
    expect((await desk.station(id)).rev).toBe(4);
  });

  test('is answered once under one id, and told the same again; another answer under it is refused', async () => {
    const id = await opened(desk);
    await revise(desk.wang, id, { name: '甲' });
    const path = `/api/v1/desk/revisions/${(await file(desk.li, id)).revision.id}`;
    const body = { id: rollId(), act: 'approve', reason: null };
    const first = await told(desk.li.post(path, body));
    const before = await desk.server.store.counter();
    expect(await told(desk.li.post(path, body))).toEqual(first);
    for (const [who, other] of [
      [desk.li, { ...body, act: 'return', reason: '又不同意了' }],
      [desk.qian, body],
    ] as const) {
      expect((await told(who.post(path, other))).refused).toBe('receipt-conflict');
    }
    expect(await desk.server.store.counter()).toEqual(before);
  });

  test('waits alone: its author may put another in its place, nobody else', async () => {
    const id = await opened(desk);
    await revise(desk.wang, id, { name: '甲' });
    expect((await revise(desk.zhao, id, { name: '丙' })).body).toMatchObject({ status: 409, kind: 'revision-waiting' });
    expect((await revise(desk.zhao, id, { entrance: '后门' })).body.waiting).toBe(false);
    await revise(desk.wang, id, { name: '乙' });
    const { revision } = await file(desk.li, id);
    expect(revision.fields.map(({ after }: { after: string }) => after)).toEqual(['乙']);
    expect((await answer(desk.li, revision.id, 'approve')).status).toBe(200);
    expect(await desk.station(id)).toMatchObject({ name: '乙', entrance: '后门' });
  });

  test('is not approved over what somebody else wrote into the same field meanwhile', async () => {
    const id = await opened(desk);
    await revise(desk.wang, id, { name: '甲', town: '一马路街道' });
    await revise(desk.zhao, id, { town: '德化街街道' });
    const { revision } = await file(desk.li, id);
    expect(revision).toMatchObject({ isStale: true, mayApprove: false });
    expect(revision.fields).toContainEqual({ field: 'town', before: null, after: '一马路街道', now: '德化街街道' });
    const refused = await answer(desk.li, revision.id, 'approve');
    expect(refused.body).toMatchObject({ kind: 'rev-stale', data: { based: 4, current: 5 } });
    expect(await desk.station(id)).toMatchObject({ name: '德化街爱心驿站', town: '德化街街道' });
  });

  test('lapses when its station leaves', async () => {
    const id = await opened(desk, { point: gcj02(113.5, 34.71) });
    const into = await opened(desk, { point: gcj02(113.49, 34.71) });
    await revise(desk.wang, id, { name: '甲' });
    const { revision } = await file(desk.li, id);
    const { code } = await desk.station(into);
    await take(desk, id, [[desk.li, { kind: 'merge', successor: code, reason: '同一个门' }]]);
    expect((await file(desk.wang, id)).revision).toBeNull();
    expect((await answer(desk.li, revision.id, 'approve')).refused).toBe('revision-unknown');
  });

  test('is never needed for what takes effect at once, and keeps a keeper to hours and faults', async () => {
    const id = await opened(desk);
    const keeper = desk.clerk('410102', ['keeper', 'analyst'], { stations: [id as never] });
    expect((await revise(keeper, id, { toiletMetres: 40 })).body.waiting).toBe(false);
    expect((await revise(keeper, id, { entrance: '后门' })).refused).toBe('not-permitted');
    expect((await revise(keeper, id, { name: '我的站' })).refused).toBe('not-permitted');
    expect((await revise(desk.wang, id, { point: gcj02(113.66443, 34.757321) })).body.waiting).toBe(false);
    expect((await revise(desk.wang, id, { point: gcj02(113.6655, 34.757321) })).body.waiting).toBe(true);
  });

  test('hands a station over within the own branch only', async () => {
    const id = await opened(desk);
    expect((await revise(desk.wang, id, { union: '410105' })).refused).toBe('union-unknown');
    const city = desk.clerk('410100', ['officer']);
    expect((await revise(city, id, { union: '410105' })).body.waiting).toBe(true);
    const { revision } = await file(desk.li, id);
    expect((await answer(desk.li, revision.id, 'approve')).status).toBe(200);
    expect((await desk.wang.get(`/api/v1/desk/stations/${id}`)).status).toBe(404);
    expect((await desk.stranger.get(`/api/v1/desk/stations/${id}`)).status).toBe(200);
  });
});
