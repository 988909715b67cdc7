import { describe, expect, test } from 'vitest';
import { dateText, instant, parseDate } from '../../../shared/kernel/instant.ts';
import type { RegionLevel } from '../../../shared/station/region.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import {
  decideSubmission,
  type Frozen,
  SUBMISSION_STATES,
  SUBMISSION_STEPS,
  type Submission,
  type SubmissionCommand,
  type SubmissionContext,
  type SubmissionState,
  type SubmissionStep,
} from '../../../shared/stats/submission.ts';
import { kindOf, periodsUntil, submissionDue } from '../../../shared/stats/submission-due.ts';
import { SUBMISSION_STATE_WORDS, SUBMISSION_STEP_WORDS } from '../../../shared/words/submission.ts';
import { union } from '../station/sample.ts';

const NOVEMBER = period('2026-11');
const COUNTY = union('410102');
const CITY = union('410100');

function period(text: string) {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const frozen: Frozen = {
  asOf: { seq: 40, at: instant(1000) },
  openingAsOf: null,
  tables: [],
  definitions: [],
  hash: 'a'.repeat(64),
};

const context = (over: Partial<SubmissionContext> = {}): SubmissionContext => ({
  union: COUNTY,
  period: NOVEMBER,
  actor: { id: 'officer', union: COUNTY },
  above: CITY,
  at: instant(2000),
  endsOn: null,
  made: { frozen, warnings: [] },
  ...over,
});

/** As it stands in a state; `open` is nothing at all. */
function heldIn(state: SubmissionState): Submission | null {
  if (state === 'open') return null;
  const act = { by: 'officer', at: instant(1500) };
  return {
    union: COUNTY,
    period: NOVEMBER,
    state,
    rev: 3,
    frozen,
    warnings: [],
    notes: [],
    submitted: act,
    returned: state === 'returned' ? { by: 'approver', at: instant(1600), faults: [] } : null,
    signed: state === 'signed' ? { by: 'approver', at: instant(1600) } : null,
  };
}

const FAULT = { table: 'stock', row: '410102', text: '少报了一个' } as const;

function commandOf(step: SubmissionStep, rev: number): SubmissionCommand {
  if (step === 'submit') return { step, rev, notes: [] };
  return step === 'return' ? { step, rev, faults: [FAULT] } : { step, rev };
}

function take(state: SubmissionState, step: SubmissionStep, over: Partial<SubmissionContext> = {}) {
  const held = heldIn(state);
  const actor = step === 'submit' ? { id: 'officer', union: COUNTY } : { id: 'approver', union: CITY };
  return decideSubmission(held, commandOf(step, held?.rev ?? 0), context({ actor, ...over }));
}

const refusalOf = (result: ReturnType<typeof take>) => (result.ok ? result.value.state : result.refusal.kind);

/** Written by hand: what becomes of each state by each step. */
const TABLE: { readonly [S in SubmissionState]: { readonly [T in SubmissionStep]: SubmissionState | null } } = {
  open: { submit: 'submitted', return: null, sign: null },
  submitted: { submit: null, return: 'returned', sign: 'signed' },
  returned: { submit: 'submitted', return: null, sign: null },
  signed: { submit: null, return: null, sign: null },
};

describe('the life of figures handed upward', () => {
  test('is as the table written by hand says, for every state and step', () => {
    let cells = 0;
    for (const state of SUBMISSION_STATES) {
      for (const step of SUBMISSION_STEPS) {
        expect(refusalOf(take(state, step)), `${step} of ${state}`).toBe(TABLE[state][step] ?? 'submission-step');
        cells += 1;
      }
    }
    expect(cells).toBe(12);
  });

  test('belongs to the union itself and to the one right above it, to nobody else', () => {
    const strangers = [COUNTY, CITY, union('410000'), union('410103'), union('000000')];
    for (const from of SUBMISSION_STATES) {
      for (const step of SUBMISSION_STEPS) {
        for (const own of strangers) {
          const isTheirs = own === (step === 'submit' ? COUNTY : CITY);
          const said = refusalOf(take(from, step, { actor: { id: 'somebody', union: own } }));
          expect(said === 'submission-not-yours', `${step} of ${from} by ${own}`).toBe(!isTheirs);
        }
      }
    }
  });

  test('wants other eyes: whoever handed it in neither signs nor returns it, wherever they sit now', () => {
    for (const step of ['sign', 'return'] as const) {
      expect(refusalOf(take('submitted', step, { actor: { id: 'officer', union: CITY } }))).toBe('four-eyes');
    }
  });

  test('ends at the federation, whose own approver signs what another handed in', () => {
    const top = { union: union('000000'), above: null };
    const own = (id: string) => ({ ...top, actor: { id, union: union('000000') } });
    expect(refusalOf(take('submitted', 'sign', own('approver')))).toBe('signed');
    expect(refusalOf(take('submitted', 'sign', own('officer')))).toBe('four-eyes');
    expect(refusalOf(take('submitted', 'sign', { ...top, actor: { id: 'approver', union: CITY } }))).toBe(
      'submission-not-yours',
    );
  });

  test('refuses a step that somebody decided on an older look', () => {
    const stale = decideSubmission(
      heldIn('submitted'),
      { step: 'sign', rev: 2 },
      context({ actor: { id: 'a', union: CITY } }),
    );
    expect(stale).toEqual({ ok: false, refusal: { kind: 'rev-stale', based: 2, current: 3 } });
  });

  test('begins when the period is over', () => {
    expect(take('open', 'submit', { endsOn: '2026-11-30' })).toEqual({
      ok: false,
      refusal: { kind: 'period-open', period: '2026-11', endsOn: '2026-11-30' },
    });
  });

  test('wants a word to every warning, and keeps none to what was no warning', () => {
    const warnings = [
      { id: 'hours-unknown', figure: 3, about: [] },
      { id: 'no-visits', figure: null, about: [] },
    ] as const;
    const made = { frozen, warnings };
    const submit = (notes: Extract<SubmissionCommand, { step: 'submit' }>['notes']) =>
      decideSubmission(null, { step: 'submit', rev: 0, notes }, context({ made }));
    const said = { warning: 'hours-unknown', text: '正在打电话核对' } as const;
    const missing = { ok: false, refusal: { kind: 'notes-missing', count: 1 } };
    expect(submit([said])).toEqual(missing);
    expect(submit([said, { warning: 'no-visits', text: '' }])).toEqual(missing);
    const other = { warning: 'no-visits', text: '本期没有统计' } as const;
    const done = submit([said, other, { warning: 'identity', text: '没有这回事' }]);
    expect(done.ok && done.value.notes).toEqual([said, other]);
  });

  test('keeps what it froze when it is returned or signed, and forgets the return once it is handed in again', () => {
    const returned = take('submitted', 'return');
    expect(returned.ok && returned.value).toMatchObject({
      frozen,
      returned: { by: 'approver', faults: [FAULT] },
      rev: 4,
    });
    const again = take('returned', 'submit');
    expect(again.ok && again.value).toMatchObject({ returned: null, signed: null, rev: 4, state: 'submitted' });
    const signed = take('submitted', 'sign');
    expect(signed.ok && signed.value).toMatchObject({ frozen, signed: { by: 'approver', at: 2000 } });
  });

  test('has a word for every state and step', () => {
    expect(Object.keys(SUBMISSION_STATE_WORDS)).toEqual([...SUBMISSION_STATES]);
    expect(Object.keys(SUBMISSION_STEP_WORDS)).toEqual([...SUBMISSION_STEPS]);
  });
});

describe('the day by which figures are handed in', () => {
  test('is three days later for each level', () => {
    const due = (text: string, level: RegionLevel) => dateText(submissionDue(period(text), level, 5));
    expect((['county', 'city', 'province', 'nation'] as const).map((level) => due('2026-11', level))).toEqual([
      '2026-12-05',
      '2026-12-08',
      '2026-12-11',
      '2026-12-14',
    ]);
    expect(due('2026-Q4', 'county')).toBe('2027-01-05');
    expect(due('2026', 'nation')).toBe('2027-01-14');
  });

  test('is counted for the periods up to a day, the newest first', () => {
    const day = parseDate('2026-02-10');
    if (day === null) throw new Error('no day');
    expect(periodsUntil(day, 'month', 3)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect(periodsUntil(day, 'quarter', 2)).toEqual(['2026-Q1', '2025-Q4']);
    expect(periodsUntil(day, 'year', 2)).toEqual(['2026', '2025']);
    expect(['2026-02', '2026-Q1', '2026'].map((text) => kindOf(period(text)))).toEqual(['month', 'quarter', 'year']);
  });
});
