import { describe, expect, it } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { CommandOf, Facts, Patch } from '../../../shared/station/command.ts';
import { exitReasonOf } from '../../../shared/station/decide-exit.ts';
import { Ledger, LI, SYSTEM, WANG, type Who, ZHAO } from './ledger.ts';
import { date, factsOf, region, sampleStation, stationId } from './sample.ts';

const ID = stationId(1);
const NEW = stationId(2);

function importing(over: Partial<CommandOf<'import'>> = {}): CommandOf<'import'> {
  return {
    id: 'c',
    kind: 'import',
    station: ID,
    facts: factsOf(),
    origin: 'imported',
    openedOn: null,
    flags: [],
    ...over,
  };
}

/** A ledger in which the station stands, imported by the system. */
function standing(over: Partial<Facts> = {}): Ledger {
  const ledger = new Ledger();
  expect(ledger.ask(ID, importing({ facts: { ...factsOf(), ...over } }), ledger.context(ID, SYSTEM))).toBe(null);
  return ledger;
}

function drafted(): Ledger {
  const ledger = new Ledger();
  const command = { id: 'c', kind: 'draft', station: ID, facts: factsOf() } as const;
  expect(ledger.ask(ID, command, ledger.context(ID, WANG))).toBe(null);
  return ledger;
}

const submit: CommandOf<'submit'> = { id: 'c', kind: 'submit', duplicateAnswer: null };
const approve: CommandOf<'approve'> = { id: 'c', kind: 'approve' };
const accept: CommandOf<'accept'> = { id: 'c', kind: 'accept', checklist: [{ item: '饮水', met: true }] };
const suspend: CommandOf<'suspend'> = { id: 'c', kind: 'suspend', reason: '水管改造', until: date('2026-12-01') };
const resume: CommandOf<'resume'> = { id: 'c', kind: 'resume' };
const rectify: CommandOf<'rectify'> = { id: 'c', kind: 'rectify', reason: '药箱过期', deadline: null };
const passRecheck: CommandOf<'pass-recheck'> = { id: 'c', kind: 'pass-recheck', evidence: '复查照片' };
const proposeExit: CommandOf<'propose-exit'> = {
  id: 'c',
  kind: 'propose-exit',
  reasonCode: 'HOST_LEFT',
  reason: '网点撤并',
  evidence: '巡查记录',
};
const openNotice: CommandOf<'open-notice'> = { id: 'c', kind: 'open-notice' };
const retire: CommandOf<'retire'> = { id: 'c', kind: 'retire' };
const reinstate: CommandOf<'reinstate'> = {
  id: 'c',
  kind: 'reinstate',
  reason: '网点重开',
  document: '工办〔2026〕9号',
};

function must(ledger: Ledger, who: Who, ...commands: readonly Parameters<Ledger['ask']>[1][]): void {
  for (const command of commands) {
    expect(ledger.ask(ID, command, ledger.context(ID, who)), `${command.kind} by ${who.id}`).toBe(null);
  }
}

function refusal(ledger: Ledger, who: Who, command: Parameters<Ledger['ask']>[1]) {
  return ledger.ask(ID, command, ledger.context(ID, who));
}

