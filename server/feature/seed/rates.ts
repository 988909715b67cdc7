import type { Amenity } from '../../../shared/station/amenity.ts';
import type { HOST_TYPES, Kind, Station, Status } from '../../../shared/station/station.ts';

/**
 * How often what occurs among synthetic stations. The national shares (24 h 6.5 %, extended 10.9 %, smart 6.3 %, first
 * aid 59 %, legal aid 11 %, haircut 2.7 %, discount meal 1.3 %, battery swap 1.1 %, honours 18.5 %) are those published
 * for 2024; everything else is a plausible guess, stated here and in data/README.md.
 */
export const FILLED = {
  federationCode: 0.2,
  brand: 0.35,
  aliases: 0.06,
  town: 0.55,
  entrance: 0.6,
  area: 0.7,
  stars: 0.3,
  build: 0.9,
  operation: 0.85,
  hostType: 0.92,
  hostName: 0.75,
  publicPhone: 0.4,
  openedOn: 0.8,
  confirmedOn: 0.35,
  amenityNote: 0.02,
} as const;

export const HONOURED = 0.185;
/** Stations with one to three drawn pictures: enough to see the place they take on a page. */
export const PHOTOGRAPHED = 0.1;
/** 6.3 % are smart: most of those open round the clock, few others. */
export const SMART_OF_ALWAYS = 0.775;
export const SMART_OF_OTHERS = 0.0135;
export const BENCHMARK = 0.12;
/** Stations at exactly the point of another one of their county: two brands at one door, or a geocoder's street centre. */
export const STACKED = 0.015;

export const KIND_SHARES: readonly (readonly [Kind, number])[] = [
  ['station', 0.978],
  ['driver-home', 0.012],
  ['temporary-lodging', 0.004],
  ['mobile', 0.006],
];

export const STATUS_SHARES: readonly (readonly [Status, number])[] = [
  ['active', 0.959],
  ['suspended', 0.015],
  ['rectifying', 0.008],
  ['exit-proposed', 0.004],
  ['exit-notice', 0.004],
  ['retired', 0.01],
];

/** Unions themselves build a small part (3–11 %); the rest is hosted. */
export const BUILD_SHARES: readonly (readonly ['union' | 'government' | 'society' | 'integrated', number])[] = [
  ['union', 0.08],
  ['government', 0.2],
  ['society', 0.52],
  ['integrated', 0.2],
];
export const OPERATION_SHARES: readonly (readonly ['self' | 'host' | 'purchased' | 'project' | 'entrusted', number])[] =
  [
    ['host', 0.62],
    ['self', 0.2],
    ['purchased', 0.06],
    ['project', 0.05],
    ['entrusted', 0.07],
  ];

export const HOURS_SHARES = [
  ['always', 0.065],
  ['extended', 0.109],
  ['office', 0.606],
  ['seasonal', 0.06],
  ['night', 0.015],
  ['days-only', 0.025],
  ['unread', 0.035],
  ['none', 0.085],
] as const;

export const VERIFIED_SHARES: readonly (readonly [Station['verified'], number])[] = [
  ['unverified', 0.55],
  ['desk', 0.2],
  ['on-site', 0.18],
  ['worker-confirmed', 0.07],
];

/** Share of yes and of no; a little of yes is broken or, where it can be, seasonal; the rest is unknown. */
export const AMENITY_SHARES: Readonly<Record<Amenity, readonly [yes: number, no: number]>> = {
  water: [0.93, 0.01],
  microwave: [0.72, 0.12],
  seating: [0.92, 0.01],
  'phone-charging': [0.88, 0.03],
  'first-aid': [0.59, 0.15],
  toilet: [0.58, 0.2],
  cooling: [0.62, 0.08],
  heating: [0.5, 0.15],
  fridge: [0.22, 0.3],
  wifi: [0.45, 0.2],
  'hot-meal': [0.12, 0.4],
  'discount-meal': [0.013, 0.5],
  books: [0.4, 0.2],
  'rain-gear': [0.46, 0.15],
  tools: [0.3, 0.2],
  'tyre-pump': [0.22, 0.25],
  'ebike-charging': [0.14, 0.35],
  'battery-swap': [0.011, 0.5],
  'ebike-parking': [0.35, 0.15],
  'car-parking': [0.15, 0.3],
  'truck-parking': [0.015, 0.5],
  aed: [0.05, 0.4],
  shower: [0.03, 0.5],
  laundry: [0.025, 0.5],
  beds: [0.012, 0.5],
  'nap-chair': [0.06, 0.4],
  'mother-room': [0.05, 0.4],
  wheelchair: [0.08, 0.2],
  haircut: [0.027, 0.4],
  'health-check': [0.06, 0.35],
  'legal-aid': [0.11, 0.3],
  counselling: [0.04, 0.35],
  'job-info': [0.09, 0.3],
  training: [0.05, 0.3],
  'join-union': [0.2, 0.2],
  'gift-shelf': [0.08, 0.3],
  'party-study': [0.3, 0.2],
  volunteers: [0.25, 0.2],
};
/** Of what is there: out of order, or only in its season (cooling, heating). */
export const BROKEN_OF_YES = 0.012;
export const SEASONAL_OF_YES = 0.15;

export const HOST_SHARES: readonly (readonly [(typeof HOST_TYPES)[number], number])[] = [
  ['bank', 17],
  ['community', 16],
  ['post', 8],
  ['party-centre', 7],
  ['government-hall', 7],
  ['mall-shop', 7],
  ['union-own', 6],
  ['telecom', 5],
  ['fuel', 5],
  ['sanitation', 5],
  ['catering-hotel', 3],
  ['logistics', 3],
  ['pharmacy', 2],
  ['hospital', 2],
  ['park', 2],
  ['transport', 2],
  ['public-toilet', 1],
  ['police', 1],
  ['bookshop', 1],
  ['charging', 1],
  ['building-site', 1],
  ['service-area', 1],
  ['platform', 1],
  ['other', 2],
];

/** Resident millions by province, rounded: how many stations a province gets. None where the federation has no unions. */
export const MILLIONS: Readonly<Record<string, number>> = {
  '11': 22,
  '12': 14,
  '13': 74,
  '14': 35,
  '15': 24,
  '21': 42,
  '22': 23,
  '23': 31,
  '31': 25,
  '32': 85,
  '33': 66,
  '34': 61,
  '35': 42,
  '36': 45,
  '37': 101,
  '41': 98,
  '42': 58,
  '43': 66,
  '44': 127,
  '45': 50,
  '46': 10,
  '50': 32,
  '51': 84,
  '52': 39,
  '53': 47,
  '54': 4,
  '61': 40,
  '62': 25,
  '63': 6,
  '64': 7,
  '65': 26,
};
