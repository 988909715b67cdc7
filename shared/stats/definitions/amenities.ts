import { AMENITIES, type Amenity, type AmenityState, BASIC_FIVE } from '../../station/amenity.ts';
import { type AmenityStates, countIn } from '../amenity-states.ts';
import type { Counting } from '../fold.ts';
import { AMENITY_NAMES } from './amenity-names.ts';
import { define, share } from './make.ts';

const STATES: readonly (readonly [AmenityState, string])[] = [
  ['yes', '有'],
  ['seasonal', '季节性'],
  ['broken', '坏了'],
  ['no', '没有'],
  ['unknown', '不清楚'],
];
/** Published for 2024 by the number of stations that have them. */
const NATIONAL: readonly Amenity[] = [
  'first-aid',
  'legal-aid',
  'battery-swap',
  'discount-meal',
  'haircut',
  'volunteers',
  'party-study',
];

function ofCode(amenity: Amenity): readonly Counting[] {
  const name = AMENITY_NAMES[amenity];
  return STATES.map(([state, word]) =>
    define({
      id: `amenities.${amenity}.${state}`,
      name: `${name}·${word}`,
      counts: `期末站点中，“${name}”登记为“${word}”的。${state === 'unknown' ? '没有登记过的也在内。' : ''}`,
      leavesOut: state === 'yes' ? '季节性、坏了和不清楚的。' : '',
      fold: { of: 'amenity', amenity, state },
      national: state === 'yes' && NATIONAL.includes(amenity),
    }),
  );
}

const BASIC_PLACES = BASIC_FIVE.map((code) => AMENITIES.indexOf(code));

function countOf(states: AmenityStates, state: AmenityState): number {
  return countIn(states, BASIC_PLACES, state);
}

/** The summary first, then five columns of each code in the order of the list. */
export const AMENITY_TABLE: readonly Counting[] = [
  define({
    id: 'amenities.basic-complete',
    name: '基本五项齐全',
    counts: '期末站点中，喝水、微波炉热饭、休息、手机充电、急救药箱五项都登记为“有”的。',
    fold: { of: 'closing', value: ({ amenities }) => Number(countOf(amenities, 'yes') === BASIC_FIVE.length) },
  }),
  define({
    id: 'amenities.basic-lacking',
    name: '基本五项有缺',
    counts: '期末站点中，五项里至少一项登记为“没有”“坏了”或“季节性”的。',
    fold: {
      of: 'closing',
      value: ({ amenities }) => Number(countOf(amenities, 'yes') + countOf(amenities, 'unknown') < BASIC_FIVE.length),
    },
  }),
  define({
    id: 'amenities.basic-unclear',
    name: '基本五项不清楚',
    counts: '期末站点中，五项里没有缺的、但至少一项不清楚的。与“齐全”“有缺”相加等于期末站点。',
    fold: {
      of: 'closing',
      value: ({ amenities }) => {
        const unknown = countOf(amenities, 'unknown');
        return Number(unknown > 0 && countOf(amenities, 'yes') + unknown === BASIC_FIVE.length);
      },
    },
  }),
  share({
    id: 'amenities.basic-share',
    name: '基本五项齐全率',
    counts: '基本五项齐全的站点数除以期末站点数。',
    over: 'amenities.basic-complete',
    under: 'stock.closing',
  }),
  ...AMENITIES.flatMap(ofCode),
];
