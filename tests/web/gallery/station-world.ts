import type { Drop } from '../../../shared/feed/feed.ts';
import { type Hours, UNKNOWN_HOURS, type Week } from '../../../shared/station/hours.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { ALWAYS, daily, date, have, OFF, offset, region, spans, station, weekly } from './fixture.ts';
import { DEHUA, RETIRED_DROP } from './world.ts';

/** One station for each thing its page must be able to say; the moment is Thursday 26 November 2026, 14:20. */
const street = (n: number) => `二七区正兴街 ${n} 号（示例地址）`;

export const CLOSING: PublicStation = station({
  name: '敦睦路爱心驿站',
  address: street(1),
  entrance: '邮政所左边的小门',
  point: offset(-60, 30),
  hours: daily(480, 885),
  access: {
    modes: ['ask-staff', 'id-card'],
    needsApp: false,
    whoMayEnter: ['courier', 'food-rider'],
    free: true,
    feeNote: null,
  },
  amenities: have('water', 'seating'),
});

export const SHUT: PublicStation = station({
  name: '延陵街劳动者驿站',
  address: street(2),
  point: offset(120, -90),
  hours: { ...weekly(spans([480, 840]), OFF, OFF), holidays: { kind: 'closed' } },
});

/** Four minutes' walk away, and opening in three. */
export const OPENING: PublicStation = station({
  name: '钱塘路暖心驿站',
  address: street(3),
  point: offset(240, 0),
  hours: daily(863, 1080),
});

export const LEAVING: PublicStation = station({
  name: '银基劳动者港湾',
  address: street(4),
  point: offset(80, 200),
  status: 'exit-notice',
  statusNote: { reason: '建站单位搬走了', since: date('2026-11-24'), until: date('2026-12-01') },
});

export const RECTIFYING: PublicStation = station({
  name: '敦睦里户外驿站',
  address: street(5),
  point: offset(90, 210),
  status: 'rectifying',
  statusNote: { reason: '饮水机坏了没修', since: date('2026-11-20'), until: date('2026-12-05') },
});

const week = (from: number, to: number): Week => {
  const day = spans([from, to]);
  return [day, day, day, day, day, day, day];
};
const SEASONS: Hours = {
  ...weekly(spans([510, 1050]), spans([540, 960]), OFF),
  holidays: { kind: 'as-weekend' },
  seasons: [{ from: '11-15', to: '03-15', week: week(540, 1020) }],
  exceptions: [{ from: date('2026-12-05'), to: date('2026-12-07'), spans: [], reason: '装修' }],
};

/** Photos, old checks, several ways in, a season in force and a closure to come. */
export const RICH: PublicStation = station({
  name: '大学路户外劳动者驿站',
  address: street(6),
  entrance: '电信营业厅二楼，上楼左转，门口有红色站牌',
  point: offset(-150, -100),
  hours: SEASONS,
  photos: ['a1b2c3d4e5f60718', 'b1b2c3d4e5f60719', '../etc/passwd'],
  predecessor: DEHUA.code,
  access: { modes: ['qr-unlock', 'keypad'], needsApp: true, whoMayEnter: ['anyone'], free: true, feeNote: null },
  publicPhone: '0371-60000002',
  toiletMetres: 30,
  amenities: {
    ...have('water', 'toilet', 'heating', 'wifi'),
    microwave: { state: 'yes', note: '自带饭盒', confirmedOn: '2026-02-03' },
    'first-aid': { state: 'broken', note: '药过期了', confirmedOn: '2026-01-15' },
    fridge: { state: 'no', note: null, confirmedOn: '2026-11-20' },
  },
});

export const MOBILE: PublicStation = station({
  name: '二七区流动驿站',
  kind: 'mobile',
  address: '见停靠点',
  point: offset(2000, 0),
  hours: daily(480, 1200),
  stops: [
    { name: '陇海路立交桥下', point: offset(500, 0), spans: [{ weekday: 0, span: [540, 660] }] },
    {
      name: '二七广场北口',
      point: offset(0, 300),
      spans: [0, 1, 2, 3, 4].map((weekday) => ({ weekday, span: [840, 960] as const })),
    },
    { name: '没写时间的地方', point: offset(0, 900), spans: [] },
  ],
});