describe('registering', () => {
  it('goes from draft to a coded station in four hands, and the code comes with acceptance', () => {
    const ledger = drafted();
    expect(ledger.station(ID)).toMatchObject({ status: 'draft', code: null, origin: 'registered', rev: 1 });
    must(ledger, WANG, submit);
    must(ledger, LI, approve);
    expect(ledger.station(ID)).toMatchObject({ status: 'approved', code: null });
    must(ledger, LI, accept);
    expect(ledger.station(ID)).toMatchObject({
      status: 'active',
      code: '410102100000105',
      openedOn: '2026-11-26',
      verified: 'on-site',
      rev: 4,
    });
    expect(Number(ledger.station(ID).code) % 97).toBe(1);
  });

  it('lets nobody approve, return or accept what they wrote or submitted', () => {
    const ledger = drafted();
    must(ledger, ZHAO, { id: 'c', kind: 'draft', station: ID, facts: factsOf() });
    must(ledger, WANG, submit);
    for (const who of [ZHAO, { ...WANG, functions: ['approver'] as const }]) {
      expect(refusal(ledger, who, approve)).toEqual({ kind: 'four-eyes', step: 'approve' });
      expect(refusal(ledger, who, { id: 'c', kind: 'return', reason: '补照片' })).toMatchObject({ kind: 'four-eyes' });
    }
    must(ledger, LI, approve);
    expect(refusal(ledger, ZHAO, accept)).toEqual({ kind: 'four-eyes', step: 'accept' });
    must(ledger, LI, accept);
  });

  it('is given back with a reason, mended, and handed in again', () => {
    const ledger = drafted();
    must(ledger, WANG, submit);
    expect(refusal(ledger, LI, { id: 'c', kind: 'return', reason: ' ' })).toEqual({
      kind: 'field-required',
      field: 'reason',
    });
    must(ledger, LI, { id: 'c', kind: 'return', reason: '缺门口照片' });
    expect(ledger.station(ID)).toMatchObject({ status: 'returned', statusNote: { reason: '缺门口照片' } });
    must(ledger, WANG, { id: 'c', kind: 'draft', station: ID, facts: { ...factsOf(), entrance: '后门' } }, submit);
    expect(ledger.station(ID)).toMatchObject({ status: 'submitted', entrance: '后门', statusNote: null });
    must(ledger, WANG, { id: 'c', kind: 'withdraw' });
    expect(ledger.station(ID).status).toBe('draft');
  });

  it('waits until similar stations nearby are answered', () => {
    const ledger = drafted();
    const context = { ...ledger.context(ID, WANG), similar: ['410102100003791'] };
    expect(ledger.ask(ID, submit, context)).toEqual({ kind: 'duplicate-unanswered', similar: ['410102100003791'] });
    expect(ledger.ask(ID, { ...submit, duplicateAnswer: '  ' }, context)).toMatchObject({
      kind: 'duplicate-unanswered',
    });
    expect(ledger.ask(ID, { ...submit, duplicateAnswer: '隔壁楼另一家' }, context)).toBe(null);
  });

  it('names the items of the standard that are missing', () => {
    const ledger = drafted();
    must(ledger, WANG, submit);
    must(ledger, LI, approve);
    const checklist = [
      { item: '饮水', met: true },
      { item: '标牌', met: false },
    ];
    expect(refusal(ledger, LI, { ...accept, checklist })).toEqual({ kind: 'checklist-unmet', items: ['标牌'] });
  });

  it('may be given up before it is built, and then has no code', () => {
    const ledger = drafted();
    must(ledger, WANG, submit);
    must(ledger, LI, approve, { id: 'c', kind: 'abandon', reason: '场地没谈成' });
    expect(ledger.station(ID)).toMatchObject({ status: 'abandoned', code: null });
  });
});

