import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, type Instant, type Weekday } from '../../../shared/kernel/instant.ts';
import { distanceText, travel, travelText } from '../../../web/ui/words/distance.ts';
import { problemSentence } from '../../../web/ui/words/find.ts';
import { datedSentence, freshSentence, freshText, staleSentence } from '../../../web/ui/words/fresh.ts';
import { accuracyText, placeLabel } from '../../../web/ui/words/place.ts';
import { nameText } from '../../../web/ui/words/row.ts';
import { countText, sizeText } from '../../../web/ui/words/size.ts';
import { stopTimes } from '../../../web/ui/words/stop.ts';
import { dateWords, followed, monthWords, pastText, wholeDate } from '../../../web/ui/words/time.ts';
import { at, date, NOW } from '../gallery/fixture.ts';

const TODAY = dayOf(NOW);
const DAY_MS = 86_400_000;

describe('a distance', () => {
  test.each([
    [0, '就在旁边'],
    [49.9, '就在旁边'],
    [50, '50 米'],
    [239.7, '240 米'],
    [994, '990 米'],
    [996, '1 公里'],
    [1240, '1.2 公里'],
    [9940, '9.9 公里'],
    [9960, '10 公里'],
    [12_300, '12 公里'],
  ])('of %d metres reads %s', (metres, text) => {
    expect(distanceText(metres, 20)).toBe(text);
  });

  test('is said with 约 when the fix is worse than 100 m', () => {
    expect(distanceText(240, 100)).toBe('240 米');
    expect(distanceText(240, 101)).toBe('约 240 米');
    expect(distanceText(12_000, 500)).toBe('约 12 公里');
    expect(distanceText(20, 500)).toBe('就在附近');
  });

  test('never promises more than half a step less than it is', () => {
    const metres = fc.double({ min: 50, max: 200_000, noNaN: true });
    fc.assert(
      fc.property(metres, (m) => {
        const [value = '', unit = ''] = distanceText(m, 20).split(' ');
        const said = Number(value) * (unit === '公里' ? 1000 : 1);
        const step = m < 995 ? 5 : m < 9950 ? 50 : 500;
        expect(Math.abs(said - m)).toBeLessThanOrEqual(step + 1e-6);
      }),
    );
  });
});

describe('the way there', () => {
  test.each([
    [10, '走 1 分钟'],
    [240, '走 4 分钟'],
    [420, '走 7 分钟'],
    [650, '走 11 分钟'],
    [1990, '走 33 分钟'],
    [2000, '骑 13 分钟'],
    [9600, '骑 64 分钟'],
    [30_000, '骑 3 小时'],
    [762_000, '要坐车'],
  ])('of %d metres is %s', (metres, text) => {
    expect(travelText(travel(metres))).toBe(text);
  });
});

describe('a time', () => {
  test('gone by is a clock today, yesterday, or days', () => {
    expect(pastText(at('2026-11-26T09:40:00+08:00'), NOW)).toBe('今天 9:40');
    expect(pastText(at('2026-11-25T18:10:00+08:00'), NOW)).toBe('昨天 18:10');
    expect(pastText(at('2026-11-14T18:10:00+08:00'), NOW)).toBe('12 天前');
  });

  test('keeps a gap between digits and what follows', () => {
    expect(followed('今天 9:40', '存的')).toBe('今天 9:40 存的');
    expect(followed('12 天前', '存的')).toBe('12 天前存的');
  });

  test('of the record is a date people say, and stays as it stands when it is none', () => {
    expect(dateWords('2026-12-01', TODAY)).toBe('12月1日');
    expect(dateWords('2027-01-01', TODAY)).toBe('2027年1月1日');
    expect(dateWords('年底', TODAY)).toBe('年底');
    expect(monthWords('2026-03-12')).toBe('2026年3月');
    expect(wholeDate('2018-03-09')).toBe('2018年3月9日');
    expect(wholeDate('前年')).toBe('前年');
  });
});

