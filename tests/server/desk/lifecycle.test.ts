import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { codeParts, parseCode } from '../../../shared/station/code.ts';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { type Desk, newFacts, openDesk, opened, rollId, take, told } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.close());

const NEAR = { duplicateAnswer: '与附近的不是同一个门' };
const proposeExit = { kind: 'propose-exit', reasonCode: 'LOW_USE', reason: '几个月没有人来', evidence: '巡查记录三次' };

describe('registering a station', () => {
  test('leads from a draft to phones through two people, and gives the code at acceptance', async () => {
    const id = rollId();
    const drafted = await desk.step(desk.wang, id, { kind: 'draft', facts: newFacts() });
    expect(drafted.body).toMatchObject({ waiting: false, receipt: { stations: [{ id, code: null, rev: 1 }] } });
    await take(desk, id, [[desk.wang, { kind: 'submit', duplicateAnswer: null }]]);
    expect((await desk.step(desk.wang, id, { kind: 'approve' })).refused).toBe('not-permitted');
    await take(desk, id, [[desk.li, { kind: 'approve' }]]);
    const accepted = await desk.step(desk.qian, id, { kind: 'accept', checklist: [{ item: '有标牌', met: true }] });
    const { code } = accepted.body.receipt.stations[0];
    expect(parseCode(code).ok).toBe(true);
    expect(await desk.station(id)).toMatchObject({ code, status: 'active', openedOn: '2026-11-26', rev: 4 });
    const found = await desk.server.get(`/api/v1/stations/${code}`);
    expect(found.status).toBe(200);
  });

  test('keeps a draft over a draft only from who saw the draft that is there', async () => {
    const id = rollId();
    await desk.step(desk.wang, id, { kind: 'draft', facts: newFacts({ name: '一稿' }) });
    const blind = await desk.step(desk.zhao, id, { kind: 'draft', facts: newFacts({ name: '二稿' }) });
    expect(blind.body).toMatchObject({ status: 409, kind: 'rev-stale', data: { based: 0, current: 1 } });
    expect((await desk.step(desk.zhao, id, { kind: 'draft', facts: newFacts({ name: '二稿' }), seen: 1 })).status).toBe(
      200,
    );
    expect((await desk.station(id)).name).toBe('二稿');
  });

  test('asks what the likely twins nearby are before it is submitted, whoever answers for those', async () => {
    const place = { point: gcj02(113.7001, 34.7001), hostName: '示例邮政' };
    const first = await opened(desk, { ...place, name: '经三路驿站' });
    const id = rollId();
    await desk.step(desk.wang, id, { kind: 'draft', facts: newFacts({ ...place, name: '别的名字' }) });
    const asked = await desk.step(desk.wang, id, { kind: 'submit', duplicateAnswer: ' ' });
    const { code } = await desk.station(first);
    expect(asked.body).toMatchObject({ status: 409, kind: 'duplicate-unanswered', data: { similar: [code] } });
    await take(desk, id, [[desk.wang, { kind: 'submit', ...NEAR }]]);
  });

  test('is judged when it is submitted: a half done draft is kept, and its fault named in Chinese then', async () => {
    const id = rollId();
    await desk.step(desk.wang, id, { kind: 'draft', facts: newFacts({ name: '', uscc: '123' }) });
    const asked = await desk.step(desk.wang, id, { kind: 'submit', ...NEAR });
    expect(asked.body).toMatchObject({ status: 400, kind: 'field-required', field: 'name' });
    expect(asked.body.detail).toContain('站点名称');
  });

  test('waits in another branch for nobody: there it is not', async () => {
    const id = rollId();
    await take(desk, id, [[desk.wang, { kind: 'draft', facts: newFacts() }]]);
    for (const command of [{ kind: 'submit', ...NEAR }, { kind: 'draft', facts: newFacts() }, { kind: 'approve' }]) {
      const foreign = await desk.step(desk.stranger, id, command);
      const nowhere = await desk.step(desk.stranger, rollId(), { kind: 'submit', ...NEAR });
      expect([foreign.status, foreign.refused]).toEqual([404, 'not-permitted']);
      expect([nowhere.status, nowhere.refused]).toEqual([404, 'not-permitted']);
    }
    expect((await desk.stranger.get(`/api/v1/desk/stations/${id}`)).status).toBe(404);
    expect((await desk.stranger.get(`/api/v1/desk/stations/${id}/history`)).status).toBe(404);
  });

  test('is for the own branch alone, by what the form says too', async () => {
    const id = rollId();
    const facts = newFacts({ union: '410105' as never });
    expect((await desk.step(desk.wang, id, { kind: 'draft', facts })).refused).toBe('not-permitted');
    await take(desk, id, [[desk.wang, { kind: 'draft', facts: newFacts() }]]);
    expect((await desk.step(desk.wang, id, { kind: 'draft', facts, seen: 1 })).refused).toBe('union-unknown');
    const province = newFacts({ region: '410000' as never });
    expect((await desk.step(desk.wang, id, { kind: 'draft', facts: province, seen: 1 })).refused).toBe(
      'region-unknown',
    );
  });
});