describe('importing', () => {
  it('publishes a standing station at once, unverified, with a code of its type', () => {
    const ledger = standing();
    expect(ledger.station(ID)).toMatchObject({ status: 'active', origin: 'imported', verified: 'unverified', rev: 1 });
    expect(ledger.station(ID).code?.slice(0, 7)).toBe('4101021');
    const synthetic = new Ledger();
    synthetic.ask(ID, importing({ origin: 'synthetic' }), synthetic.context(ID, SYSTEM));
    expect(synthetic.station(ID).code?.slice(0, 7)).toBe('4101029');
  });

  it('keeps a flagged row unpublished and without a code until somebody answers', () => {
    const ledger = new Ledger();
    ledger.ask(ID, importing({ flags: ['坐标在区外', '与别的站点重复'] }), ledger.context(ID, SYSTEM));
    expect(ledger.station(ID)).toMatchObject({ status: 'submitted', code: null });
    expect(ledger.trail(ID)[0]?.reason).toBe('坐标在区外；与别的站点重复');
    must(ledger, WANG, { id: 'c', kind: 'accept-flagged', reason: '现场看过，坐标没错' });
    expect(ledger.station(ID)).toMatchObject({ status: 'active' });
    expect(ledger.station(ID).code).not.toBe(null);
  });

  it('is no way around the approver: what was rewritten and submitted must be approved', () => {
    const answer = { id: 'c', kind: 'accept-flagged', reason: '没问题' } as const;
    const ledger = new Ledger();
    ledger.ask(ID, importing({ flags: ['坐标在区外'] }), ledger.context(ID, SYSTEM));
    must(
      ledger,
      WANG,
      { id: 'c', kind: 'withdraw' },
      { id: 'c', kind: 'draft', station: ID, facts: factsOf() },
      submit,
    );
    expect(refusal(ledger, WANG, answer)).toMatchObject({ kind: 'step-not-allowed' });
    const registered = drafted();
    must(registered, WANG, submit);
    expect(refusal(registered, WANG, answer)).toMatchObject({ kind: 'step-not-allowed' });
    const forgetful = { ...registered.context(ID, WANG), trail: [] };
    expect(registered.ask(ID, answer, forgetful)).toMatchObject({ kind: 'step-not-allowed' });
  });

  const faults: readonly (readonly [string, Partial<Facts>, object])[] = [
    ['no name', { name: ' ' }, { kind: 'field-required', field: 'name' }],
    ['no address', { address: '' }, { kind: 'field-required', field: 'address' }],
    ['a long name', { name: '长'.repeat(61) }, { kind: 'field-length', field: 'name', max: 60 }],
    ['swapped coordinates', { point: gcj02(34.757, 113.664) }, { kind: 'point-abroad', field: 'point' }],
    ['no coordinates', { point: gcj02(0, 0) }, { kind: 'point-abroad' }],
    ['not a number', { point: gcj02(Number.NaN, 30) }, { kind: 'point-abroad' }],
    ['six stars', { stars: 6 }, { kind: 'field-range', field: 'stars' }],
    ['no area', { area: 0 }, { kind: 'field-range', field: 'area' }],
    ['a far toilet', { toiletMetres: -1 }, { kind: 'field-range', field: 'toiletMetres' }],
    ['a wrong credit code', { uscc: '91410100MA00000001' }, { kind: 'field-format', field: 'uscc' }],
    ['an empty federation code', { federationCode: '' }, { kind: 'field-format', field: 'federationCode' }],
    ['a lodging without its term', { kind: 'temporary-lodging' }, { kind: 'field-required', field: 'lodging' }],
    ['a mobile station without stops', { kind: 'mobile' }, { kind: 'field-required', field: 'stops' }],
    [
      'a stop abroad',
      { kind: 'mobile', stops: [{ name: '广场', point: gcj02(0, 0), spans: [] }] },
      { kind: 'point-abroad', field: 'stops.0.point' },
    ],
    [
      'a term that ends before it starts',
      { kind: 'temporary-lodging', lodging: { startsOn: date('2026-07-02'), endsOn: date('2026-07-01'), beds: 3 } },
      { kind: 'field-date-early', field: 'lodging.endsOn' },
    ],
  ];
  it.each(faults)('refuses %s and names the field', (_, wrong, expected) => {
    const ledger = new Ledger();
    const command = importing({ facts: { ...factsOf(), uscc: null, ...wrong } });
    expect(ledger.ask(ID, command, ledger.context(ID, SYSTEM))).toMatchObject(expected);
    expect(ledger.stations.size).toBe(0);
  });
});

