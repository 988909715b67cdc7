import { describe, expect, it } from 'vitest';
import type { DateText } from '../../../shared/kernel/instant.ts';
import {
  doubtText,
  opensText,
  openWords,
  remainText,
  spanText,
  untilText,
  urgencyOf,
} from '../../../shared/station/hours-words.ts';
import type { StationOpen } from '../../../shared/station/open.ts';
import { at } from './hours-make.ts';

// Thursday.
const now = at('2026-11-26 14:20');

describe('until when', () => {
  it.each([
    ['2026-11-26 18:00', '开到 18:00'],
    ['2026-11-27 00:00', '开到 24:00'],
    ['2026-11-27 02:00', '开到次日 2:00'],
    ['2026-11-28 00:00', '开到次日 24:00'],
    ['2026-11-28 12:30', '开到周六 12:30'],
    ['2026-12-03 09:05', '开到12月3日 9:05'],
  ])('%s is %s', (until, text) => expect(untilText(at(until), now)).toBe(text));

  it('is 24 小时 without an end', () => expect(untilText(null, now)).toBe('24 小时'));

  it('names the same day after midnight', () => {
    expect(untilText(at('2026-11-27 02:00'), at('2026-11-27 01:00'))).toBe('开到 2:00');
  });
});

describe('opens when', () => {
  it.each([
    ['2026-11-26 15:30', '今天 15:30 开门'],
    ['2026-11-27 08:30', '明早 8:30 开门'],
    ['2026-11-27 13:30', '明天 13:30 开门'],
    ['2026-11-27 00:00', '明天 0:00 开门'],
    ['2026-11-30 09:00', '周一 9:00 开门'],
    ['2026-12-02 09:00', '周三 9:00 开门'],
    ['2026-12-03 09:00', '12月3日 9:00 开门'],
    ['2027-01-04 09:00', '1月4日 9:00 开门'],
    ['2027-06-01 09:00', '2027年6月1日 9:00 开门'],
  ])('%s is %s', (opensAt, text) => expect(opensText(at(opensAt), now)).toBe(text));

  it('says so when nobody knows', () => expect(opensText(null, now)).toBe('开门时间不详'));
});

describe('spans and minutes', () => {
  it('writes a span as people do', () => {
    expect(spanText([540, 720])).toBe('9:00–12:00');
    expect(spanText([1200, 1560])).toBe('20:00–次日 2:00');
    expect(spanText([480, 1440])).toBe('8:00–24:00');
    expect(spanText([0, 1440])).toBe('24 小时');
  });

  it('does not promise a begun minute', () => {
    expect(remainText(at('2026-11-26 14:45'), now)).toBe('还有 25 分钟');
    expect(remainText(at('2026-11-26 14:45'), (now + 1) as typeof now)).toBe('还有 24 分钟');
  });
});

describe('how pressing', () => {
  const urgency = (until: string, walk: number) => urgencyOf(at(until), now, walk);
  it('is closing from 30 minutes on, or when less than the walk and ten minutes is left', () => {
    expect(urgency('2026-11-26 14:51', 0)).toBe('ample');
    expect(urgency('2026-11-26 14:50', 0)).toBe('closing');
    expect(urgency('2026-11-26 15:00', 30)).toBe('ample');
    expect(urgency('2026-11-26 15:00', 31)).toBe('closing');
    expect(urgency('2026-11-26 15:00', 40)).toBe('closing');
    expect(urgency('2026-11-26 15:00', 41)).toBe('too-late');
    expect(urgencyOf(null, now, 600)).toBe('ample');
  });
});

describe('the words on the lintel', () => {
  const open = (until: string | null): StationOpen => ({
    by: 'hours',
    state: 'open',
    until: until === null ? null : at(until),
    doubt: [],
  });
  const shut = (status: 'suspended' | 'retired' | 'merged' | 'submitted', returnsOn: string | null): StationOpen => ({
    by: 'status',
    state: 'closed',
    status,
    forGood: status !== 'suspended',
    reason: null,
    returnsOn: returnsOn as DateText | null,
    opensAt: null,
    doubt: [],
  });
  const said = (state: StationOpen, walk: number | null = null) => {
    const { word, detail } = openWords(state, now, walk);
    return `${word} ${detail}`.trim();
  };

  it('says the state and what follows from it', () => {
    expect(said(open('2026-11-26 18:00'))).toBe('开放中 开到 18:00');
    expect(said(open(null))).toBe('开放中 24 小时');
    expect(said(open('2026-11-26 14:45'))).toBe('快关门 还有 25 分钟');
    expect(said(open('2026-11-26 14:45'), 26)).toBe('走到就关门了 开到 14:45');
    expect(said({ by: 'hours', state: 'closed', opensAt: at('2026-11-27 08:30'), doubt: [] })).toBe(
      '已关门 明早 8:30 开门',
    );
    expect(said({ by: 'hours', state: 'unknown', knownFrom: null, doubt: [] })).toBe('时间不详 先打电话问问');
  });

  it('says what a status means, and no return that has passed', () => {
    expect(said(shut('suspended', '2026-12-01'))).toBe('暂停开放 12月1日恢复');
    expect(said(shut('suspended', '2026-11-25'))).toBe('暂停开放');
    expect(said(shut('retired', null))).toBe('已退出');
    expect(said(shut('merged', null))).toBe('已合并');
    expect(said(shut('submitted', null))).toBe('还没开放');
  });

  it('has a word for each doubt', () => {
    expect((['calendar', 'holiday', 'unconfirmed', 'old'] as const).map(doubtText)).toEqual([
      '节假日安排未公布',
      '没写节假日开不开',
      '未核实',
      '很久没核实',
    ]);
  });
});
