import { describe, expect, test } from 'vitest';
import {
  HISTORY_SUBJECT_WORDS,
  HISTORY_SUBJECTS,
  historyActorWord,
  historyChanges,
  historyStepOptions,
  historyStepWord,
} from '../../../shared/words/history.ts';
import { TASK_WORDS } from '../../../shared/words/step.ts';
import { submissionStepWord } from '../../../shared/words/submission.ts';
import { modulesOf } from '../../law/modules.ts';

describe('a row of the log in words', () => {
  test('names every kind of thing it may be about', () => {
    const sources = modulesOf('server/store').map(({ source }) => source);
    const union = sources.flatMap((source) => /readonly subject:\s*\|([^;]+);/.exec(source)?.[1] ?? []).join('');
    const subjects = [...union.matchAll(/'([a-z]+)'/g)].map(([, name]) => name ?? '');
    expect(subjects.length).toBeGreaterThan(10);
    expect([...subjects].sort()).toEqual([...HISTORY_SUBJECTS].sort());
    for (const subject of HISTORY_SUBJECTS) expect(HISTORY_SUBJECT_WORDS[subject]).toMatch(/\p{Script=Han}/u);
  });

  test('has a Chinese word for every step that the server writes down', () => {
    const sources = modulesOf('shared', 'server/store', 'server/feature').map(({ source }) => source);
    const written = sources.flatMap((source) =>
      [...source.matchAll(/\bstep: '([a-z-]+)'/g)].map(([, step]) => step ?? ''),
    );
    expect(written.length).toBeGreaterThan(15);
    const tasks: { readonly [task: string]: string } = TASK_WORDS;
    const wordsOf = (step: string) => [
      ...HISTORY_SUBJECTS.map((subject) => historyStepWord(subject, step)),
      submissionStepWord(step),
      tasks[step] ?? '',
    ];
    const wordless = [...new Set(written)].filter(
      (step) => !wordsOf(step).some((word) => /\p{Script=Han}/u.test(word)),
    );
    expect(wordless).toEqual([]);
  });

  test('tells 受理 of a report from 验收 of a station, and offers each step once', () => {
    expect([historyStepWord('report', 'accept'), historyStepWord('station', 'accept')]).toEqual(['受理', '验收']);
    expect(historyStepWord('station', 'of a later release')).toBe('of a later release');
    const options = historyStepOptions().map(({ step }) => step);
    expect(new Set(options).size).toBe(options.length);
    expect(historyStepOptions().find(({ step }) => step === 'accept')?.word).toBe('验收、受理');
  });

  test('says who it was, also when it was nobody with an account', () => {
    expect(historyActorWord({ id: 'a', name: '李敏' })).toBe('李敏');
    expect(historyActorWord({ id: 'system', name: null })).toBe('系统');
    expect(historyActorWord({ id: 'worker', name: null })).toBe('户外劳动者');
  });

  test('says what changed field by field and leaves nothing out', () => {
    const told = (...args: Parameters<typeof historyChanges>) =>
      historyChanges(...args).map(({ name, before, after }) => [name, before, after]);
    expect(told('report', { state: 'received' }, { state: 'resolved' })).toEqual([['状态', '待受理', '已办结']]);
    expect(told('account', { functions: ['officer'] }, { functions: ['officer', 'approver'] })).toEqual([
      ['职能', '经办人', '经办人、审核人'],
    ]);
    expect(told('submission', { state: 'submitted', asOf: 8 }, { state: 'signed', asOf: 8 })).toEqual([
      ['状态', '等签认', '已签认'],
    ]);
    expect(told('entry', null, { kind: 'activity', day: '2026-11-02' })).toEqual([
      ['记的是', '没写', '活动'],
      ['日期', '没写', '2026年11月2日'],
    ]);
    expect(told('station', { name: '甲' }, { name: '乙' })).toEqual([['站点名称', '甲', '乙']]);
    expect(told('setting', null, { unheardOf: { a: 1 } })).toEqual([['unheardOf', '没写', '{"a":1}']]);
  });
});