describe('revising', () => {
  function revise(patch: Patch, basedOn = 1): CommandOf<'revise'> {
    return { id: 'c', kind: 'revise', patch, basedOn, reason: null };
  }

  it('takes effect at once for what needs no approver', () => {
    const ledger = standing();
    must(ledger, WANG, revise({ entrance: '从北门进', publicPhone: null }));
    expect(ledger.station(ID)).toMatchObject({ entrance: '从北门进', rev: 2 });
  });

  it('changes nothing when nothing differs', () => {
    const ledger = standing();
    must(ledger, WANG, revise({ ...factsOf() }));
    expect(ledger.station(ID).rev).toBe(1);
    expect(ledger.trail(ID)).toHaveLength(1);
  });

  it('refuses a revision of an older record', () => {
    expect(refusal(standing(), WANG, revise({ entrance: '北门' }, 0))).toEqual({
      kind: 'rev-stale',
      based: 0,
      current: 1,
    });
  });

  it('leaves name, kind, host, union and a far point to an approver who did not write it', () => {
    const ledger = standing();
    const far = gcj02(113.664412 + 0.001, 34.757321);
    for (const patch of [{ name: '新名' }, { hostName: '别家' }, { hostType: 'post' as const }, { point: far }]) {
      expect(refusal(ledger, WANG, revise(patch))).toEqual({ kind: 'needs-approver', fields: Object.keys(patch) });
    }
    expect(refusal(ledger, ZHAO, revise({ name: '新名' }))).toMatchObject({ kind: 'needs-approver' });
    const own = { ...ledger.context(ID, ZHAO), proposedBy: ZHAO.id };
    expect(ledger.ask(ID, revise({ name: '新名' }), own)).toEqual({ kind: 'four-eyes', step: 'revise' });
    expect(ledger.ask(ID, revise({ name: '新名' }), { ...ledger.context(ID, LI), proposedBy: 'wang' })).toBe(null);
    expect(ledger.station(ID).name).toBe('新名');
  });

  it('lets the command line write what a newer ledger says', () => {
    const ledger = standing();
    must(ledger, SYSTEM, revise({ name: '新名' }));
    expect(ledger.station(ID).name).toBe('新名');
  });

  it('needs no approver where the union set it so, nor for a point a few metres off', () => {
    const ledger = standing();
    const settings = { ...ledger.context(ID, WANG).settings, 'revise-needs-approver': false };
    expect(ledger.ask(ID, revise({ name: '新名' }), { ...ledger.context(ID, WANG), settings })).toBe(null);
    must(ledger, WANG, revise({ point: gcj02(113.664412 + 0.0004, 34.757321) }, 2));
  });

  it('never moves a station out of its place', () => {
    const ledger = standing();
    const context = { ...ledger.context(ID, LI), proposedBy: 'wang' };
    const moved = ledger.ask(ID, revise({ point: gcj02(113.68, 34.757321) }), context);
    expect(moved).toMatchObject({ kind: 'move-too-far', max: 200 });
  });

  it('gives a keeper hours and faults, and nothing else', () => {
    const keeper: Who = { id: 'sun', functions: ['keeper'] };
    const ledger = standing();
    const broken = { water: { state: 'broken', note: null, confirmedOn: '2026-11-26' } } as const;
    must(ledger, keeper, revise({ amenities: broken }));
    expect(ledger.station(ID).amenities.water?.state).toBe('broken');
    expect(refusal(ledger, keeper, revise({ address: '别处' }, 2))).toEqual({ kind: 'not-permitted', step: 'revise' });
  });

  it('never writes status, code or revision, whatever a patch carries', () => {
    const ledger = standing();
    const before = ledger.station(ID);
    const patch = { entrance: '北门', status: 'retired', code: null, rev: 9, id: 'x', openedOn: '2020-01-01' };
    must(ledger, WANG, revise(patch));
    expect(ledger.station(ID)).toEqual({ ...before, entrance: '北门', rev: 2 });
  });

  it('confirms how and when somebody looked', () => {
    const ledger = standing();
    must(ledger, WANG, { id: 'c', kind: 'confirm', verified: 'on-site' });
    expect(ledger.station(ID)).toMatchObject({ verified: 'on-site', verifiedOn: '2026-11-26' });
  });
});

describe('relocating', () => {
  function relocate(lng: number): CommandOf<'relocate'> {
    return {
      id: 'c',
      kind: 'relocate',
      newStation: NEW,
      point: gcj02(lng, 34.757321),
      region: region('410103'),
      town: null,
      address: '大学路 1 号',
      entrance: null,
      reason: '搬到新楼',
    };
  }

  it('keeps record and code within 200 m', () => {
    const ledger = standing();
    const { code } = ledger.station(ID);
    must(ledger, WANG, relocate(113.664412 + 0.002));
    expect(ledger.station(ID)).toMatchObject({ code, status: 'active', address: '大学路 1 号', rev: 2 });
    expect(ledger.stations.size).toBe(1);
  });

  it('beyond that makes a new station with a new code, each leading to the other', () => {
    const ledger = standing({ federationCode: 'F-1', photos: ['old-door'] });
    must(ledger, WANG, relocate(113.68));
    const [old, moved] = [ledger.station(ID), ledger.station(NEW)];
    expect(moved).toMatchObject({
      status: 'active',
      predecessor: old.code,
      successor: null,
      rev: 1,
      verified: 'unverified',
    });
    expect(moved.code?.slice(0, 6)).toBe('410103');
    expect(old).toMatchObject({ status: 'relocated', successor: moved.code, address: '德化街 12 号', rev: 2 });
    expect(old.code).not.toBe(moved.code);
    expect([old.federationCode, moved.federationCode]).toEqual(['F-1', null]);
    expect([old.photos, moved.photos]).toEqual([['old-door'], []]);
    expect(ledger.trail(NEW)).toHaveLength(1);
  });
});

