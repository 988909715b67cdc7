import { describe, expect, test } from 'vitest';
import { STEPS } from '../../../../shared/station/lifecycle.ts';
import { CommandBody } from '../../../../shared/wire/command-body.ts';
import { parse } from '../../../../shared/wire/parse.ts';
import type { HistoryRow } from '../../../../web/admin/station/History.tsx';
import { kindOf } from '../../../../web/admin/station/history-kind.ts';
import { sinceReturn } from '../../../../web/admin/station/Resubmitted.tsx';
import {
  ASKED,
  commandOf,
  isDialogStep,
  missingIn,
  NO_VALUES,
  type StepValues,
} from '../../../../web/admin/station/step-command.ts';
import { type OnDesk, STEP_MEANS } from '../../../../web/admin/station/step-words.ts';
import { sampleStation } from '../../../shared/station/sample.ts';

const ON: OnDesk = {
  station: sampleStation(),
  unionName: '二七区总工会',
  countyName: '二七区',
  steps: [],
  revision: null,
  contacts: [],
  mayContact: true,
  objections: [],
  tasks: [],
  standard: { id: 's', name: '六有', items: ['有水', '有座'] },
  noticeEnds: null,
  deadline: null,
  settings: {
    hoursOldDays: 180,
    pointMoveMetres: 50,
    relocateMetres: 200,
    rectifyDays: 15,
    noticeDays: 10,
    duplicateMetres: 50,
    countyApproves: false,
    reviseNeedsApprover: true,
  },
};
const FILLED: StepValues = {
  ...NO_VALUES,
  reason: '水管改造',
  until: '2026-12-01',
  deadline: '2026-12-05',
  evidence: '现场照片',
  document: '郑工发〔2026〕3 号',
  reasonCode: 'HOST_LEFT',
  successor: `${sampleStation().code}`,
  met: ['有水'],
};
const dialogs = STEPS.filter(isDialogStep);

describe('the dialogs of the steps', () => {
  test('only what has a page of its own, or no button at all, has no dialog', () => {
    expect(STEPS.filter((step) => !isDialogStep(step))).toEqual(['draft', 'submit', 'import', 'revise', 'relocate']);
  });

  test.each(dialogs)('%s: what was filled in is a command the server reads, and it says what happens', (step) => {
    expect(missingIn(step, FILLED)).toBeNull();
    const command = commandOf(step, FILLED, ON);
    expect(parse(CommandBody, command)).toEqual({ ok: true, value: command });
    expect(command.kind).toBe(step);
    expect(STEP_MEANS[step](ON).join('').length).toBeGreaterThan(8);
  });

  test.each(
    dialogs.filter((step) => ASKED[step].some((asked) => ['reason', 'evidence', 'reasonCode'].includes(asked))),
  )('%s is not sent before its reason is written', (step) =>
    expect(missingIn(step, { ...NO_VALUES, reason: '  ' })?.field).toMatch(/reason|evidence|successor/),
  );

  test('a checklist names every item of the standard, met or not', () => {
    expect(commandOf('accept', FILLED, ON)).toEqual({
      kind: 'accept',
      checklist: [
        { item: '有水', met: true },
        { item: '有座', met: false },
      ],
    });
  });

  test('a day nobody named stays open', () => {
    expect(commandOf('suspend', { ...FILLED, until: '' }, ON)).toMatchObject({ until: null });
  });

  test('the notice says how many days this union gives it', () => {
    expect(STEP_MEANS['open-notice'](ON).join('')).toContain('公示 10 天');
  });
});

let seq = 100;
function row(step: string, fields: HistoryRow['fields'] = [], reason: string | null = null): HistoryRow {
  const actor = { id: 'li', name: '李敏', union: '二七区总工会' };
  const station = { id: 's', code: null, name: '驿站' };
  return { seq: seq--, at: 0, effectiveOn: '2026-11-26', actor, step, reason, subject: 'station', station, fields };
}
const field = (name: string, before: unknown, after: unknown) => ({ field: name, before, after });

describe('a submission that comes again', () => {
  test('shows what was changed since it was returned, over several drafts, and nothing from before', () => {
    const rows = [
      row('submit'),
      row('draft', [field('name', '乙', '丙'), field('town', null, '大学路')]),
      row('draft', [field('name', '甲', '乙')]),
      row('return', [], '名字不对'),
      row('submit'),
      row('draft', [field('address', '', '旧地址')]),
    ];
    expect(sinceReturn(rows)).toEqual({
      reason: '名字不对',
      before: { name: '甲', town: null },
      after: { name: '丙', town: '大学路' },
    });
  });

  test('the first time there is nothing to compare', () => {
    expect(sinceReturn([row('submit'), row('draft')])).toBeNull();
  });
});

test.each([
  ['station', 'suspend', 'life'],
  ['station', 'revise', 'facts'],
  ['revision', 'propose', 'facts'],
  ['contact', 'reveal', 'people'],
  ['objection', 'record', 'life'],
  ['plaque', 'print-plaque', 'rest'],
])('a row about %s %s is found under %s', (subject, step, kind) => expect(kindOf({ subject, step })).toBe(kind));
