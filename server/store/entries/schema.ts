/**
 * One entry as it stands; history has how it came to be. `body` is JSON and the truth; `slot`, `open_until`, `reviewed` (1: an annual
 * review) and `amount` repeat what queries ask for.
 */
export type EntryRow = {
  id: string;
  kind: string;
  union_id: string;
  station_id: string | null;
  day: string;
  slot: string | null;
  open_until: string | null;
  reviewed: number;
  amount: number;
  body: string;
  note: string | null;
  withdrawn: number;
  rev: number;
  at: number;
};
