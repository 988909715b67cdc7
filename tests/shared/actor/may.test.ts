import { describe, expect, it } from 'vitest';
import { type Actor, functionsFault, SYSTEM } from '../../../shared/actor/actor.ts';
import { may, mayDo, TASKS, type Task } from '../../../shared/actor/may.ts';
import { unionTree } from '../../../shared/actor/tree.ts';
import { type From, type Role, STEPS, type Step } from '../../../shared/station/lifecycle.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import { stationId, union } from '../station/sample.ts';

const PARENTS: Record<string, string | null> = {
  '000000': null,
  '410000': '000000',
  '410100': '410000',
  '410102': '410100',
  '410102-01': '410102',
  '410103': '410100',
  '410200': '410000',
  '320000': '000000',
  'i-post-41': '410000',
};
const tree = unionTree(
  Object.entries(PARENTS).map(([id, parent]) => ({ id: union(id), parent: parent === null ? null : union(parent) })),
);

const HERE = stationId(1);
const ELSEWHERE = stationId(2);

function actor(role: Role, at: string, stations = [] as Actor['stations']): Actor {
  return { id: `${role}@${at}`, union: union(at), functions: [role], stations };
}

/** The station belongs to the county union 410102; every column stands in some relation to it. */
const COLUMNS: readonly (readonly [name: string, actor: Actor, countyApproves: boolean])[] = [
  ['officer of its county', actor('officer', '410102'), false],
  ['officer of the city above', actor('officer', '410100'), false],
  ['officer of a sister county', actor('officer', '410103'), false],
  ['officer of a town below', actor('officer', '410102-01'), false],
  ['officer of another province', actor('officer', '320000'), false],
  ['approver of its county', actor('approver', '410102'), false],
  ['approver of its county, where counties approve', actor('approver', '410102'), true],
  ['approver of the city above', actor('approver', '410100'), false],
  ['approver of the province above', actor('approver', '410000'), false],
  ['approver of another city', actor('approver', '410200'), true],
  ['approver of an industry union', actor('approver', 'i-post-41'), true],
  ['keeper of this station', actor('keeper', '410102', [HERE]), false],
  ['keeper of another station', actor('keeper', '410102', [ELSEWHERE]), false],
  ['inspector sent to it', actor('inspector', '410100', [HERE]), false],
  ['analyst of the city above', actor('analyst', '410100'), false],
  ['auditor of the nation', actor('auditor', '000000'), false],
  ['security admin of the nation', actor('security-admin', '000000'), false],
  ['system admin of the nation', actor('system-admin', '000000'), false],
  ['the system', SYSTEM, false],
];

/**
 * Written by hand from the rules, never computed. One letter per column above, y = may:
 *                      officers       approvers         kp kp in an | au se sy | system
 *                      own up si to o own ok up pr o i                        */
const VERDICTS: { readonly [S in Step]: readonly [status: From, verdicts: string] } = {
  draft: ['none', 'yy... ...... .... ... .'],
  submit: ['draft', 'yy... ...... .... ... .'],
  withdraw: ['submitted', 'yy... ...... .... ... .'],
  import: ['none', 'yy... ...... .... ... y'],
  'accept-flagged': ['submitted', 'yy... ...... .... ... y'],
  return: ['submitted', '..... .yyy.. .... ... .'],
  approve: ['submitted', '..... .yyy.. .... ... .'],
  accept: ['approved', '..... .yyy.. .... ... .'],
  abandon: ['approved', '..... .yyy.. .... ... .'],
  revise: ['active', 'yy... .yyy.. y... ... y'],
  confirm: ['active', 'yy... ...... y... ... y'],
  relocate: ['active', 'yy... ...... .... ... .'],
  suspend: ['active', 'yy... ...... .... ... .'],
  resume: ['suspended', 'yy... ...... .... ... .'],
  rectify: ['active', 'yy... ...... .... ... .'],
  'pass-recheck': ['rectifying', 'yy... ...... .... ... .'],
  'propose-exit': ['active', 'yy... ...... .... ... .'],
  'reject-exit': ['exit-proposed', '..... ..yy.. .... ... .'],
  'open-notice': ['exit-proposed', '..... ..yy.. .... ... .'],
  'withdraw-notice': ['exit-notice', '..... ..yy.. .... ... .'],
  'record-objection': ['exit-notice', 'yy... ...... .... ... y'],
  'uphold-objection': ['exit-notice', '..... ..yy.. .... ... .'],
  'dismiss-objection': ['exit-notice', '..... ..yy.. .... ... .'],
  retire: ['exit-notice', '..... ..yy.. .... ... .'],
  merge: ['active', '..... ..yy.. .... ... .'],
  reinstate: ['retired', '..... ..yy.. .... ... .'],
  'end-term': ['active', 'yy... ...... .... ... .'],
};

const TASK_VERDICTS: { readonly [T in Task]: string } = {
  'read-station': 'yy... yyyy.. y.yy ... .',
  'read-contact': 'yy... yyyy.. y... ... .',
  'read-history': 'yy... yyyy.. .... y.. .',
  'answer-reports': 'yy... yyyy.. .... ... .',
  'print-plaque': 'yy... yyyy.. .... ... .',
  'read-figures': 'yy... yyyy.. ...y ... .',
  'keep-demand': 'yy... ...... ...y ... .',
  'submit-figures': 'yy... ...... ...y ... .',
  'sign-figures': '..... yyyy.. .... ... .',
  'settle-doubts': 'yy... yyyy.. .... ... .',
  export: 'yy... yyyy.. ...y ... .',
  'fill-inspection': '..... ...... ..y. ... .',
  'keep-logbook': '..... ...... y... ... .',
  'keep-entries': 'yy... ...... .... ... .',
  'manage-accounts': '..... ...... .... .y. .',
  'change-settings': '..... ...... .... ..y .',
  'make-backup': '..... ...... .... ..y .',
  'manage-partners': '..... ...... .... ..y .',
};

