/** A revision that waits for an approver, or did; `before` and `patch` are JSON of the fields it changes. */
export type RevisionRow = {
  id: string;
  station_id: string;
  author: string;
  union_id: string;
  at: number;
  reason: string | null;
  based_on: number;
  before: string;
  patch: string;
  state: string;
  answered_by: string | null;
  answered_at: number | null;
  answer: string | null;
};

/** `name` and `mobile` are empty once erased. */
export type ContactRow = {
  id: string;
  station_id: string;
  role: string;
  name: string;
  mobile: string;
  purpose: string;
  consent_on: string;
  at: number;
  erased_at: number | null;
};

/** `void_at`: the station was reinstated before it was done. */
export type ExitTaskRow = {
  id: string;
  station_id: string;
  kind: string;
  due: string;
  at: number;
  done_at: number | null;
  done_by: string | null;
  evidence: string | null;
  void_at: number | null;
};
