/** `line` and `body` are JSON (see submissions/rows.ts). */
export type SubmissionRow = {
  union_id: string;
  period: string;
  state: string;
  rev: number;
  as_of_seq: number;
  as_of_at: number;
  hash: string;
  submitted_at: number;
  signed_at: number | null;
  line: string;
  body: string;
};

/** Two stations that somebody answered to be two; `first_id` < `second_id`. */
export type DifferentPairRow = { first_id: string; second_id: string; at: number };
