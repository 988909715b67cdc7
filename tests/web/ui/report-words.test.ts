import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { makeLookup } from '../../../shared/report/lookup.ts';
import { REPORT_STATES } from '../../../shared/report/report.ts';
import { askedText, reportStatus, saidText } from '../../../web/ui/words/report.ts';

const NOW = instant(Date.parse('2026-11-26T14:20:00+08:00'));
const CALM = { problem: null, busy: false, isKept: true } as const;
const SENT = { kind: 'sent', lookup: makeLookup('48210937556'), at: NOW } as const;
const item = (
  stage: Parameters<typeof reportStatus>[0]['stage'],
  told: Parameters<typeof reportStatus>[0]['told'] = null,
) => ({
  stage,
  told,
  madeAt: NOW,
});

describe('how a report stands', () => {
  test('is never said to be sent before the server answered', () => {
    for (const problem of [null, 'offline', 'captive', 'server'] as const)
      for (const busy of [true, false]) {
        const { head, say } = reportStatus(item({ kind: 'waiting' }), { ...CALM, problem, busy });
        expect(head + say).not.toMatch(/发出去了|收到了/);
      }
  });

  test.each([
    [item({ kind: 'held', until: instant(NOW + 10_000) }), CALM, '记下了', '十秒后发给工会。'],
    [item({ kind: 'held', until: instant(NOW + 300_000) }), CALM, '记下了', '还在写，写完就发。'],
    [
      item({ kind: 'waiting' }),
      { ...CALM, problem: 'offline' as const },
      '存在手机里',
      '没有网。连上网自己发，不用管它。',
    ],
    [
      item({ kind: 'waiting' }),
      { ...CALM, problem: 'captive' as const },
      '还没发出去',
      '连上的网要先登录，登录以后自己发。',
    ],
    [item({ kind: 'refused', why: 'x', sentence: '照片打不开。' }), CALM, '没收下', '照片打不开。'],
    [item(SENT), CALM, '发出去了', '等工会来办，办了会在这里答复。'],
  ])('%#', (one, line, ...[head, say]) => {
    expect(reportStatus(one, line)).toMatchObject({ head, say });
  });

  test('says what closing the page would lose, wherever something would be lost', () => {
    for (const stage of [{ kind: 'waiting' }, { kind: 'held', until: NOW }] as const)
      expect(reportStatus(item(stage), { ...CALM, isKept: false }).say).toContain('发出去以前别关这一页');
    expect(reportStatus(item(SENT), { ...CALM, isKept: false }).say).not.toContain('别关');
  });

  test('has a word for everything the union may have said', () => {
    const heads = REPORT_STATES.map(
      (state) => reportStatus(item(SENT, { state, answer: null, answeredAt: null, at: NOW }), CALM).head,
    );
    expect(heads).toEqual(['排队中', '发出去了', '在处理', '办好了', '没有办']);
  });
});

test('times are said as people say them', () => {
  expect(saidText(NOW, NOW)).toBe('今天 14:20 说的');
  expect(askedText(NOW, instant(NOW + 60_000))).toBe('刚刚问过');
  expect(askedText(NOW, instant(NOW + 3_600_000))).toBe('今天 14:20 问过');
});
