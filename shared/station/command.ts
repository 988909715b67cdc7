import type { Gcj02 } from '../geo/point.ts';
import type { DateText } from '../kernel/instant.ts';
import type { StationCode } from './code.ts';
import type { Step } from './lifecycle.ts';
import type { RegionCode } from './region.ts';
import type { Station, StationId } from './station.ts';

/** What only the life cycle itself writes. */
type Kept =
  | 'id'
  | 'code'
  | 'predecessor'
  | 'successor'
  | 'origin'
  | 'verified'
  | 'verifiedOn'
  | 'status'
  | 'statusNote'
  | 'openedOn'
  | 'rev';

/** What people state about a station: everything a form or a ledger row may say. */
export type Facts = Omit<Station, Kept>;
/** Only the fields that change; a key that is there is written, also when it is null. */
export type Patch = { readonly [K in keyof Facts]?: Facts[K] };

/** Order is the code in feed answers: only ever append. */
export const EXIT_REASONS = [
  'NOT_OPEN',
  'FACILITY_UNREPAIRED',
  'SUPPLY_SHORT',
  'COMPLAINT_UNRESOLVED',
  'SAFETY',
  'LOW_USE',
  'HOST_LEFT',
  'MISUSE_OR_CHARGE',
  'FALSE_DATA',
  'MERGE',
  'TERM_END',
  'OTHER',
] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

/** One item of the union's standard at acceptance, in the standard's own words. */
export type CheckItem = { readonly item: string; readonly met: boolean };

type Payload = {
  /** `station` is the id of the new record, from outside; when the station exists its own id again. */
  readonly draft: { readonly station: StationId; readonly facts: Facts };
  /** `duplicateAnswer`: why the similar stations nearby are others, or null when none were shown. */
  readonly submit: { readonly duplicateAnswer: string | null };
  readonly withdraw: object;
  /** `flags`: why a person must look first; empty publishes at once. */
  readonly import: {
    readonly station: StationId;
    readonly facts: Facts;
    readonly origin: 'imported' | 'synthetic';
    readonly openedOn: DateText | null;
    readonly flags: readonly string[];
  };
  readonly 'accept-flagged': { readonly reason: string };
  readonly return: { readonly reason: string };
  readonly approve: object;
  /** Empty where the union has no standard; otherwise every item of it must be there and met. */
  readonly accept: { readonly checklist: readonly CheckItem[] };
  readonly abandon: { readonly reason: string };
  /** `basedOn`: the rev the editor saw. */
  readonly revise: { readonly patch: Patch; readonly basedOn: number; readonly reason: string | null };
  /** Somebody looked: nothing changes but how and when it was verified. */
  readonly confirm: { readonly verified: 'desk' | 'on-site' | 'worker-confirmed' };
  /** `newStation`: the id a new record gets when the move is far enough for one. */
  readonly relocate: {
    readonly newStation: StationId;
    readonly point: Gcj02;
    readonly region: RegionCode;
    readonly town: string | null;
    readonly address: string;
    readonly entrance: string | null;
    readonly reason: string;
  };
  /** `until`: expected return, or null while nobody knows. */
  readonly suspend: { readonly reason: string; readonly until: DateText | null };
  readonly resume: object;
  /** `deadline` null: the default days of the setting `rectify-days`. */
  readonly rectify: { readonly reason: string; readonly deadline: DateText | null };
  readonly 'pass-recheck': { readonly evidence: string };
  readonly 'propose-exit': { readonly reasonCode: ExitReason; readonly reason: string; readonly evidence: string };
  readonly 'reject-exit': { readonly reason: string };
  readonly 'open-notice': object;
  readonly 'withdraw-notice': { readonly reason: string };
  readonly 'record-objection': { readonly reason: string };
  readonly 'uphold-objection': {
    readonly restoresTo: 'rectifying' | 'active';
    readonly reason: string;
    readonly deadline: DateText | null;
  };
  readonly 'dismiss-objection': { readonly reason: string };
  readonly retire: object;
  /** The successor's record is given to `decide` beside the station's own. */
  readonly merge: { readonly successor: StationCode; readonly reason: string };
  readonly reinstate: { readonly reason: string; readonly document: string };
  readonly 'end-term': object;
};

/** One intent, asked for under one random id (128 bit, 32 hex digits): asked twice, done once. */
export type CommandOf<S extends Step> = {
  readonly [K in S]: { readonly id: string; readonly kind: K } & Payload[K];
}[S];
export type Command = CommandOf<Step>;
