import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../shared/kernel/instant.ts';
import type { EntryKept } from '../../../shared/station/entry.ts';
import { entryDay, entryFault, entrySlot, openUntil } from '../../../shared/station/entry-check.ts';
import { entryDayText, entryText } from '../../../shared/words/entry.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import {
  activityAsk,
  fundingAsk,
  giftAsk,
  honourAsk,
  inspectionAsk,
  listingAsk,
  reachAsk,
  visitsAsk,
} from '../../fixtures/make/entry.ts';
import { date, stationId, union } from './sample.ts';

const TODAY = parseDate('2026-11-26') ?? (0 as never);
const AT = { station: stationId(1) };

/** The ask as an entry: what crosses the wire has the same parts. */
function kept(ask: object): EntryKept {
  return { ...ask, union: union('410102') } as EntryKept;
}
/** The sentence of what is wrong, or null. */
function wrong(ask: object): string | null {
  const fault = entryFault(kept(ask), TODAY);
  return fault === null ? null : sentence(fault);
}

const FOUND = [{ item: '灭火器过期', reason: null }];

describe('an entry', () => {
  test('of every kind is taken when it is well filled in', () => {
    const good = [
      inspectionAsk(1, AT, { findings: FOUND, rectifyBy: date('2026-12-05'), rectifiedOn: date('2026-11-25') }),
      visitsAsk(2, AT),
      visitsAsk(2, { ...AT, day: date('2026-11-01') }, { days: 26 }),
      fundingAsk(3),
      fundingAsk(3, AT, { yuan: 12.5 }),
      activityAsk(4),
      listingAsk(5, AT),
      honourAsk(6, AT),
      honourAsk(7, {}, { result: 'quota', count: 12 }),
      giftAsk(8, AT, { yuan: 300 }),
      reachAsk(9),
      reachAsk(9, AT, { workers: 0 }),
    ];
    expect(good.map(wrong)).toEqual(good.map(() => null));
  });

  test('is refused with the field that is wrong, as its form calls it', () => {
    expect([
      wrong(inspectionAsk(1)),
      wrong(inspectionAsk(1, { ...AT, day: date('2026-11-27') })),
      wrong(inspectionAsk(1, AT, { looked: 0 })),
      wrong(inspectionAsk(1, AT, { looked: 1, findings: [...FOUND, ...FOUND] })),
      wrong(inspectionAsk(1, AT, { findings: [{ item: ' ', reason: null }] })),
      wrong(inspectionAsk(1, AT, { findings: FOUND, rectifiedOn: date('2026-11-19') })),
      wrong(inspectionAsk(1, AT, { findings: FOUND, rectifiedOn: date('2026-11-27') })),
      wrong(visitsAsk(2, { ...AT, day: date('2026-12-01') })),
      wrong(visitsAsk(2, { ...AT, day: date('2026-02-01') }, { days: 29 })),
      wrong(visitsAsk(2, AT, { people: { courier: 1, 'food-rider': -1, driver: 0, sanitation: 0, other: 0 } })),
      wrong(visitsAsk(2, AT, { days: 0 })),
      wrong(fundingAsk(3, {}, { yuan: -1 })),
      wrong(activityAsk(4, {}, { joined: 41 })),
      wrong(activityAsk(4, {}, { title: '' })),
      wrong(honourAsk(6)),
      wrong(honourAsk(7, AT, { result: 'quota', count: 3 })),
      wrong(giftAsk(8, AT, { items: 1.5 })),
      wrong(giftAsk(8, { ...AT, note: 'x'.repeat(301) })),
      wrong(reachAsk(9, {}, { workers: 12.5 })),
      wrong(reachAsk(9, { day: date('2027-01-01') })),
    ]).toEqual([
      '站点还没填，补上再保存。',
      '日期还没到，最晚填到今天（2026年11月26日）。',
      '检查项数要是 1 到 500 的数，改一下再保存。',
      '发现的问题不能比检查项数多，核对一下。',
      '发现的问题还没填，补上再保存。',
      '整改完成日期不能早于2026年11月20日，改晚一些。',
      '整改完成日期还没到，最晚填到今天（2026年11月26日）。',
      '月份还没到，最晚填到今天（2026年11月26日）。',
      '开放计数天数要是 0 到 28 的数，改一下再保存。',
      '外卖配送员要是 0 到 1000000 的数，改一下再保存。',
      '开放计数天数要是 1 到 31 的数，改一下再保存。',
      '金额（元）要是 0 到 1000000000 的数，改一下再保存。',
      '现场入会人数不能比参加人数多，核对一下。',
      '活动名称还没填，补上再保存。',
      '站点还没填，补上再保存。',
      '名额是给工会的，不记在站点上。把站点去掉再保存。',
      '件数要是 0 到 1000000 的数，改一下再保存。',
      '说明太长了，最多 300 个字，缩短一些。',
      '覆盖劳动者人数要是 0 到 100000000 的数，改一下再保存。',
      '年份还没到，最晚填到今天（2026年11月26日）。',
    ]);
  });

  test('of a month or a year stands under its first day; what a station has once for it has a slot', () => {
    expect(entryDay('visits', date('2026-10-17'))).toBe('2026-10-01');
    expect(entryDay('honour', date('2026-10-17'))).toBe('2026-01-01');
    expect(entryDay('reach', date('2026-10-17'))).toBe('2026-01-01');
    expect(entryDay('gift', date('2026-10-17'))).toBe('2026-10-17');
    const slots = [
      visitsAsk(2),
      listingAsk(5),
      honourAsk(6),
      honourAsk(7, {}, { result: 'quota' }),
      giftAsk(8),
      reachAsk(9),
    ];
    expect(slots.map(kept).map(entrySlot)).toEqual(['hand-count', 'amap', 'city', 'quota city', null, 'year']);
  });

  test('of an inspection stays open until its findings are put right', () => {
    const found = { findings: FOUND, rectifyBy: date('2026-12-05') };
    expect(openUntil(kept(inspectionAsk(1, AT, found)))).toBe('2026-12-05');
    expect(openUntil(kept(inspectionAsk(1, AT, { ...found, rectifiedOn: date('2026-11-21') })))).toBeNull();
    expect(openUntil(kept(inspectionAsk(1, AT)))).toBeNull();
  });

  test('is told in a line', () => {
    expect(entryText(kept(inspectionAsk(1, AT, { findings: FOUND, rectifyBy: date('2026-12-05') })))).toBe(
      '日常巡查，查 8 项，发现问题 1 个：灭火器过期；2026年12月5日前整改',
    );
    expect(entryText(kept(visitsAsk(2, AT)))).toBe(
      '人工计数，31 天 226 人次（快递员 120、外卖配送员 60、司机 30、环卫工人 12、其他劳动者 4）',
    );
    expect(entryText(kept(honourAsk(7, {}, { result: 'quota', count: 12 })))).toBe('全市最美站点，分到名额 12 个');
    expect(entryText(kept(reachAsk(9)))).toBe('覆盖劳动者 3,200 人');
    expect(entryDayText({ kind: 'reach', day: date('2026-01-01') })).toBe('2026年');
    expect(entryDayText({ kind: 'visits', day: date('2026-10-01') })).toBe('2026年10月');
    expect(entryDayText({ kind: 'funding', day: date('2026-01-01') })).toBe('2026年');
  });
});