describe('running a station', () => {
  test('suspends, resumes, sets a deadline and passes the re-check, each with its note', async () => {
    const id = await opened(desk);
    await take(desk, id, [[desk.wang, { kind: 'suspend', reason: '停水', until: '2026-11-30' }]]);
    expect((await desk.station(id)).statusNote).toEqual({ reason: '停水', since: '2026-11-26', until: '2026-11-30' });
    await take(desk, id, [
      [desk.wang, { kind: 'resume' }],
      [desk.wang, { kind: 'rectify', reason: '微波炉坏了', deadline: null }],
    ]);
    const file = (await told(desk.wang.get(`/api/v1/desk/stations/${id}`))).body;
    expect(file).toMatchObject({
      station: { status: 'rectifying' },
      deadline: '2026-12-11',
      settings: { rectifyDays: 15 },
    });
    await take(desk, id, [[desk.wang, { kind: 'pass-recheck', evidence: '现场看过，已修好' }]]);
    expect((await desk.station(id)).status).toBe('active');
  });

  test('moves far only under a new code that the old one leads to, and its contacts and tasks go with it', async () => {
    const id = await opened(desk, { point: gcj02(113.61, 34.71) });
    await told(desk.wang.post('/api/v1/desk/contacts', contact(id)));
    const newStation = rollId();
    const move = {
      newStation,
      point: gcj02(113.63, 34.73),
      region: '410102',
      town: null,
      address: '大学路 1 号',
      entrance: null,
    };
    await take(desk, id, [[desk.wang, { kind: 'relocate', ...move, reason: '租约到期' }]]);
    const [old, fresh] = [await desk.station(id), await desk.station(newStation)];
    expect(old).toMatchObject({ status: 'relocated', successor: fresh.code });
    expect(fresh).toMatchObject({ status: 'active', predecessor: old.code });
    const left = (await told(desk.wang.get(`/api/v1/desk/stations/${id}`))).body;
    expect(left.tasks.map(({ kind, due }: { kind: string; due: string }) => [kind, due])).toEqual([
      ['plaque-recovered', '2026-12-26'],
      ['amap-delisted', '2026-12-26'],
      ['baidu-delisted', '2026-12-26'],
      ['tencent-delisted', '2026-12-26'],
    ]);
    expect(left.contacts).toEqual([]);
    const now = (await told(desk.wang.get(`/api/v1/desk/stations/${fresh.code}`))).body;
    expect(now.contacts).toHaveLength(1);
    const told1 = (await told(desk.wang.get(`/api/v1/desk/stations/${newStation}/history`))).body;
    expect(new Set(told1.rows.map(({ station }: { station: { code: string } }) => station.code))).toEqual(
      new Set([old.code, fresh.code]),
    );
    expect(told1.rows.map(({ step }: { step: string }) => step)).toContain('submit');
  });

  test('never takes the old id for the new record of a move', async () => {
    const id = await opened(desk, { point: gcj02(113.59, 34.71) });
    const move = {
      newStation: id,
      point: gcj02(113.63, 34.75),
      region: '410102',
      town: null,
      address: '路 1 号',
      entrance: null,
    };
    expect((await desk.step(desk.wang, id, { kind: 'relocate', ...move, reason: '搬了' })).body.field).toBe(
      'newStation',
    );
  });

  test('merges into another, whose code the old one then leads to', async () => {
    const [old, into] = [
      await opened(desk, { point: gcj02(113.58, 34.7) }),
      await opened(desk, { point: gcj02(113.57, 34.7) }),
    ];
    const { code } = await desk.station(into);
    const unfit = await desk.step(desk.li, old, {
      kind: 'merge',
      successor: (await desk.station(old)).code,
      reason: '同一个门',
    });
    expect(unfit.refused).toBe('successor-unfit');
    await take(desk, old, [[desk.li, { kind: 'merge', successor: code, reason: '同一个门' }]]);
    expect(await desk.station(old)).toMatchObject({ status: 'merged', successor: code });
  });
});

