import type { DemandPointRow, DemandSetRow } from './demand/tables.ts';
import type { ContactRow, ExitTaskRow, RevisionRow } from './desk/schema.ts';
import type { EntryRow } from './entries/schema.ts';
import type { ListExportRow, ListViewRow } from './list/schema.ts';
import type { DifferentPairRow, SubmissionRow } from './submissions/schema.ts';
import type { FigureFileRow, PartnerRow } from './workbooks/schema.ts';

/**
 * The tables as Kysely sees them. Integers are int64 kept below 2^53 and read as numbers; instants are
 * milliseconds; days and codes are text compared byte by byte (`COLLATE "C"` where the engine needs telling).
 */
export type Tables = {
  schema_version: { one: number; version: number };
  /**
   * One row: the last `seq` handed out, the epoch it belongs to, and the serial below which no new row of
   * `code_serial` may begin. First statement of every write.
   */
  counter: { one: number; seq: number; epoch: string; serial_base: number };
  /** Every epoch this database has lived in, so that a high-water file can tell an ancestor from a stranger. */
  epoch: { epoch: string; from_seq: number };
  region: RegionRow;
  region_alias: { code: string; today: string };
  union: { id: string; parent: string | null; name: string; region: string | null; closed_on: string | null };
  due: DueRow;
  setting: { union_id: string; key: string; value: string; from_on: string };
  calendar_year: { year: number; body: string };
  station: StationRow;
  code_serial: { region: string; type: number; next: number };
  mark: MarkRow;
  history: HistoryRecord;
  receipt: { command_id: string; actor: string; body_hash: string; reply: string; at: number };
  report: ReportRow;
  revision: RevisionRow;
  contact: ContactRow;
  exit_task: ExitTaskRow;
  ledger: LedgerRecord;
  demand_set: DemandSetRow;
  demand_point: DemandPointRow;
  ledger_row: LedgerRowRecord;
  plaque_key: { id: string; made_at: number; retired_at: number | null };
  plaque: { station_id: string; key_id: string; size: string; printed_at: number };
  /** `received_on`: the day on which these were counted. */
  visit_day: { day: string; station_id: string; received_on: string; visits: number };
  fact_chunk: { from_seq: number; to_seq: number; format: number; mac: string; bytes: Uint8Array };
  visit_receipt: { id: string; body_hash: string; day: string };
  objection: ObjectionRow;
  entry: EntryRow;
  list_view: ListViewRow;
  list_columns: { account: string; body: string };
  list_export: ListExportRow;
  account: AccountRow;
  account_session: SessionRow;
  account_stranger: { bucket: string; tries: number };
  account_invite: { account_id: string; token_hash: string; expires_at: number };
  submission: SubmissionRow;
  different_pair: DifferentPairRow;
  figure_file: FigureFileRow;
  partner: PartnerRow;
  pack: { feed: string; hash: string; bytes: number; seq: number; as_of: number };
};

export type RegionRow = {
  code: string;
  name: string;
  short: string;
  pinyin: string;
  level: string;
  parent: string | null;
  lng: number;
  lat: number;
  west: number;
  south: number;
  east: number;
  north: number;
};

/** Days by which a published station comes up in a queue (work/due.ts), `YYYY-MM-DD`. */
export type DueRow = {
  station_id: string;
  union_id: string;
  looked_on: string | null;
  seen_on: string | null;
  rectify_on: string | null;
  notice_on: string | null;
  contract_on: string | null;
  ends_on: string | null;
};

/** `record` is the whole truth (see record.ts); the other columns repeat what queries ask for. */
export type StationRow = {
  id: string;
  code: string | null;
  federation_code: string | null;
  union_id: string;
  region: string;
  city: string;
  status: string;
  kind: string;
  origin: string;
  name_key: string;
  address_key: string;
  lng: number;
  lat: number;
  rev: number;
  record: string;
  /** When the record was written, as history says. */
  changed_at: number;
};

/**
 * One per (city, station). A put names the seqs at which its parts last changed and takes its row from
 * `station`; a drop carries all it says, because a purged station has no row any more.
 */
export type MarkRow = {
  city: string;
  station: string;
  code: string;
  seq: number;
  /** Where the whole row was news to this city; later changes name their parts below. */
  whole_seq: number;
  point_seq: number;
  hours_seq: number;
  status_seq: number;
  access_seq: number;
  trust_seq: number;
  text_seq: number;
  phone_seq: number;
  rest_seq: number;
  amenities_seq: number;
  /** Which amenities changed since the row was whole: bit i is the i-th of AMENITIES. */
  amenity_bits: number;
  op: string;
  reason: string | null;
  drop_on: string | null;
  successor: string | null;
  moved_to: string | null;
  /** Why it was given up, of a drop that is `retired`. */
  exit_reason: string | null;
};

/** An uploaded ledger; `head` is JSON of all that only its readers ask for (see port/ledgers.ts). */
export type LedgerRecord = {
  id: string;
  union_id: string;
  door: string;
  state: string;
  version: number;
  at: number;
  changed_at: number;
  head: string;
};

/** `number` as the spreadsheet shows it; `cells`, `plan`, `answer` and `outcome` are JSON of the importer's. */
export type LedgerRowRecord = {
  ledger: string;
  number: number;
  cells: string;
  kind: string | null;
  plan: string | null;
  answer: string | null;
  outcome: string | null;
};

export type HistoryRecord = {
  seq: number;
  at: number;
  effective_on: string;
  command_id: string;
  actor: string;
  union_id: string;
  subject: string;
  subject_id: string;
  step: string;
  reason: string | null;
  before: string | null;
  after: string;
  schema: number;
  prev_mac: string;
  mac: string;
};

/** A worker's report; `about` is what the limits count by (see report-rows.ts), `place` JSON. */
export type ReportRow = {
  id: string;
  lookup: string;
  kind: string;
  station_id: string | null;
  code: string | null;
  union_id: string;
  about: string;
  amenity: string | null;
  said: string | null;
  place: string | null;
  photo: string | null;
  seen_at: number;
  state: string;
  at: number;
  open_at: number | null;
  answer: string | null;
  answered_at: number | null;
  /** 1 or 0, null = unknown: see `Report.inHours`. */
  in_hours: number | null;
  /** When its text, place and photo were taken out; null while they are there. */
  erased_at: number | null;
};

/** What somebody objects to a notice; `contact` null: none was left, or it was erased. */
export type ObjectionRow = {
  id: string;
  lookup: string;
  station_id: string;
  said: string;
  contact: string | null;
  at: number;
};

/** `functions`, `stations`, `password`, `past` and `second_factor` are JSON. */
export type AccountRow = {
  id: string;
  username: string;
  username_key: string;
  name: string;
  union_id: string;
  functions: string;
  stations: string;
  password: string | null;
  past: string;
  second_factor: string | null;
  disabled: number;
  failed: number;
  locked_until: number | null;
  signed_at: number | null;
  made_at: number;
  rev: number;
};

export type SessionRow = {
  id: string;
  token_hash: string;
  account_id: string;
  stage: string;
  made_at: number;
  used_at: number;
  fresh_until: number;
  agent: string;
};