export const LODGING: PublicStation = station({
  name: '建设路临时住宿驿站',
  kind: 'temporary-lodging',
  address: street(8),
  point: offset(-300, 50),
  hours: ALWAYS,
  lodging: { startsOn: date('2026-11-20'), endsOn: date('2026-12-10'), beds: 24 },
  amenities: have('beds', 'shower', 'heating', 'toilet', 'water'),
});

/** Nothing but what no record can be without. */
export const BARE: PublicStation = station({
  name: '驿站',
  address: '',
  point: offset(300, 300),
  hours: UNKNOWN_HOURS,
  access: { modes: [], needsApp: null, whoMayEnter: [], free: null, feeNote: null },
  origin: 'imported',
  verified: 'unverified',
  verifiedOn: null,
});

const RTL = '\u202e';
/** What a ledger may call a name: turned around, full of markup, five hundred characters without a break. */
export const NASTY: PublicStation = station({
  name: `${RTL}<img src=x onerror=alert(1)>${'爱心驿站'.repeat(120)}${'A'.repeat(40)}`,
  address: `${'无'.repeat(600)}\u0000\u2028</p><script>alert(1)</script>`,
  entrance: `${RTL}${'W'.repeat(300)}`,
  point: offset(10, 60),
  brand: '<b>'.repeat(50),
  aliases: ['<i>', RTL, 'x'.repeat(200)],
  publicPhone: 'javascript:alert(1)',
  hours: {
    base: {
      kind: 'weekly',
      week: [spans([0, 1440], [0, 1440]), OFF, { kind: 'unknown' }, spans([1380, 2820], [0, 1]), OFF, OFF, OFF],
    },
    holidays: { kind: 'spans', spans: [] },
    seasons: [{ from: '02-29', to: '02-29', week: week(0, 1) }],
    exceptions: [{ from: date('2026-12-31'), to: date('2026-12-01'), spans: [], reason: RTL.repeat(9) }],
    raw: '<script>',
  },
  toiletMetres: -5,
  photos: ['<img>', ''],
  amenities: {
    water: { state: 'yes', note: `<u>${'水'.repeat(200)}`, confirmedOn: '2026-13-45' },
    toilet: { state: 'yes', note: RTL, confirmedOn: '9999-12-31' },
  },
  access: {
    modes: ['open-door'],
    needsApp: null,
    whoMayEnter: ['anyone'],
    free: false,
    feeNote: `${'费'.repeat(400)}`,
  },
  lodging: { startsOn: date('2026-12-01'), endsOn: date('2026-11-01'), beds: -3 },
  stops: [{ name: '<h1>', point: offset(0, 0), spans: [{ weekday: 9, span: [5000, -1] }] }],
});

export const STATION_PAGES: readonly PublicStation[] = [
  CLOSING,
  SHUT,
  OPENING,
  LEAVING,
  RECTIFYING,
  RICH,
  MOBILE,
  LODGING,
  BARE,
  NASTY,
];

const left = (name: string) => station({ name }).code;
/** Two moves: the plaque of the first leads past the second to where the station is now. */
const SECOND_DROP: Drop = {
  ...RETIRED_DROP,
  code: left('搬过一次'),
  reason: 'relocated',
  exit: null,
  successor: DEHUA.code,
};
export const MOVED_TWICE_DROP: Drop = {
  ...RETIRED_DROP,
  code: left('搬过两次'),
  reason: 'relocated',
  exit: null,
  successor: SECOND_DROP.code,
};
export const OTHER_CITY_DROP: Drop = {
  ...RETIRED_DROP,
  code: left('划走了'),
  reason: 'moved',
  exit: null,
  movedTo: region('410300'),
};
/** No rule allows it; a broken import might. */
export const RING_DROP: Drop = { ...RETIRED_DROP, code: left('绕圈'), reason: 'merged', exit: null };
export const STATION_DROPS: readonly Drop[] = [
  SECOND_DROP,
  MOVED_TWICE_DROP,
  OTHER_CITY_DROP,
  { ...RING_DROP, successor: RING_DROP.code },
];
