/** A file of figures; `question` JSON, `account` `system` for those kept every month, whose `until` is null. */
export type FigureFileRow = {
  id: string;
  command_id: string;
  account: string;
  union_id: string;
  period: string;
  question: string;
  name: string;
  format: string;
  state: string;
  bytes: number;
  sha256: string | null;
  at: number;
  until: number | null;
};

/** Whoever reads open data with a key; the key itself is nowhere. */
export type PartnerRow = {
  id: string;
  union_id: string;
  name: string;
  key_hash: string;
  made_at: number;
  ends_on: string;
  ended_at: number | null;
};
