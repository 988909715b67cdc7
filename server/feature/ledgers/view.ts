import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { parseCode, spacedCode } from '../../../shared/station/code.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Ledger, LedgerLine } from '../../store/port/ledgers.ts';
import type { Answer, Staged } from '../import/answer.ts';
import type { Columns } from '../import/columns.ts';
import type { Flag, Note, Twin } from '../import/flag.ts';
import { middleOf } from '../import/lines.ts';
import type { Atlas } from '../import/placed.ts';
import { reasonText } from '../import/report.ts';
import { isLasting } from '../import/run.ts';
import { answerOf, type Ended, endedOf, planOf, typedOf } from '../import/staged.ts';
import type { UnionBook } from '../unions/book.ts';
import { askedColumns } from './asked.ts';

type View = RouteReply<'ledger'>;
type RowView = RouteReply<'ledgerRows'>['items'][number];

export function ledgerView(ledger: Ledger, book: UnionBook, byName: string): View {
  const { id, name, state, version, at, rows, skipped, counts, datum } = ledger;
  return {
    id,
    name,
    state,
    version,
    union: { id: ledger.union, name: book.get(ledger.union)?.name ?? '' },
    by: byName,
    at,
    rows,
    skipped,
    progress: Math.min(ledger.progress, rows),
    counts,
    datum: { said: datumOf(datum.said), read: datumOf(datum.read), told: datum.told },
    committedAt: ledger.commit?.at ?? null,
  };
}

function datumOf(text: string | null): View['datum']['read'] {
  return text === 'gcj02' || text === 'wgs84' || text === 'bd09' ? text : null;
}

/** What is said of a line: by its plan until it is committed, then by what became of it. */
type Told = { readonly refusal: Refusal | null; readonly flags: readonly Flag[]; readonly notes: readonly Note[] };

export function toldOf(staged: Staged, ended: Ended | null): Told {
  if (ended !== null) return ended;
  if (staged.kind === 'refused') return { refusal: staged.refusal, flags: [], notes: [] };
  if (staged.kind === 'repeat') return { refusal: null, flags: [staged.flag], notes: [] };
  if (staged.kind === 'skipped') return { refusal: null, flags: [], notes: [{ kind: 'left-by-clerk' }] };
  return staged;
}

/** A line for people. `kind` is there once the ledger is planned. */
export function rowView(line: LedgerLine, columns: Columns, atlas: Atlas): RowView {
  const staged = planOf(line);
  const ended = endedOf(line);
  const told = toldOf(staged, ended);
  const { cells } = typedOf(line.cells);
  const asked = askedColumns(columns, told);
  const answer = answerOf(line);
  const nameAt = columns.at.name ?? 0;
  return {
    number: line.number,
    kind: line.kind ?? 'same',
    name: cells[nameAt]?.trim() ?? '',
    cells: columns.titles.map((title, column) => ({
      column,
      title,
      text: cells[column] ?? '',
      isAsked: asked.has(column),
    })),
    reason: reasonText(told),
    changes: 'changes' in staged ? staged.changes : [],
    twins: told.flags.flatMap(twinOf),
    answers: ended === null ? answersTo(staged, { cells, columns, atlas }) : [],
    answer: answer && answerView(answer),
    code: ended?.code ?? null,
  };
}

function answerView(answer: Answer): NonNullable<RowView['answer']> {
  return {
    kind: answer.kind,
    code: answer.kind === 'same' ? answer.code : null,
    fields: answer.kind === 'keep' ? answer.fields : [],
  };
}

function twinOf(flag: Flag): readonly Twin[] {
  return 'of' in flag ? [flag.of] : [];
}

type Place = { readonly cells: readonly string[]; readonly columns: Columns; readonly atlas: Atlas };

/** What a person may say to a row as it stands. */
function answersTo(staged: Staged, { cells, columns, atlas }: Place): RowView['answers'] {
  if (staged.kind === 'repeat' || staged.kind === 'skipped') return ['skip'];
  if (staged.kind === 'refused') {
    const isPlace = 'field' in staged.refusal && staged.refusal.field.startsWith('point');
    return isPlace && middleOf(cells, columns, atlas) !== null ? ['centre', 'skip'] : ['skip'];
  }
  const answers: RowView['answers'][number][] = [];
  if (staged.flags.some((flag) => !isLasting(flag))) answers.push('separate');
  if (staged.flags.flatMap(twinOf).some(({ code }) => code !== null)) answers.push('same');
  if (staged.changes.length > 0) answers.push('keep');
  return [...answers, 'skip'];
}

export function codeText(code: string | null): string {
  const parsed = code === null ? null : parseCode(code);
  return parsed?.ok ? spacedCode(parsed.value) : '';
}
