import { describe, expect, test } from 'vitest';
import { dayOf, instant } from '../../../shared/kernel/instant.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { verdictOf } from '../../../web/ui/station/answer.ts';
import { copyAge, isWeak } from '../../../web/ui/station/copy-age.ts';
import { isReachable, lookOf } from '../../../web/ui/station/judge.ts';
import { distanceText } from '../../../web/ui/words/distance.ts';
import { rowName } from '../../../web/ui/words/row.ts';
import { stateWords } from '../../../web/ui/words/state.ts';
import { brokenThings, cardThings } from '../../../web/ui/words/thing.ts';
import { ALWAYS, at, CALENDAR, daily, date, NOW, OFF, rowOf, spans, station, weekly } from '../gallery/fixture.ts';
import { aged, READY } from '../gallery/ports.ts';
import { DEHUA, SUSPENDED, UNKNOWN } from '../gallery/world.ts';

const TELLING = { now: NOW, weak: false };

function seen(one: PublicStation, distance: number, now = NOW) {
  const verdict = verdictOf(one, { now, calendar: CALENDAR, distance });
  const { word, detail } = stateWords(verdict, { now, weak: false });
  return `${word} ${detail}`.trim();
}

describe('what a worker is told about a door', () => {
  test('open until its closing time', () => {
    expect(seen(DEHUA, 240)).toBe('开放中 开到 18:00');
    expect(seen(station({ name: '不打烊', hours: ALWAYS }), 240)).toBe('开放中 24 小时');
  });

  test('closing within half an hour', () => {
    expect(seen(station({ name: '快了', hours: daily(480, 885) }), 420)).toBe('快关门 还有 25 分钟');
    expect(seen(station({ name: '正好', hours: daily(480, 890) }), 60)).toBe('快关门 还有 30 分钟');
    expect(seen(station({ name: '还早', hours: daily(480, 891) }), 60)).toBe('开放中 开到 14:51');
  });

  test('closing when the walk and ten minutes do not fit, too late when the walk does not', () => {
    const until1500 = station({ name: '三点关', hours: daily(480, 900) });
    expect(seen(until1500, 1800)).toBe('开放中 开到 15:00');
    expect(seen(until1500, 1860)).toBe('快关门 还有 40 分钟');
    const until1445 = station({ name: '两点三刻关', hours: daily(480, 885) });
    expect(seen(until1445, 1500)).toBe('快关门 还有 25 分钟');
    expect(seen(until1445, 1560)).toBe('走到就关门了 开到 14:45');
  });

  test('closed with the next opening as people say it', () => {
    const morning = station({ name: '上午', hours: weekly(spans([510, 720]), OFF, OFF) });
    expect(seen(morning, 240)).toBe('已关门 明早 8:30 开门');
    expect(seen(morning, 240, at('2026-11-27T15:00:00+08:00'))).toBe('已关门 周一 8:30 开门');
    expect(seen(DEHUA, 240, at('2026-11-26T12:30:00+08:00'))).toBe('已关门 今天 13:30 开门');
  });

  test('unknown with advice, suspended with its return', () => {
    expect(seen(UNKNOWN, 780)).toBe('时间不详 先打电话问问');
    expect(seen(SUSPENDED, 180)).toBe('暂停开放 12月1日恢复');
    expect(seen(SUSPENDED, 180, at('2026-12-02T09:00:00+08:00'))).toBe('暂停开放');
  });

  test('in weaker words when the copy is old', () => {
    const verdict = verdictOf(DEHUA, { now: NOW, calendar: CALENDAR, distance: 240 });
    expect(stateWords(verdict, { now: NOW, weak: true }).detail).toBe('应该开到 18:00');
  });

  test('without a calendar the hours still count', () => {
    expect(verdictOf(DEHUA, { now: NOW, calendar: null, distance: 240 }).kind).toBe('open');
  });

  test('walking to a door that will be shut wears the closed shape and is not offered', () => {
    const verdict = verdictOf(station({ name: '晚了', hours: daily(480, 862) }), {
      now: NOW,
      calendar: CALENDAR,
      distance: 600,
    });
    expect(verdict.kind).toBe('too-late');
    expect(lookOf(verdict)).toBe('closed');
    expect(isReachable(verdict)).toBe(false);
  });
});

test('a row reads as one sentence', () => {
  const verdict = verdictOf(DEHUA, { now: NOW, calendar: CALENDAR, distance: 240 });
  const name = rowName(rowOf(DEHUA), {
    distance: distanceText(240, 20),
    state: stateWords(verdict, TELLING),
    today: dayOf(NOW),
    has: [],
  });
  expect(name).toBe('德化街爱心驿站，240 米，开放中，开到 18:00，推门就进，免费，3 天前核实，示例数据');
});

test('a card names at most four things, those asked for first, and what is broken', () => {
  const { amenity } = rowOf(DEHUA);
  expect(cardThings(amenity, ['seating']).map(({ word }) => word)).toEqual(['座位', '喝水', '厕所', '充电']);
  expect(brokenThings(amenity)).toEqual(['微波炉']);
});

describe('the age of the copy', () => {
  test('is its own city’s', () => {
    const age = copyAge(aged(12), NOW, DEHUA.code);
    expect(Math.round(age.ageMs / 86_400_000)).toBe(12);
    expect(isWeak(age)).toBe(false);
  });

  test('weakens every claim after a month, or when the phone’s clock is behind the server’s', () => {
    expect(isWeak(copyAge(aged(34), NOW, DEHUA.code))).toBe(true);
    const ahead = { ...READY, serverTime: instant(NOW + 3_600_000) };
    expect(isWeak(copyAge(ahead, NOW, DEHUA.code))).toBe(true);
    expect(isWeak(copyAge(READY, NOW, DEHUA.code))).toBe(false);
  });

  test('of a station in no stored city is that of the oldest one', () => {
    const elsewhere = station({ name: '外地', region: DEHUA.region });
    expect(copyAge({ ...aged(12), cities: [] }, NOW, elsewhere.code).checkedAt).toBeNull();
    expect(date('2026-11-26')).toBe('2026-11-26');
  });
});