describe('who may take a step', () => {
  it('is as the table written by hand says, in every cell', () => {
    let cells = 0;
    for (const step of STEPS) {
      const [status, verdicts] = VERDICTS[step];
      const letters = [...verdicts.replaceAll(' ', '')];
      expect(letters.length, step).toBe(COLUMNS.length);
      for (const [i, [name, who, countyApproves]] of COLUMNS.entries()) {
        const settings = { ...SETTING_DEFAULTS, 'county-approves': countyApproves };
        const verdict = may(who, step, { id: HERE, union: union('410102'), status, tree, settings });
        expect(verdict.ok, `${step} by ${name}`).toBe(letters[i] === 'y');
        if (!verdict.ok) expect(verdict.refusal).toEqual({ kind: 'not-permitted', step });
        cells += 1;
      }
    }
    expect(cells).toBe(27 * 19);
  });

  it('is as the table says for tasks too', () => {
    for (const task of TASKS) {
      const letters = [...TASK_VERDICTS[task].replaceAll(' ', '')];
      expect(letters.length, task).toBe(COLUMNS.length);
      for (const [i, [name, who]] of COLUMNS.entries()) {
        const verdict = mayDo(who, task, { id: HERE, union: union('410102'), tree });
        expect(verdict.ok, `${task} by ${name}`).toBe(letters[i] === 'y');
      }
    }
  });

  it('never gives anybody a station of another branch, whatever they hold', () => {
    const roles: readonly Role[] = ['officer', 'approver', 'keeper', 'inspector', 'analyst'];
    const settings = { ...SETTING_DEFAULTS, 'county-approves': true };
    for (const at of ['410103', '410200', '320000', 'i-post-41', '410102-01', 'unheard-of']) {
      const who: Actor = { id: 'x', union: union(at), functions: roles, stations: [HERE] };
      for (const step of STEPS) {
        const on = { id: HERE, union: union('410102'), status: VERDICTS[step][0], tree, settings };
        expect(may(who, step, on).ok, `${step} from ${at}`).toBe(false);
      }
      for (const task of TASKS) expect(mayDo(who, task, { id: HERE, union: union('410102'), tree }).ok).toBe(false);
    }
  });

  it('is nobody when the station’s union is unknown', () => {
    const on = { id: HERE, union: union('nowhere'), status: 'active', tree, settings: SETTING_DEFAULTS } as const;
    expect(may(actor('officer', '000000'), 'suspend', on).ok).toBe(false);
    expect(may(SYSTEM, 'revise', on).ok).toBe(false);
  });

  it('says when the person might but the station is in another state', () => {
    const on = { id: HERE, union: union('410102'), status: 'retired', tree, settings: SETTING_DEFAULTS } as const;
    expect(may(actor('officer', '410102'), 'suspend', on)).toEqual({
      ok: false,
      refusal: { kind: 'step-not-allowed', step: 'suspend', status: 'retired' },
    });
    expect(may(actor('officer', '410103'), 'suspend', on)).toEqual({
      ok: false,
      refusal: { kind: 'not-permitted', step: 'suspend' },
    });
  });

  it('adds up the functions of one account', () => {
    const who: Actor = { ...actor('keeper', '410100', [ELSEWHERE]), functions: ['keeper', 'officer'] };
    const on = { id: HERE, union: union('410102'), status: 'active', tree, settings: SETTING_DEFAULTS } as const;
    expect(may(who, 'revise', on).ok).toBe(true);
    expect(may(who, 'merge', on).ok).toBe(false);
  });
});

describe('the tree of unions', () => {
  it('gives levels by depth, and a county under its province stands as a city', () => {
    const level = (id: string) => tree.levelOf(union(id));
    expect(['000000', '410000', '410100', '410102', '410102-01'].map(level)).toEqual([
      'nation',
      'province',
      'city',
      'county',
      'town',
    ]);
    expect(level('i-post-41')).toBe('city');
    expect(level('unheard-of')).toBe(null);
  });

  it('holds a union within itself and what is above it, never beside', () => {
    expect(tree.isWithin(union('410102'), union('410102'))).toBe(true);
    expect(tree.isWithin(union('410102'), union('000000'))).toBe(true);
    expect(tree.isWithin(union('410100'), union('410102'))).toBe(false);
    expect(tree.isWithin(union('410103'), union('410102'))).toBe(false);
    expect(tree.isWithin(union('unheard-of'), union('unheard-of'))).toBe(false);
  });

  it('refuses to be walked in a circle', () => {
    const loop = unionTree([
      { id: union('a'), parent: union('b') },
      { id: union('b'), parent: union('a') },
    ]);
    expect(() => loop.levelOf(union('a'))).toThrow('above itself');
  });
});

describe('the functions of one account', () => {
  it('keep the three administrators apart from each other and from all business', () => {
    for (const one of ['auditor', 'security-admin', 'system-admin'] as const) {
      expect(functionsFault([one])).toBe(null);
      for (const other of ['auditor', 'security-admin', 'system-admin', 'officer', 'approver', 'analyst'] as const) {
        const fault = functionsFault([one, other]);
        expect(fault?.kind ?? null, `${one} + ${other}`).toBe(one === other ? null : 'separate-accounts');
      }
    }
  });

  it('may otherwise be held together', () => {
    expect(functionsFault(['officer', 'approver', 'keeper', 'inspector', 'analyst'])).toBe(null);
    expect(functionsFault([])).toBe(null);
  });
});
