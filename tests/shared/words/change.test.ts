import { describe, expect, it } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { AMENITIES, AMENITY_STATES } from '../../../shared/station/amenity.ts';
import type { Station } from '../../../shared/station/station.ts';
import { changesBetween } from '../../../shared/words/change.ts';
import { hoursLines, valueText } from '../../../shared/words/value.ts';
import { week, weekly } from '../station/hours-make.ts';
import { date, sampleStation } from '../station/sample.ts';

const said = (before: Partial<Station> | null, after: Partial<Station>) =>
  changesBetween(before, after).map(({ name, before: was, after: is, note }) =>
    [name, was, is, ...(note === null ? [] : [note])].join('｜'),
  );

describe('what changed, in words', () => {
  it('names plain fields and says what was not written', () => {
    expect(
      said({ name: '老名', town: null, hostType: 'bank' }, { name: '新名', town: '大学路', hostType: 'post' }),
    ).toEqual(['站点名称｜老名｜新名', '乡镇街道｜没写｜大学路', '建站单位类型｜银行｜邮政']);
  });

  it('a point that moved says how far', () => {
    expect(said({ point: gcj02(113.664412, 34.757321) }, { point: gcj02(113.664712, 34.757321) })).toEqual([
      '坐标｜113.664412, 34.757321｜113.664712, 34.757321｜移了 27 米',
    ]);
  });

  it('facilities and ways in change one by one', () => {
    const yes = { state: 'yes', note: null, confirmedOn: null } as const;
    const broken = { state: 'broken', note: '等配件', confirmedOn: '2026-11-20' } as const;
    expect(
      said({ amenities: { water: yes, wifi: yes } }, { amenities: { water: broken, wifi: yes, toilet: yes } }),
    ).toEqual(['服务设施“喝水”｜有｜坏了，在修：等配件（2026年11月20日确认）', '服务设施“厕所”｜不清楚｜有']);
    const { access } = sampleStation();
    expect(said({ access }, { access: { ...access, free: false, feeNote: '一元' } })).toEqual([
      '是否免费｜免费｜要收费',
      '收费说明｜没写｜一元',
    ]);
  });

  it('hours change by day, by holiday, by season and by closure', () => {
    const was = weekly(week('9:00-17:00', ''), { holidays: { kind: 'unknown' } });
    const is = weekly(week('9:00-17:00', '9:00-12:00', ''), {
      holidays: { kind: 'closed' },
      seasons: [{ from: '06-01', to: '09-30', week: week('8:00-20:00') }],
      exceptions: [{ from: date('2026-12-28'), to: date('2026-12-30'), spans: [], reason: '装修' }],
    });
    expect(said({ hours: was }, { hours: is })).toEqual([
      '周六｜不开｜9:00–12:00',
      '节假日安排｜没写节假日开不开｜节假日关闭',
      '季节安排｜没有｜6月1日至9月30日 每天 8:00–20:00',
      '临时安排｜没有｜2026年12月28日至2026年12月30日关闭（装修）',
    ]);
    expect(hoursLines(is)).toHaveLength(4);
  });

  it('a first record names everything that was written, and never an identifier', () => {
    const station = sampleStation({
      lodging: { startsOn: date('2026-06-01'), endsOn: date('2026-09-30'), beds: 8 },
      honours: [{ level: 'city', year: 2025, document: '郑工发〔2025〕3 号' }],
      statusNote: { reason: '内部装修', since: date('2026-11-20'), until: date('2026-12-20') },
      stops: [{ name: '东门', point: gcj02(113.66, 34.75), spans: [{ weekday: 2, span: [540, 720] }] }],
      amenities: Object.fromEntries(
        AMENITIES.map((code, i) => [code, { state: AMENITY_STATES[i % 5], note: null, confirmedOn: null }]),
      ),
    });
    const lines = said(null, station);
    expect(lines).toContain('停靠点｜没写｜东门（周三 9:00–12:00）');
    expect(lines).toContain('荣誉｜没写｜2025 年全市最美站点 郑工发〔2025〕3 号');
    for (const line of lines) expect(line).not.toMatch(/这一项|undefined|null|\[object|[a-z]{4,}/);
  });

  it('photos are counted, codes are grouped', () => {
    expect(valueText('photos', ['a', 'b'])).toBe('2 张');
    expect(valueText('code', sampleStation().code)).toMatch(/^410102 1 000037 \d\d$/);
  });
});