describe('cases', () => {
  it('nest: each ends where it began', () => {
    const ledger = standing();
    const seen: string[] = [];
    for (const command of [rectify, suspend, rectify, passRecheck, resume, passRecheck]) {
      must(ledger, WANG, command);
      seen.push(ledger.station(ID).status);
    }
    expect(seen).toEqual(['rectifying', 'suspended', 'rectifying', 'suspended', 'rectifying', 'active']);
    expect(ledger.station(ID).statusNote).toBe(null);
  });

  it('say why and until when, and give the default days where nobody set a deadline', () => {
    const ledger = standing();
    must(ledger, WANG, suspend);
    expect(ledger.station(ID).statusNote).toEqual({ reason: '水管改造', since: '2026-11-26', until: '2026-12-01' });
    must(ledger, WANG, resume, rectify);
    expect(ledger.station(ID).statusNote).toEqual({ reason: '药箱过期', since: '2026-11-26', until: '2026-12-11' });
  });

  it('refuse a return or a deadline that is already past', () => {
    const expected = { kind: 'field-date-early', notBefore: '2026-11-26' };
    const until = date('2026-11-25');
    expect(refusal(standing(), WANG, { ...suspend, until })).toMatchObject({ ...expected, field: 'until' });
    expect(refusal(standing(), WANG, { ...rectify, deadline: until })).toMatchObject({
      ...expected,
      field: 'deadline',
    });
    expect(refusal(standing(), WANG, { ...suspend, until: null })).toBe(null);
  });

  it('lead back from a refused exit to where the station stood', () => {
    const ledger = standing();
    must(ledger, WANG, suspend, proposeExit);
    must(ledger, LI, { id: 'c', kind: 'reject-exit', reason: '还能修' });
    expect(ledger.station(ID)).toMatchObject({ status: 'suspended', statusNote: { reason: '水管改造' } });
    must(ledger, WANG, resume);
    expect(ledger.station(ID).status).toBe('active');
  });
});

