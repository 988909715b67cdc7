import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import { parseCode, spacedCode } from '../../../shared/station/code.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { isFormula } from './cell.ts';
import { flagText, noteText } from './flag.ts';
import type { Outcome } from './run.ts';

/** Beyond this a workbook is slow to open; the same table goes out as CSV. */
export const WORKBOOK_ROWS = 20_000;

/** What became of a row, as result files say it. */
export const KIND_WORDS: { readonly [K in Outcome['kind']]: string } = {
  new: '新增',
  changed: '有变更',
  same: '没变',
  flagged: '待核对',
  refused: '没有导入',
};
/** What a person must act on comes first. */
const ORDER: readonly Outcome['kind'][] = ['refused', 'flagged', 'changed', 'new', 'same'];

/** `pieces` in order make the file's bytes; for many rows they are made as they are asked for. */
export type ResultFile = { readonly extension: 'xlsx' | 'csv'; readonly pieces: Iterable<string | Uint8Array> };

/**
 * The ledger's own rows with what became of each and why, the ones to act on first. Takes outcomes as they come and keeps
 * them packed: a whole country's rows wait here until the last one is known.
 */
export class ResultRows {
  private readonly packed = new Map<Outcome['kind'], Buffer[]>();
  private count = 0;

  add(outcomes: readonly Outcome[]): void {
    this.count += outcomes.length;
    for (const kind of ORDER) {
      const rows = outcomes.filter((outcome) => outcome.kind === kind).map(packedRow);
      if (rows.length === 0) continue;
      const kept = this.packed.get(kind);
      // A copy: what comes back is a view of a larger buffer, which would wait with it.
      const piece = Buffer.from(deflateRawSync(rows.join(','), { level: 1 }));
      if (kept) kept.push(piece);
      else this.packed.set(kind, [piece]);
    }
  }

  async file(titles: readonly string[]): Promise<ResultFile> {
    const header = ['结果', '原因与该怎么做', '站点编码', '原行号', ...titles];
    if (this.count > WORKBOOK_ROWS) return { extension: 'csv', pieces: csvPieces(header, this.sorted()) };
    const rows = [...this.sorted()].flat();
    const sheet = [
      header.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((value) => ({ value, type: String }))),
    ];
    const columns = [{ width: 10 }, { width: 60 }, { width: 20 }, { width: 8 }, ...titles.map(() => ({ width: 18 }))];
    const book = writeWorkbook(sheet, { columns, stickyRowsCount: 1, sheet: '导入结果' });
    return { extension: 'xlsx', pieces: [await book.toBuffer()] };
  }

  private *sorted(): Generator<string[][]> {
    for (const kind of ORDER) {
      for (const piece of this.packed.get(kind) ?? []) {
        const rows: PackedRow[] = JSON.parse(`[${inflateRawSync(piece).toString()}]`);
        yield rows.map(([told, cells]) => [...told, ...cells].map(safeCell));
      }
    }
  }
}

type PackedRow = readonly [told: readonly string[], cells: readonly string[]];

/** A `PackedRow` as JSON. Its cells are JSON already, and nobody need look at them before the file is made. */
function packedRow(outcome: Outcome): string {
  const told = [KIND_WORDS[outcome.kind], reasonText(outcome), codeText(outcome.code), String(outcome.number)];
  return `[${JSON.stringify(told)},${outcome.cells}]`;
}

function* csvPieces(header: string[], pages: Iterable<string[][]>): Generator<string> {
  yield `\uFEFF${stringify([header])}`;
  for (const page of pages) yield stringify(page);
}

export function reasonText({ refusal, flags, notes }: Pick<Outcome, 'refusal' | 'flags' | 'notes'>): string {
  return [refusal ? sentence(refusal) : '', ...flags.map(flagText), ...notes.map(noteText)].filter(Boolean).join(' ');
}

function codeText(code: string | null): string {
  const parsed = code ? parseCode(code) : null;
  return parsed?.ok ? spacedCode(parsed.value) : '';
}

/** A cell that a spreadsheet would run is shown as text. */
function safeCell(text: string): string {
  return isFormula(text.trim()) ? `'${text}` : text;
}

export type Summary = {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly flagged: number;
  readonly refused: number;
};

export const NOTHING_READ: Summary = { read: 0, new: 0, changed: 0, same: 0, flagged: 0, refused: 0 };

/** The last line of the command: every row of the ledger is counted once. */
export function summaryWith(summary: Summary, outcomes: readonly Outcome[]): Summary {
  const sum = { ...summary, read: summary.read + outcomes.length };
  for (const { kind } of outcomes) sum[kind]++;
  return sum;
}