describe('freshness', () => {
  const on = (day: string) => freshText({ verified: 'on-site', verifiedOn: date(day) }, TODAY);

  test.each([
    ['2026-11-26', '今天核实'],
    ['2026-11-27', '今天核实'],
    ['2026-11-25', '昨天核实'],
    ['2026-11-23', '3 天前核实'],
    ['2026-10-28', '29 天前核实'],
    ['2026-10-20', '1 个月前核实'],
    ['2025-11-26', '1 年前核实'],
  ])('of a check on %s is %s', (day, text) => {
    expect(on(day)).toBe(text);
  });

  test('says when nobody checked, whatever date stands there', () => {
    expect(freshText({ verified: 'unverified', verifiedOn: date('2026-11-23') }, TODAY)).toBe('未核实');
    expect(freshText({ verified: 'desk', verifiedOn: null }, TODAY)).toBe('核实过，日期不详');
  });

  test('names how it was checked on the page of the station', () => {
    const checked = { verified: 'on-site', verifiedOn: date('2026-11-23') } as const;
    expect(freshSentence(checked, TODAY, '二七区总工会')).toBe('3 天前由二七区总工会现场核实。');
    expect(freshSentence(checked, TODAY, null)).toBe('3 天前由工会现场核实。');
    expect(freshSentence({ verified: 'desk', verifiedOn: null }, TODAY, null)).toBe('日期不详，由工会按资料核实。');
    const byWorkers = { verified: 'worker-confirmed', verifiedOn: date('2026-11-26') } as const;
    expect(freshSentence(byWorkers, TODAY, '二七区总工会')).toBe('今天由工友核实。');
    expect(freshSentence({ verified: 'unverified', verifiedOn: null }, TODAY, null)).toBe('还没有人核实过。');
    expect(datedSentence(checked, '二七区总工会')).toBe('2026年11月23日由二七区总工会现场核实。');
  });

  test('of the copy is silent for a week, amber after, and says to ring after a month', () => {
    expect(staleSentence(7 * DAY_MS)).toBeNull();
    expect(staleSentence(12 * DAY_MS)).toBe('数据 12 天没更新，开门时间可能变了。');
    expect(staleSentence(34 * DAY_MS)).toBe('数据 34 天没更新。先打电话再去。');
  });
});

describe('the times of a mobile stop', () => {
  const at = (weekday: Weekday, from: number, to: number) => ({ weekday, span: [from, to] as const });
  const days: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

  test('say equal days once', () => {
    expect(stopTimes({ spans: [] })).toBe('时间不详');
    expect(stopTimes({ spans: days.map((day) => at(day, 840, 960)) })).toBe('每天 14:00–16:00');
    expect(stopTimes({ spans: days.slice(0, 5).map((day) => at(day, 510, 630)) })).toBe('周一至周五 8:30–10:30');
    expect(stopTimes({ spans: [at(5, 540, 600), at(6, 540, 600)] })).toBe('周六、周日 9:00–10:00');
  });

  test('keep different ones apart, whatever order they came in', () => {
    const spans = [at(4, 900, 960), at(2, 540, 600), at(0, 540, 600)];
    expect(stopTimes({ spans })).toBe('周一、周三 9:00–10:00；周五 15:00–16:00');
  });
});

describe('what stands in the way of the server', () => {
  test('names the age of what is shown, with a gap behind digits', () => {
    expect(problemSentence('server', '今天 9:40')).toBe('没连上，名单还是今天 9:40 的。');
    expect(problemSentence('offline', '12 天前')).toBe('没有网，用的是 12 天前存的。');
  });

  test('says so when a city was never fetched', () => {
    expect(problemSentence('server', null)).toBe('没连上，这里的站名和地址还没下载。');
    expect(problemSentence('offline', null)).toBe('没有网，这里的站名和地址还没下载。');
  });
});

describe('a place', () => {
  test.each([
    ['河南省郑州市二七区德化街36号', '二七区德化街一带'],
    ['二七区大同路 5 号', '二七区大同路一带'],
    ['北京市朝阳区建国路甲92号', '朝阳区建国路一带'],
    ['内蒙古自治区呼和浩特市新城区中山东路1号', '新城区中山东路一带'],
    ['金水区', '金水区一带'],
    ['上海市黄浦区石桥街道丁香中路8号', '黄浦区丁香中路一带'],
    ['河南省商丘市梁园区大兴乡紫荆二路3号', '梁园区紫荆二路一带'],
    ['东安县城关镇', '东安县城关镇一带'],
    ['火车站东出口', '德化街驿站附近'],
  ])('at %s is called %s', (address, label) => {
    expect(placeLabel(address, '德化街驿站')).toBe(label);
  });

  test('says how sure it is', () => {
    expect(accuracyText(20)).toBe('误差约 20 米');
    expect(accuracyText(3)).toBe('误差约 10 米');
    expect(accuracyText(2800)).toBe('误差约 3 公里');
  });
});

test('sizes and counts are short and read aloud well', () => {
  expect(sizeText(25_300)).toBe('25 KB');
  expect(sizeText(1_400_000)).toBe('1.4 MB');
  expect(countText(1286)).toBe('1,286');
  expect(countText(186_100)).toBe('18.6 万');
});

test('the moment of the pictures is a Thursday afternoon', () => {
  const now: Instant = NOW;
  expect(new Date(now).toISOString()).toBe('2026-11-26T06:20:00.000Z');
});

describe('a name', () => {
  test('a station known from the national core alone is called what it is', () => {
    expect(nameText({ name: '', kind: 'driver-home' })).toBe('司机之家（名字要联网看）');
    expect(nameText({ name: '德化街驿站', kind: 'station' })).toBe('德化街驿站');
  });
});
