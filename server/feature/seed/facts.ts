import type { Day } from '../../../shared/kernel/instant.ts';
import { addDays, type DateText, dateText } from '../../../shared/kernel/instant.ts';
import { AMENITIES, type Amenities, type Amenity, type AmenityFact } from '../../../shared/station/amenity.ts';
import type { Access, Kind, Station, Status, StatusNote } from '../../../shared/station/station.ts';
import type { Dice } from './dice.ts';
import { AMENITY_SHARES, BROKEN_OF_YES, FILLED, HONOURED, SEASONAL_OF_YES } from './rates.ts';

/** What a kind has by its nature, whatever the shares say. */
const BY_KIND: Readonly<Record<Kind, readonly Amenity[]>> = {
  station: [],
  'driver-home': ['truck-parking', 'shower', 'seating', 'water'],
  'temporary-lodging': ['beds'],
  mobile: ['water'],
};

/** Date texts by day: the same few thousand are asked for again and again. */
const TEXTS = new Map<Day, DateText>();

export function daysAgo(today: Day, days: number): DateText {
  const day = addDays(today, -Math.floor(days));
  const known = TEXTS.get(day);
  if (known !== undefined) return known;
  const text = dateText(day);
  TEXTS.set(day, text);
  return text;
}

export function amenitiesOf(dice: Dice, kind: Kind, today: Day): Amenities {
  // Without a prototype the engine keeps a plain table; else every new set of codes costs it a new hidden class.
  const facts: { [code in Amenity]?: AmenityFact } = Object.create(null);
  for (const code of AMENITIES) {
    const state = BY_KIND[kind].includes(code) ? 'yes' : stateOf(dice, code);
    if (state === 'unknown') continue;
    const confirmedOn = dice.chance(FILLED.confirmedOn) ? daysAgo(today, 200 * dice.exponential()) : null;
    const note = dice.chance(FILLED.amenityNote) ? noteOf(dice, state) : null;
    facts[code] = { state, note, confirmedOn };
  }
  return facts;
}

function stateOf(dice: Dice, code: Amenity): AmenityFact['state'] {
  const [yes, no] = AMENITY_SHARES[code];
  const at = dice.next();
  if (at < yes) return statedYes(dice, code);
  return at < yes + no ? 'no' : 'unknown';
}

function statedYes(dice: Dice, code: Amenity): AmenityFact['state'] {
  // Broken ones are taken from those that are asked for daily, so that the published shares of services stay exact.
  const worn = code === 'water' || code === 'microwave' || code === 'phone-charging' || code === 'tyre-pump';
  if (worn && dice.chance(BROKEN_OF_YES)) return 'broken';
  return (code === 'cooling' || code === 'heating') && dice.chance(SEASONAL_OF_YES) ? 'seasonal' : 'yes';
}

function noteOf(dice: Dice, state: AmenityFact['state']): string {
  if (state === 'broken') return dice.pick(['待维修', '已报修', '配件未到']);
  if (state === 'seasonal') return dice.pick(['仅夏季提供', '仅冬季提供']);
  return dice.pick(['需向工作人员索取', '自备水杯', '限时使用', '仅工作时间', '每次一小时']);
}

export function accessOf(dice: Dice): Access {
  const first = dice.among<Access['modes'][number] | null>([
    ['open-door', 0.56],
    ['ask-staff', 0.2],
    ['qr-unlock', 0.08],
    ['member-code', 0.02],
    ['id-card', 0.01],
    ['keypad', 0.01],
    [null, 0.12],
  ]);
  const free = dice.among([[true, 0.78] as const, [null, 0.2] as const, [false, 0.02] as const]);
  return {
    modes: first === null ? [] : first === 'open-door' && dice.chance(0.06) ? ['open-door', 'ask-staff'] : [first],
    needsApp: first === 'qr-unlock' ? dice.chance(0.7) : dice.chance(0.65) ? false : null,
    whoMayEnter: dice.among<Access['whoMayEnter']>([
      [['anyone'], 0.45],
      [['courier', 'food-rider', 'sanitation'], 0.15],
      [['courier', 'food-rider', 'taxi', 'sanitation', 'traffic-police'], 0.12],
      [['sanitation', 'gardener'], 0.05],
      [['courier', 'food-rider', 'ride-hailing', 'truck', 'builder'], 0.05],
      [[], 0.18],
    ]),
    free,
    feeNote: free === false ? dice.pick(['淋浴5元', '热餐按价收费', '停车超过2小时收费']) : null,
  };
}

export function honoursOf(dice: Dice, today: Day): Station['honours'] {
  if (!dice.chance(HONOURED)) return [];
  const year = Number(dateText(today).slice(0, 4)) - 1 - dice.below(5);
  const level = dice.among([['city', 0.75] as const, ['province', 0.2] as const, ['national', 0.05] as const]);
  return [{ level, year, document: dice.chance(0.3) ? `示例文件〔${year}〕${1 + dice.below(90)}号` : null }];
}

const CLOSED_FOR: readonly [string, ...string[]] = [
  '门店装修',
  '道路施工',
  '管道维修',
  '设备更换',
  '共建单位搬迁',
  '暂无值守人员',
];
const RETIRED_FOR: readonly [string, ...string[]] = [
  '共建单位撤出',
  '长期未开放',
  '使用率低',
  '并入邻近站点',
  '场地拆迁',
];
const RECTIFIED_FOR: readonly [string, ...string[]] = [
  '开放时间与公示不符',
  '饮水设备损坏未修',
  '标识缺失',
  '卫生不达标',
];

/** Why and until when; null for a status that shuts nothing and announces nothing. */
export function statusNoteOf(dice: Dice, status: Status, today: Day): StatusNote | null {
  const ago = dice.below(60);
  const since = daysAgo(today, ago);
  if (status === 'suspended')
    return { reason: dice.pick(CLOSED_FOR), since, until: daysAgo(today, -(5 + dice.below(90))) };
  if (status === 'rectifying')
    return {
      reason: dice.pick(RECTIFIED_FOR),
      since: daysAgo(today, ago % 15),
      until: daysAgo(today, (ago % 15) - 15),
    };
  if (status === 'exit-notice')
    return { reason: dice.pick(RETIRED_FOR), since: daysAgo(today, ago % 7), until: daysAgo(today, (ago % 7) - 7) };
  if (status === 'retired') return { reason: dice.pick(RETIRED_FOR), since: daysAgo(today, ago * 6), until: null };
  return null;
}
