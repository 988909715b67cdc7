import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayRule, Hours, Week } from '../../../shared/station/hours.ts';
import { type Span, UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { parseHours } from '../../../shared/station/hours-parse.ts';

const clock = (minute: number) => `${Math.floor(minute / 60)}:${`${minute % 60}`.padStart(2, '0')}`;

function dayShown(rule: DayRule): string {
  if (rule.kind === 'unknown') return '?';
  return rule.spans.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(',') || '×';
}

/** `7* 8:00-18:00`, `5* 9:00-17:00 2* ×`: runs of equal days from Monday. */
function weekShown(week: Week): string {
  const runs: [string, number][] = [];
  for (const rule of week) {
    const text = dayShown(rule);
    const last = runs[runs.length - 1];
    if (last !== undefined && last[0] === text) last[1]++;
    else runs.push([text, 1]);
  }
  return runs.map(([text, count]) => `${count}* ${text}`).join(' ');
}

function shown({ base, holidays, seasons }: Hours): string {
  const parts = [base.kind === 'weekly' ? weekShown(base.week) : base.kind];
  if (holidays.kind === 'spans') parts.push(`holidays ${dayShown(holidays)}`);
  else if (holidays.kind !== 'unknown') parts.push(`holidays ${holidays.kind}`);
  for (const { from, to, week } of seasons) parts.push(`${from}..${to} ${weekShown(week)}`);
  return parts.join('; ');
}

/** The hours read, or what was not understood in «». */
function read(text: string): string {
  const { hours, understood, rest } = parseHours(text);
  expect(understood).toBe(rest === null);
  if (!understood) expect(hours).toEqual({ ...UNKNOWN_HOURS, raw: text });
  return understood ? shown(hours) : `«${rest}»`;
}

describe('one time for every day', () => {
  it.each([
    ['8:00-12:00 13:30-17:30', '7* 8:00-12:00,13:30-17:30'],
    ['07:00:00-18:00:00', '7* 7:00-18:00'],
    ['08:45-23:45', '7* 8:45-23:45'],
    ['０８：３０－１７：３０', '7* 8:30-17:30'],
    ['8:30～11:30，14:30～17:30', '7* 8:30-11:30,14:30-17:30'],
    ['9:00至21:00', '7* 9:00-21:00'],
    ['9:00到21:00', '7* 9:00-21:00'],
    ['9:00——21:00', '7* 9:00-21:00'],
    ['8.30-17.30', '7* 8:30-17:30'],
    ['08：00一18：00', '7* 8:00-18:00'],
    ['0830-1730', '7* 8:30-17:30'],
    ['8时30分至17时30分', '7* 8:30-17:30'],
    ['营业时间：9:00-21:00', '7* 9:00-21:00'],
    ['8-12,14-18', '7* 8:00-12:00,14:00-18:00'],
    ['9:00-11:30/14:00-17:00', '7* 9:00-11:30,14:00-17:00'],
    ['每日上午8点半到下午5点半', '7* 8:30-17:30; holidays same'],
    ['全年无休 8:00-22:00', '7* 8:00-22:00; holidays same'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['24小时', '全天', '二十四小时开放', '7×24小时', '0:00-24:00', '00:00-23:59', '每天24小时', '２４小时自助'])(
    'is always open: %s',
    (text) => expect(read(text)).toBe('always; holidays same'),
  );
});

describe('words for parts of the day', () => {
  it.each([
    ['早8点至晚6点', '7* 8:00-18:00'],
    ['早八点到晚八点半', '7* 8:00-20:30'],
    ['早8晚6', '7* 8:00-18:00'],
    ['早九晚五', '7* 9:00-17:00'],
    ['上午8:30-12:00，下午2:00-5:30', '7* 8:30-12:00,14:00-17:30'],
    ['早上8:00到12:00，下午2:00到6:00', '7* 8:00-12:00,14:00-18:00'],
    ['上午:8:00-12:00;下午:14:00-18:00', '7* 8:00-12:00,14:00-18:00'],
    ['凌晨4点至晚上10点', '7* 4:00-22:00'],
    ['晚上8点-12点', '7* 20:00-24:00'],
    ['晚上7点-9点', '7* 19:00-21:00'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('nights', () => {
  it.each([
    ['20:00-次日02:00', '7* 20:00-26:00'],
    ['夜间20:00-次日6:00', '7* 20:00-30:00'],
    ['20:00-02:00', '7* 20:00-26:00'],
    ['晚8点-早6点', '7* 20:00-30:00'],
    ['晚10点-凌晨2点', '7* 22:00-26:00'],
    ['9:00～次日凌晨2:00', '7* 9:00-26:00'],
    ['07:00:00-00:00:00', '7* 7:00-24:00'],
    ['10:00:00-01:00:00', '7* 10:00-25:00'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('weekdays', () => {
  it.each([
    ['周一至周五9:00—17:00', '5* 9:00-17:00 2* ×'],
    ['周一至周五 08:30-12:00,13:30-17:30', '5* 8:30-12:00,13:30-17:30 2* ×'],
    ['星期一到星期五 上午九点至下午五点', '5* 9:00-17:00 2* ×'],
    ['周一~周五 7:30~19:30', '5* 7:30-19:30 2* ×'],
    ['周一三五 9:00-17:00', '1* 9:00-17:00 1* × 1* 9:00-17:00 1* × 1* 9:00-17:00 2* ×'],
    ['周一、周三、周五 9-17点', '1* 9:00-17:00 1* × 1* 9:00-17:00 1* × 1* 9:00-17:00 2* ×'],
    ['周一至周五 9:00-17:00；周六日 10:00-16:00', '5* 9:00-17:00 2* 10:00-16:00'],
    ['周一至周五：9:00-17:00；周六、日：9:00-12:00', '5* 9:00-17:00 2* 9:00-12:00'],
    ['周一至周六8:00-18:00，周日休息', '6* 8:00-18:00 1* ×'],
    ['9:00-17:00（周一至周五）', '5* 9:00-17:00 2* ×'],
    ['10:00-22:00(周一至周四)，10:00-23:00(周五至周日)', '4* 10:00-22:00 3* 10:00-23:00'],
    ['9:00-17:00（周一闭馆）', '1* × 6* 9:00-17:00'],
    ['周一休息，其他时间9:00-17:00', '1* × 6* 9:00-17:00'],
    ['8:30～11:30，14:30～17:30（周末休息）', '5* 8:30-11:30,14:30-17:30 2* ×'],
    ['周日全天休息，其余时间8:00-18:00', '6* 8:00-18:00 1* ×'],
    ['周一至周五9:00-17:00，其余时间关闭', '5* 9:00-17:00 2* ×'],
    ['周一至周五 24小时', '5* 0:00-24:00 2* ×'],
    ['7:00-22:00(除周二)', '1* 7:00-22:00 1* × 5* 7:00-22:00'],
    ['周末 10:00-16:00', '5* × 2* 10:00-16:00'],
    ['双休日休息', '5* ? 2* ×'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('midday breaks', () => {
  it.each([
    ['9:00-17:00，12:00-13:30休息', '7* 9:00-12:00,13:30-17:00'],
    ['9:00-17:00（午休12:00-13:30）', '7* 9:00-12:00,13:30-17:00'],
    ['8:00-18:00(中午12点-13点半休息)', '7* 8:00-12:00,13:30-18:00'],
    ['9:00-17:00，中午休息', '«9:00-17:00，中午休息»'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('workdays and holidays', () => {
  it.each([
    ['工作日开放', '5* ? 2* ×; holidays closed'],
    ['工作日 8:30-17:30（节假日除外）', '5* 8:30-17:30 2* ×; holidays closed'],
    ['工作日(周一至周五)8:30-17:30', '5* 8:30-17:30 2* ×; holidays closed'],
    ['周一至周五8:30-17:30，法定节假日休息', '5* 8:30-17:30 2* ×; holidays closed'],
    ['周一至周五（节假日除外）9:00-17:00', '5* 9:00-17:00 2* ×; holidays closed'],
    ['周一至周五、节假日除外 9:00-17:00', '5* 9:00-17:00 2* ×; holidays closed'],
    ['周末、节假日除外，8:00-18:00', '5* 8:00-18:00 2* ×; holidays closed'],
    ['双休日、节假日休息', '5* ? 2* ×; holidays closed'],
    ['除节假日外 8:00-17:00', '7* 8:00-17:00; holidays closed'],
    ['9:00-17:00(不含周末及节假日)', '5* 9:00-17:00 2* ×; holidays closed'],
    ['24小时（节假日除外）', '7* 0:00-24:00; holidays closed'],
    ['08:00-20:00 节假日正常开放', '7* 8:00-20:00; holidays same'],
    ['8:00-20:00 无休', '7* 8:00-20:00; holidays same'],
    ['工作日8:30-12:00、14:00-18:00；节假日9:00-12:00', '5* 8:30-12:00,14:00-18:00 2* ×; holidays 9:00-12:00'],
    ['周六、周日及节假日 9:00-16:00，周一至周五 8:00-18:00', '5* 8:00-18:00 2* 9:00-16:00; holidays 9:00-16:00'],
    ['节假日休息', 'unknown; holidays closed'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('seasons', () => {
  it.each([
    ['夏季8:00-18:30 冬季8:30-18:00', '7* 8:30-18:00; 05-01..09-30 7* 8:00-18:30'],
    ['(夏季)8:00-19:00(冬季)8:30-18:00', '7* 8:30-18:00; 05-01..09-30 7* 8:00-19:00'],
    [
      '夏季（5月1日至10月31日）8:00-19:00；冬季（11月1日-次年4月30日）9:00-17:00',
      '7* 9:00-17:00; 05-01..10-31 7* 8:00-19:00',
    ],
    ['冬季（11月-2月）9:00-17:00', 'unknown; 11-01..02-29 7* 9:00-17:00'],
    ['夏季(6-8月)8:00-19:00', 'unknown; 06-01..08-31 7* 8:00-19:00'],
    ['6月1日-9月30日 8:00-20:00，其他时间 8:00-18:00', '7* 8:00-18:00; 06-01..09-30 7* 8:00-20:00'],
    ['夏季9:00-18:00，其余时间关闭', '7* ×; 05-01..09-30 7* 9:00-18:00'],
    ['周一至周五：夏季8:00-18:00；冬季9:00-17:00', '5* 9:00-17:00 2* ×; 05-01..09-30 5* 8:00-18:00 2* ×'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('what is unsure stays unknown', () => {
  it.each([
    ['9:00-5:00', 'may mean the afternoon'],
    ['8:00-12:00,2:00-6:00', 'may mean the afternoon'],
    ['00:00:00-00:00:00', 'is how a form says nothing'],
    ['2024-2026', 'are years'],
    ['5-9 8:00-18:00', 'may be months or weekdays'],
    ['25:00-26:00', 'is no time'],
    ['周一至周五8:00-12:00，周五9:00-11:00', 'contradicts itself'],
    ['8:00-19:00(夏季)8:30-18:00(冬季)', 'names seasons too late'],
    ['夏季8:00-18:00，冬季8:30-17:30，周日休息', 'may close Sundays in winter only'],
    ['周一至周五9:00-17:00，周末照常', 'has nothing the weekend could be like'],
    ['全天不开放', 'names no days'],
    ['8:00-18:00 节假日', 'does not say whether only then'],
    ['9:00-17:00 周一至周五 10:00-16:00', 'may name the days after their times'],
    ['9:00-17:00，10月1日-10月7日休息', 'may mean one year or all'],
  ])('%s %s', (text) => expect(read(text)).toBe(`«${text}»`));

  it.each([
    ['不定时', '不定时'],
    ['9:00-17:00 需预约', '需预约'],
    ['周一至周五9:00-17:00，中午有事电话联系', '中午有事电话联系'],
    ['8:00-17:00 周三下午闭馆', '下午'],
  ])('%s: says which part', (text, rest) => expect(parseHours(text)).toMatchObject({ understood: false, rest }));

  it('keeps what the understood part would say as a draft for a person', () => {
    const { draft, hours } = parseHours('周一至周五9:00-17:00，中午有事电话联系');
    expect(hours.base.kind).toBe('unknown');
    expect(draft === null ? null : shown(draft)).toBe('5* 9:00-17:00 2* ×');
  });

  it('takes an empty cell for what it is', () => {
    expect(parseHours('  ')).toEqual({ hours: UNKNOWN_HOURS, understood: true, rest: null, draft: null });
    expect(parseHours('暂无')).toMatchObject({ hours: { ...UNKNOWN_HOURS, raw: '暂无' }, understood: true });
  });
});

describe('any text', () => {
  const words =
    '周一 周五 周六日 至 - ， ； （ ） 8:00 12点 17:30 次日 工作日 节假日 除外 除 外 休息 照常 夏季 冬季 24小时 开放 午休 早 晚 其他时间 半 电话'.split(
      ' ',
    );
  const anyText = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...words, ' ')).map((list) => list.join('')),
  );

  it('is read without a fault, keeps its words, and gives only spans that the model allows', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { hours, understood, rest, draft } = parseHours(text);
        expect(hours.raw).toBe(text.trim() === '' ? null : text);
        expect(understood).toBe(rest === null);
        for (const each of [hours, draft])
          for (const [from, to] of spansIn(each)) {
            expect(from >= 0 && from < 1440 && from < to && to <= from + 1440).toBe(true);
          }
      }),
      { numRuns: 600 },
    );
  });

  it('reads back every week written out in words', () => {
    const spans = fc
      .uniqueArray(fc.integer({ min: 20, max: 95 }), { minLength: 2, maxLength: 4 })
      .map((marks) => [...marks].sort((a, b) => a - b).map((mark) => mark * 15))
      .map((marks): Span[] =>
        marks.flatMap((from, i) => (i % 2 === 0 && marks[i + 1] ? [[from, marks[i + 1] ?? 0] as const] : [])),
      );
    const days = fc.tuple(spans, spans, spans, spans, spans, spans, spans);
    fc.assert(
      fc.property(days, (week) => {
        const text = week.map(
          (list, i) => `周${'一二三四五六日'[i]}${list.map(([a, b]) => `${clock(a)}-${clock(b)}`).join('、')}`,
        );
        const { base } = parseHours(text.join('；')).hours;
        expect(base).toEqual({ kind: 'weekly', week: week.map((list) => ({ kind: 'spans', spans: list })) });
      }),
    );
  });
});

function spansIn(hours: Hours | null): readonly Span[] {
  if (hours === null) return [];
  const weeks = [hours.base.kind === 'weekly' ? hours.base.week : [], ...hours.seasons.map((season) => season.week)];
  const rules = weeks.flat().flatMap((rule) => (rule.kind === 'spans' ? rule.spans : []));
  return [...rules, ...(hours.holidays.kind === 'spans' ? hours.holidays.spans : [])];
}

const data = process.env.REFERENCE_DATA ?? path.resolve(import.meta.dirname, '../../../../shared/data');

function columns(file: string): Record<string, string>[] | null {
  try {
    return parse(readFileSync(path.join(data, file)), { columns: true, bom: true });
  } catch {
    return null;
  }
}

const ledger = columns('zhengzhou-ledger.csv');
const shops = columns('poi-stores-cn.csv');

it.skipIf(ledger === null)(
  `reads every time of the reference ledger${ledger === null ? ' (reference data absent)' : ''}`,
  () => {
    const texts = (ledger ?? []).map((row) => row.开放时间 ?? '').filter((text) => text !== '');
    expect(texts.length).toBe(10);
    expect(texts.filter((text) => !parseHours(text).understood)).toEqual([]);
  },
);

it.skipIf(shops === null)(
  `reads the shops' times but for 00:00-00:00${shops === null ? ' (reference data absent)' : ''}`,
  () => {
    const texts = (shops ?? []).map((row) => `${row.open}-${row.close}`);
    expect(texts.length).toBeGreaterThan(7000);
    const unread = new Set(texts.filter((text) => !parseHours(text).understood));
    expect([...unread]).toEqual(['00:00:00-00:00:00']);
  },
);
