import type { Brand } from '../kernel/brand.ts';
import type { DateText } from '../kernel/instant.ts';
import type { ExitReason } from './command.ts';
import type { HONOUR_LEVELS, StationId, UnionId } from './station.ts';

/** Random 128 bit as 32 hex digits, made by whoever keeps it. */
export type EntryId = Brand<string, 'EntryId'>;

/** What unions write down of their work (工作台账), beside the register itself. Only ever append. */
export const ENTRY_KINDS = [
  'inspection',
  'visits',
  'funding',
  'activity',
  'listing',
  'honour',
  'gift',
  'reach',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const INSPECTION_KINDS = ['routine', 'annual', 'follow-up'] as const;
/** How a person came: the door without a tally, a staff's hand count, a gate or sensor, a member's card. */
export const VISIT_CHANNELS = ['hand-count', 'gate', 'member-card', 'other'] as const;
export const OCCUPATIONS = ['courier', 'food-rider', 'driver', 'sanitation', 'other'] as const;
export type Occupation = (typeof OCCUPATIONS)[number];
export const FUND_LEVELS = ['national', 'province', 'city', 'county', 'town', 'host', 'government', 'other'] as const;
export const FUND_KINDS = ['building', 'equipment', 'running', 'supplies', 'activity', 'other'] as const;
export const ACTIVITY_KINDS = ['relief', 'legal', 'health', 'training', 'culture', 'join-union', 'other'] as const;
export const MAP_PROVIDERS = ['amap', 'baidu', 'tencent'] as const;
export const LISTING_STATES = ['online', 'mismatch', 'missing'] as const;
export const HONOUR_RESULTS = ['quota', 'nominated', 'passed', 'failed'] as const;

/** What stands in an entry of each kind; `day` of the entry is when it happened, or the first day of the month or year it is of. */
export type EntryBody = {
  /** Done on `day`. `dueOn`: when it was to be done at the latest, null where nobody set it. */
  readonly inspection: {
    readonly kind: (typeof INSPECTION_KINDS)[number];
    readonly dueOn: DateText | null;
    /** Items of the union's standard that were looked at and failed. */
    readonly looked: number;
    readonly findings: readonly { readonly item: string; readonly reason: ExitReason | null }[];
    /** By when the findings are to be put right, and when they were. */
    readonly rectifyBy: DateText | null;
    readonly rectifiedOn: DateText | null;
  };
  /** People who came in the month that `day` begins, as the station or its union counted them. */
  readonly visits: {
    readonly channel: (typeof VISIT_CHANNELS)[number];
    /** Days it was open and counted. */
    readonly days: number;
    readonly people: { readonly [O in Occupation]: number };
  };
  /** Yuan of the year that `day` begins. */
  readonly funding: {
    readonly level: (typeof FUND_LEVELS)[number];
    readonly kind: (typeof FUND_KINDS)[number];
    readonly yuan: number;
  };
  readonly activity: {
    readonly kind: (typeof ACTIVITY_KINDS)[number];
    readonly title: string;
    readonly participants: number;
    /** Of them those who joined a union there. */
    readonly joined: number;
  };
  /** How a map provider showed the station when it was looked at on `day`. */
  readonly listing: {
    readonly provider: (typeof MAP_PROVIDERS)[number];
    readonly state: (typeof LISTING_STATES)[number];
  };
  /** 最美站点 of the year that `day` begins. `quota`: places a union was given (`count`), without a station; otherwise one station. */
  readonly honour: {
    readonly level: (typeof HONOUR_LEVELS)[number];
    readonly result: (typeof HONOUR_RESULTS)[number];
    readonly count: number;
  };
  /** Gift shelf (礼品架/爱心货架): things that came in or went out. */
  readonly gift: { readonly way: 'in' | 'out'; readonly items: number; readonly yuan: number | null };
  /**
   * Outdoor workers served in the year that `day` begins, as their union estimates them: people, not times. Those that a union below
   * or a station entered are not entered again above.
   */
  readonly reach: { readonly workers: number };
};

type Of<K extends EntryKind> = { readonly kind: K; readonly body: EntryBody[K] };
/** An entry's kind with what stands in it. */
export type EntrySaid = { [K in EntryKind]: Of<K> }[EntryKind];

/** What somebody says when they keep an entry. */
export type EntryKept = {
  readonly id: EntryId;
  readonly union: UnionId;
  /** Null: of the union as a whole. */
  readonly station: StationId | null;
  readonly day: DateText;
  readonly note: string | null;
} & EntrySaid;

/** An entry. It is corrected by keeping it again (`rev` + 1) and withdrawn with a reason, never deleted. */
export type Entry = EntryKept & { readonly isWithdrawn: boolean; readonly rev: number };
