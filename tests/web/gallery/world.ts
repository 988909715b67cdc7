import type { Drop } from '../../../shared/feed/feed.ts';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { ALWAYS, daily, date, have, OFF, offset, SPLIT, spans, station, weekly } from './fixture.ts';

/** The stations of the pictures: 240 m, 420 m, 650 m, 780 m, four closed, one suspended at 180 m. */
export const DEHUA: PublicStation = station({
  name: '德化街爱心驿站',
  entrance: '建设路储蓄所一楼，进门右手边，门上有绿色站牌',
  point: offset(0, 240),
  hours: { ...weekly(SPLIT, spans([540, 1020]), OFF), holidays: { kind: 'closed' } },
  publicPhone: '0371-60000001',
  brand: '爱心驿站',
  hostType: 'bank',
  hostName: '建设路储蓄所',
  build: 'society',
  operation: 'host',
  area: 18,
  toiletMetres: 0,
  amenities: {
    ...have('water', 'toilet', 'phone-charging', 'seating'),
    'phone-charging': { state: 'yes', note: '6 口', confirmedOn: '2026-11-23' },
    seating: { state: 'yes', note: '8 个', confirmedOn: '2026-09-03' },
    cooling: { state: 'seasonal', note: '只在 6–9 月', confirmedOn: '2026-09-03' },
    microwave: { state: 'broken', note: null, confirmedOn: '2026-11-23' },
    fridge: { state: 'no', note: null, confirmedOn: '2026-11-23' },
  },
});

export const SUSPENDED: PublicStation = station({
  name: '二马路暖心驿站',
  address: '二七区二马路 12 号（示例地址）',
  point: offset(180, 0),
  hours: weekly(spans([510, 1050]), OFF, OFF),
  status: 'suspended',
  statusNote: { reason: '水管改造', since: date('2026-11-24'), until: date('2026-12-01') },
  access: { modes: ['ask-staff'], needsApp: false, whoMayEnter: [], free: true, feeNote: null },
});

export const UNKNOWN: PublicStation = station({
  name: '福寿街劳动者港湾',
  address: '二七区福寿街 8 号（示例地址）',
  point: offset(0, -780),
  hours: { ...UNKNOWN_HOURS, raw: '见门口通知' },
  access: { modes: [], needsApp: null, whoMayEnter: [], free: null, feeNote: null },
  verified: 'unverified',
  verifiedOn: null,
});

const DRIVERS = station({
  name: '火车站东广场司机之家',
  kind: 'driver-home',
  point: offset(420, 0),
  hours: daily(480, 885),
  verifiedOn: date('2026-11-26'),
  amenities: have('water', 'seating', 'toilet', 'truck-parking'),
  access: { modes: ['ask-staff'], needsApp: false, whoMayEnter: ['truck', 'taxi'], free: true, feeNote: null },
});

const SANITATION = station({
  name: '大同路环卫休息点',
  address: '二七区大同路 5 号（示例地址）',
  point: offset(-460, 460),
  hours: ALWAYS,
  verifiedOn: date('2026-10-20'),
  amenities: have('toilet', 'water'),
  access: { modes: ['qr-unlock'], needsApp: false, whoMayEnter: ['anyone'], free: true, feeNote: null },
});

const MORE = ['兴隆街', '乔家门', '苑陵街', '西太康路', '北下街'].map((street, n) =>
  station({
    name: `${street}暖心驿站`,
    address: `二七区${street} ${n + 1} 号（示例地址）`,
    point: offset(900 + n * 310, -300 * n),
    hours: daily(480, 1200),
    amenities: n % 2 === 0 ? have('water', 'seating', 'microwave', 'heating') : have('water'),
  }),
);

const CLOSED = ['铭功路', '解放路', '南下街', '正兴街'].map((street, n) =>
  station({
    name: `${street}劳动者驿站`,
    point: offset(-500 - n * 150, 200),
    hours: daily(510, 840 - n),
  }),
);

export const STATIONS: readonly PublicStation[] = [DEHUA, DRIVERS, SANITATION, UNKNOWN, SUSPENDED, ...MORE, ...CLOSED];

const OLD = station({ name: '一个退出了的站' });
const MERGED = station({ name: '一个合并了的站' });
export const RETIRED_DROP: Drop = {
  op: 'drop',
  seq: 9,
  code: OLD.code,
  reason: 'retired',
  on: date('2026-03-12'),
  exit: 'HOST_LEFT',
  successor: null,
  movedTo: null,
};
export const MERGED_DROP: Drop = {
  ...RETIRED_DROP,
  code: MERGED.code,
  reason: 'merged',
  exit: null,
  successor: DEHUA.code,
};
