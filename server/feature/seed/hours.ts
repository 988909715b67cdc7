import { type Hours, UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { parseHours } from '../../../shared/station/hours-parse.ts';
import type { Dice } from './dice.ts';
import { HOURS_SHARES } from './rates.ts';

type Sort = (typeof HOURS_SHARES)[number][0];

const ALWAYS = ['24小时', '全天', '00:00-24:00', '24小时开放', '全天24小时'];
const EXTENDED = [
  '07:00-22:00',
  '8:00-22:00',
  '06:00-22:00',
  '8:00-21:00',
  '07:00-21:00',
  '06:30-21:30',
  '9:00-22:00',
  '07:00-23:00',
  '6:00-23:00',
  '10:00-22:00',
  '09:00-21:30',
  '8:30-21:30',
  '06:00-20:00',
  '07:30-21:30',
  '8:00-23:00',
  '05:30-20:30',
  '10:00-23:00',
  '07:00-19:30',
  '周一至周日 06:30-22:30',
  '08:00-20:30',
];
const NIGHT = [
  '20:00-次日06:00',
  '18:00-次日02:00',
  '20:00-次日02:00',
  '22:00-次日06:00',
  '17:00-次日08:00',
  '18:00-次日08:00',
];
const DAYS_ONLY = ['工作日开放', '周一至周五开放', '周一至周六开放'];
const UNREAD = [
  '随营业厅时间',
  '视情况开放',
  '与门店一致',
  '请提前电话联系',
  '值班人员在岗时',
  '上班时间',
  '营业时间内',
  '以现场公告为准',
];
const SEASONAL = [
  '夏季8:00-18:30 冬季8:30-18:00',
  '夏季8:00-12:00 14:30-18:00 冬季8:00-12:00 14:00-17:30',
  '夏季7:00-19:00 冬季8:00-18:00',
  '夏季7:30-19:30 冬季8:00-18:00',
  '夏季8:30-18:30 冬季9:00-17:30',
  '夏季6:30-20:00 冬季7:00-19:00',
  '夏季9:00-18:00 冬季9:00-17:00',
  '夏季8:00-12:00 15:00-18:30 冬季8:30-12:00 14:00-18:00',
];

/** Office hours as ledgers write them: openings, closings, midday breaks, days and holiday remarks. */
function officeTexts(): readonly string[] {
  const texts: string[] = [];
  const halves = [
    '8:30-12:00 14:00-17:30',
    '8:00-12:00 14:00-18:00',
    '8:30-12:00 13:30-17:30',
    '9:00-12:00 13:00-17:00',
    '8:00-12:00 13:30-17:30',
    '8:30-11:30 14:30-17:30',
    '9:00-12:00 14:00-18:00',
    '8:00-11:30 14:00-17:00',
  ];
  const whole = [
    '8:30-17:30',
    '9:00-17:00',
    '8:00-18:00',
    '9:00-17:30',
    '8:30-17:00',
    '9:00-18:00',
    '8:00-17:00',
    '8:00-17:30',
    '8:30-18:00',
    '8:30-18:30',
    '9:00-16:30',
    '7:30-18:30',
  ];
  for (const days of ['周一至周五', '', '工作日', '周一至周日', '周一至周六']) {
    for (const [i, hours] of [...whole, ...halves].entries()) {
      if (days === '工作日' && i % 2 === 1) continue;
      texts.push(`${days}${days && i % 3 === 0 ? ' ' : ''}${hours}`);
      if (days === '周一至周五' && i % 3 === 0) texts.push(`${days}${hours}（节假日除外）`);
    }
  }
  return texts;
}

/** Zipf within each sort: a few texts are everywhere, most are rare. */
const TEXTS: Readonly<Record<Sort, readonly string[]>> = {
  always: ALWAYS,
  extended: EXTENDED,
  office: officeTexts(),
  seasonal: SEASONAL,
  night: NIGHT,
  'days-only': DAYS_ONLY,
  unread: UNREAD,
  none: [],
};

export const HOURS_TEXTS: Readonly<Record<string, readonly string[]>> = TEXTS;

/** Draws hours: the text as a ledger would hold it and what the parser makes of it. Each text is read once. */
export function hoursDrawer(): (dice: Dice) => Hours {
  const read = new Map<string, Hours>();
  const zipf = new Map(
    HOURS_SHARES.map(([sort]) => [sort, TEXTS[sort].map((text, rank) => [text, 1 / (rank + 1)] as const)]),
  );
  return (dice) => {
    const texts = zipf.get(dice.among(HOURS_SHARES)) ?? [];
    if (texts.length === 0) return UNKNOWN_HOURS;
    const text = dice.among(texts);
    const known = read.get(text);
    if (known) return known;
    const { hours } = parseHours(text);
    read.set(text, hours);
    return hours;
  };
}