describe('giving a station up', () => {
  test('goes by a proposal, a notice by the city, objections answered, and comes to tasks; a wrong one is reinstated', async () => {
    const id = await opened(desk, { point: gcj02(113.55, 34.7) });
    await take(desk, id, [
      [desk.wang, proposeExit],
      [desk.li, { kind: 'open-notice' }],
      [desk.wang, { kind: 'record-objection', reason: '附近没有别的站' }],
    ]);
    const file = async (who = desk.li) => (await told(who.get(`/api/v1/desk/stations/${id}`))).body;
    expect(await file()).toMatchObject({
      noticeEnds: '2026-12-03',
      objections: [{ state: 'open', reason: '附近没有别的站' }],
    });
    desk.pass(9);
    const verdict = async (step: string) => (await file()).steps.find((each: { step: string }) => each.step === step);
    expect(await verdict('retire')).toMatchObject({ allowed: false, why: expect.stringContaining('异议') });
    expect((await desk.step(desk.li, id, { kind: 'retire' })).refused).toBe('objection-open');
    await take(desk, id, [[desk.li, { kind: 'dismiss-objection', reason: '300 米内有两个' }]]);
    expect(await verdict('dismiss-objection')).toMatchObject({ allowed: false });
    expect((await desk.step(desk.li, id, { kind: 'dismiss-objection', reason: '再答' })).refused).toBe('no-objection');
    expect(await verdict('retire')).toEqual({ step: 'retire', allowed: true, why: null });
    await take(desk, id, [[desk.li, { kind: 'retire' }]]);
    const left = await file(desk.wang);
    expect(left).toMatchObject({
      station: { status: 'retired' },
      objections: [{ state: 'dismissed', answer: '300 米内有两个' }],
    });
    expect(left.tasks).toHaveLength(4);
    const [task] = left.tasks;
    const done = await told(desk.wang.post(`/api/v1/desk/tasks/${task.id}`, { id: rollId(), evidence: '标牌已带回' }));
    expect(done.body).toMatchObject({ task: task.id });
    const again = await told(desk.wang.post(`/api/v1/desk/tasks/${task.id}`, { id: rollId(), evidence: '又一次' }));
    expect([again.status, again.refused]).toEqual([409, 'task-done']);
    expect(
      (await told(desk.stranger.post(`/api/v1/desk/tasks/${left.tasks[1].id}`, { id: rollId(), evidence: '不归我' })))
        .status,
    ).toBe(404);
    expect((await desk.step(desk.li, id, { kind: 'reinstate', reason: '弄错了', document: '2026-9' })).refused).toBe(
      'four-eyes',
    );
    await take(desk, id, [[desk.qian, { kind: 'reinstate', reason: '弄错了', document: '郑工〔2026〕9 号' }]]);
    const back = await file();
    expect(back).toMatchObject({ station: { status: 'active', code: left.station.code }, tasks: [] });
  });

  test('waits for the notice to run its days, and says until when', async () => {
    const id = await opened(desk, { point: gcj02(113.54, 34.7) });
    await take(desk, id, [
      [desk.wang, proposeExit],
      [desk.li, { kind: 'open-notice' }],
    ]);
    desk.pass(7);
    const early = await desk.step(desk.li, id, { kind: 'retire' });
    expect(early.refused).toBe('too-early');
    desk.pass(1);
    await take(desk, id, [[desk.li, { kind: 'retire' }]]);
  });

  test('asks for the password again where it was given too long ago', async () => {
    const id = await opened(desk, { point: gcj02(113.53, 34.7) });
    const stale = desk.clerk('410102', ['officer'], { isFresh: false });
    const before = await desk.rows(id);
    expect((await desk.step(stale, id, proposeExit)).body).toMatchObject({ status: 403, kind: 'fresh-sign-needed' });
    expect(await desk.rows(id)).toBe(before);
    expect((await desk.step(stale, id, { kind: 'suspend', reason: '停水', until: null })).status).toBe(200);
  });

  test('lets a temporary one go when its term is over, and not a day before', async () => {
    const lodging = { startsOn: '2026-11-01', endsOn: '2026-12-20', beds: 6 } as never;
    desk.server.clock.now = (desk.server.clock.now - 30 * 86_400_000) as never;
    const id = await opened(desk, {
      kind: 'temporary-lodging',
      lodging,
      point: gcj02(113.52, 34.7),
      hours: UNKNOWN_HOURS,
    });
    expect(codeParts((await desk.station(id)).code ?? ('' as never)).type).toBe(4);
    expect((await desk.step(desk.wang, id, { kind: 'end-term' })).refused).toBe('too-early');
    desk.pass(90);
    await take(desk, id, [[desk.wang, { kind: 'end-term' }]]);
    expect(await desk.station(id)).toMatchObject({ status: 'retired' });
  });
});

function contact(station: string) {
  return {
    id: rollId(),
    station,
    contact: rollId(),
    role: 'keeper',
    name: '王建国',
    mobile: '138 0000 1234',
    purpose: '开门和送水',
    consentOn: '2026-11-20',
    consent: true,
  };
}