describe('leaving', () => {
  function noticed(): Ledger {
    const ledger = standing();
    must(ledger, WANG, proposeExit);
    must(ledger, LI, openNotice);
    return ledger;
  }

  it('takes a proposal, another person’s notice, and seven full days', () => {
    const ledger = noticed();
    const { code } = ledger.station(ID);
    expect(ledger.station(ID).statusNote).toEqual({ reason: '网点撤并', since: '2026-11-26', until: '2026-12-03' });
    expect(refusal(ledger, LI, retire)).toEqual({ kind: 'too-early', step: 'retire', notBefore: '2026-12-04' });
    ledger.pass(7);
    expect(refusal(ledger, LI, retire)).toMatchObject({ kind: 'too-early' });
    ledger.pass(1);
    must(ledger, LI, retire);
    const gone = ledger.station(ID);
    expect(gone).toMatchObject({ status: 'retired', code, statusNote: { reason: '网点撤并', since: '2026-12-04' } });
    expect(exitReasonOf(ledger.trail(ID).slice(-1)[0]?.reason ?? '')).toBe('HOST_LEFT');
  });

  it('keeps the announced day through a suspension in between', () => {
    const ledger = noticed();
    must(ledger, WANG, { ...suspend, reason: '漏电' }, resume);
    expect(ledger.station(ID)).toMatchObject({ status: 'exit-notice', statusNote: { until: '2026-12-03' } });
  });

  it('never lets the proposer open the notice or retire', () => {
    const ledger = standing();
    must(ledger, ZHAO, proposeExit);
    expect(refusal(ledger, ZHAO, openNotice)).toEqual({ kind: 'four-eyes', step: 'open-notice' });
    must(ledger, LI, openNotice);
    ledger.pass(30);
    expect(refusal(ledger, ZHAO, retire)).toEqual({ kind: 'four-eyes', step: 'retire' });
  });

  it('waits for every objection to be answered', () => {
    const ledger = noticed();
    const objection = { id: 'c', kind: 'record-objection', reason: '周边没有别的站' } as const;
    must(ledger, WANG, objection, objection);
    ledger.pass(8);
    expect(refusal(ledger, LI, retire)).toEqual({ kind: 'objection-open' });
    const dismiss = { id: 'c', kind: 'dismiss-objection', reason: '300 米内有两个' } as const;
    must(ledger, LI, dismiss);
    expect(refusal(ledger, LI, retire)).toEqual({ kind: 'objection-open' });
    must(ledger, LI, dismiss, retire);
  });

  it('ends at an upheld objection, and a later proposal starts afresh', () => {
    const ledger = noticed();
    must(ledger, WANG, { id: 'c', kind: 'record-objection', reason: '还在用' });
    must(ledger, LI, { id: 'c', kind: 'uphold-objection', restoresTo: 'rectifying', reason: '先修', deadline: null });
    expect(ledger.station(ID)).toMatchObject({ status: 'rectifying', statusNote: { until: '2026-12-11' } });
    must(ledger, WANG, passRecheck);
    expect(ledger.station(ID)).toMatchObject({ status: 'active', statusNote: null });
    must(ledger, ZHAO, proposeExit);
    must(ledger, LI, openNotice);
    ledger.pass(8);
    must(ledger, LI, retire);
  });

  it('goes back a step when the notice is withdrawn', () => {
    const ledger = noticed();
    must(ledger, LI, { id: 'c', kind: 'withdraw-notice', reason: '材料不全' });
    expect(ledger.station(ID)).toMatchObject({ status: 'exit-proposed', statusNote: { until: null } });
    must(ledger, LI, { id: 'c', kind: 'reject-exit', reason: '不退了' });
    expect(ledger.station(ID)).toMatchObject({ status: 'active', statusNote: null });
  });

  it('is undone only by another person, under the old code', () => {
    const ledger = noticed();
    const { code } = ledger.station(ID);
    ledger.pass(8);
    must(ledger, LI, retire);
    expect(refusal(ledger, LI, reinstate)).toEqual({ kind: 'four-eyes', step: 'reinstate' });
    expect(refusal(ledger, ZHAO, { ...reinstate, document: '' })).toEqual({
      kind: 'field-required',
      field: 'document',
    });
    must(ledger, ZHAO, reinstate);
    expect(ledger.station(ID)).toMatchObject({ status: 'active', code, statusNote: null });
    expect(ledger.codes).toHaveLength(1);
  });

  it('merges only into an open station that is not itself', () => {
    const ledger = standing();
    const { code } = ledger.station(ID);
    const other = sampleStation({ id: NEW });
    if (other.code === null || code === null) throw new Error('the sample has a code');
    const merge = { id: 'c', kind: 'merge', successor: other.code, reason: '同一处两块牌子' } as const;
    const context = ledger.context(ID, LI);
    const unfit = { kind: 'successor-unfit', code: other.code };
    expect(ledger.ask(ID, merge, context)).toEqual(unfit);
    expect(ledger.ask(ID, merge, { ...context, successor: { ...other, status: 'retired' } })).toEqual(unfit);
    expect(ledger.ask(ID, merge, { ...context, successor: { ...other, status: 'suspended' } })).toEqual(unfit);
    expect(ledger.ask(ID, merge, { ...context, successor: { ...other, id: ID } })).toEqual(unfit);
    expect(ledger.ask(ID, { ...merge, successor: code }, { ...context, successor: other })).toMatchObject({
      kind: 'successor-unfit',
    });
    expect(ledger.ask(ID, merge, { ...context, successor: other })).toBe(null);
    expect(ledger.station(ID)).toMatchObject({ status: 'merged', code, successor: other.code });
  });

  it('ends a term only when it is over, and only for temporary lodging', () => {
    const endTerm = { id: 'c', kind: 'end-term' } as const;
    expect(refusal(standing(), WANG, endTerm)).toMatchObject({ kind: 'step-not-allowed' });
    const lodging = { startsOn: date('2026-07-01'), endsOn: date('2026-11-26'), beds: 12 };
    const ledger = standing({ kind: 'temporary-lodging', lodging });
    expect(refusal(ledger, WANG, endTerm)).toEqual({ kind: 'too-early', step: 'end-term', notBefore: '2026-11-27' });
    ledger.pass(1);
    must(ledger, WANG, endTerm);
    expect(ledger.station(ID).status).toBe('retired');
    expect(exitReasonOf(ledger.trail(ID)[1]?.reason ?? '')).toBe('TERM_END');
  });
});
