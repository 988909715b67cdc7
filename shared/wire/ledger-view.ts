import * as v from 'valibot';
import { LEDGER_KIND_WORDS, LEDGER_STATE_WORDS } from '../words/ledger.ts';
import { hexId } from './plain.ts';

type StateWord = keyof typeof LEDGER_STATE_WORDS;
type KindWord = keyof typeof LEDGER_KIND_WORDS;
export const LEDGER_STATES = Object.keys(LEDGER_STATE_WORDS) as StateWord[];
export const LEDGER_KINDS = Object.keys(LEDGER_KIND_WORDS) as KindWord[];
export const LEDGER_DATUMS = ['gcj02', 'wgs84', 'bd09'] as const;

const counts = v.object({
  new: v.number(),
  changed: v.number(),
  same: v.number(),
  flagged: v.number(),
  refused: v.number(),
});

/** A ledger on its way in. `progress` of `rows` handled by the pass under way; `counts` null before the first plan. */
export const LedgerView = v.object({
  id: v.string(),
  name: v.string(),
  state: v.picklist(LEDGER_STATES),
  /** Of the preview; whoever commits or edits names the one that was looked at. */
  version: v.number(),
  union: v.object({ id: v.string(), name: v.string() }),
  by: v.string(),
  /** Milliseconds. */
  at: v.number(),
  rows: v.number(),
  skipped: v.number(),
  progress: v.number(),
  counts: v.nullable(counts),
  /** `read`: how the coordinates are read; `told`: the header, the rows or a person said so. */
  datum: v.object({
    said: v.nullable(v.picklist(LEDGER_DATUMS)),
    read: v.nullable(v.picklist(LEDGER_DATUMS)),
    told: v.boolean(),
  }),
  committedAt: v.nullable(v.number()),
});

const twin = v.object({ name: v.string(), code: v.nullable(v.string()), row: v.nullable(v.number()) });

/** A row of the preview, or of the result once it is committed. */
export const LedgerRowView = v.object({
  number: v.number(),
  kind: v.picklist(LEDGER_KINDS),
  name: v.string(),
  /** In the order of the columns; `isAsked`: the cell somebody should look at. */
  cells: v.array(v.object({ column: v.number(), title: v.string(), text: v.string(), isAsked: v.boolean() })),
  /** Why, and what to do: one or several sentences. */
  reason: v.string(),
  changes: v.array(
    v.object({
      field: v.string(),
      name: v.string(),
      before: v.string(),
      after: v.string(),
      note: v.nullable(v.string()),
    }),
  ),
  /** What this row may be one with. */
  twins: v.array(twin),
  answers: v.array(v.picklist(['separate', 'same', 'centre', 'keep', 'skip'])),
  answer: v.nullable(
    v.object({
      kind: v.picklist(['separate', 'same', 'centre', 'keep', 'skip']),
      code: v.nullable(v.string()),
      fields: v.array(v.string()),
    }),
  ),
  /** Of its station, registered before or by this commit. */
  code: v.nullable(v.string()),
});

export const LedgerRowsView = v.object({
  version: v.number(),
  state: v.picklist(LEDGER_STATES),
  total: v.number(),
  items: v.array(LedgerRowView),
});

const fields = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(40));
const code = v.pipe(v.string(), v.maxLength(40));

export const AnswerAsk = v.variant('kind', [
  v.object({ kind: v.literal('separate') }),
  v.object({ kind: v.literal('same'), code }),
  v.object({ kind: v.literal('centre') }),
  v.object({ kind: v.literal('keep'), fields }),
  v.object({ kind: v.literal('skip') }),
]);

/** Unfit signs are taken out where the file's own are. */
const cellText = v.pipe(v.string(), v.maxLength(1000));
export const RowAsk = v.object({
  version: v.number(),
  row: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_000_000)),
  /** Cells typed anew. */
  cells: v.pipe(
    v.array(
      v.object({
        column: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
        text: cellText,
      }),
    ),
    v.maxLength(60),
  ),
  /** Null takes an answer back. */
  answer: v.nullable(AnswerAsk),
});

export const CommitAsk = v.object({ id: hexId, version: v.number() });
