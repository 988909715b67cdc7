import type { DayRule, HolidayRule, Hours, Span, Week } from './hours.ts';
import { hoursText } from './hours-write.ts';

/** Hours that many stations keep, for one press. */
export type HoursPreset = { readonly id: string; readonly name: string; readonly hours: Hours };

const CLOSED: DayRule = { kind: 'spans', spans: [] };
const at = (from: number, to: number): Span => [from * 60, to * 60];
const open = (...spans: readonly Span[]): DayRule => ({ kind: 'spans', spans });
const days = (work: DayRule, saturday: DayRule, sunday: DayRule): Week => [
  work,
  work,
  work,
  work,
  work,
  saturday,
  sunday,
];

function preset(id: string, name: string, said: { readonly week: Week; readonly holidays: HolidayRule['kind'] }) {
  const holidays: HolidayRule = said.holidays === 'closed' ? { kind: 'closed' } : { kind: 'same' };
  return made(id, name, {
    base: { kind: 'weekly', week: said.week },
    holidays,
    seasons: [],
    exceptions: [],
    raw: null,
  });
}

function made(id: string, name: string, hours: Hours): HoursPreset {
  return { id, name, hours: { ...hours, raw: hoursText(hours) } };
}

const OFFICE = open(at(9, 12), at(13.5, 17));
const SHOP = open(at(8, 20));
const TWICE = open(at(6, 10), at(16, 20));
const SWEEPERS = open(at(5, 11), at(14, 19));
const NIGHT = open(at(20, 30));

export const HOURS_PRESETS: readonly HoursPreset[] = [
  preset('bank', '银行 9–17', { week: days(open(at(9, 17)), CLOSED, CLOSED), holidays: 'closed' }),
  preset('office', '机关社区', { week: days(OFFICE, CLOSED, CLOSED), holidays: 'closed' }),
  preset('shop', '商店 8–20', { week: days(SHOP, SHOP, SHOP), holidays: 'same' }),
  preset('twice', '早晚两段', { week: days(TWICE, TWICE, TWICE), holidays: 'same' }),
  preset('sweepers', '环卫 5–11、14–19', { week: days(SWEEPERS, SWEEPERS, SWEEPERS), holidays: 'same' }),
  preset('night', '夜间 20–次日 6', { week: days(NIGHT, NIGHT, NIGHT), holidays: 'same' }),
  made('always', '24 小时', {
    base: { kind: 'always' },
    holidays: { kind: 'same' },
    seasons: [],
    exceptions: [],
    raw: null,
  }),
];
