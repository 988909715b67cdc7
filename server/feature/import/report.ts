import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import { parseCode, spacedCode } from '../../../shared/station/code.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { isFormula, splitCells } from './cell.ts';
import { flagText, noteText } from './flag.ts';
import type { Outcome } from './run.ts';

/** Beyond this a workbook is slow to open; the same table goes out as CSV. */
export const WORKBOOK_ROWS = 20_000;

const WORDS: { readonly [K in Outcome['kind']]: string } = {
  new: '新增',
  changed: '有变更',
  same: '没变',
  flagged: '待核对',
  refused: '没有导入',
};
/** What a person must act on comes first. */
const ORDER: readonly Outcome['kind'][] = ['refused', 'flagged', 'changed', 'new', 'same'];

export type ResultFile = { readonly extension: 'xlsx' | 'csv'; readonly bytes: Buffer };

/** The ledger's own rows with what became of each and why, the ones to act on first. */
export async function resultFile(outcomes: readonly Outcome[], titles: readonly string[]): Promise<ResultFile> {
  const sorted = [...outcomes].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.number - b.number);
  const header = ['结果', '原因与该怎么做', '站点编码', '原行号', ...titles];
  const rows = sorted.map((outcome) =>
    [
      WORDS[outcome.kind],
      reasonText(outcome),
      codeText(outcome.code),
      String(outcome.number),
      ...splitCells(outcome.cells),
    ].map(safeCell),
  );
  if (rows.length > WORKBOOK_ROWS)
    return { extension: 'csv', bytes: Buffer.from(`\uFEFF${stringify([header, ...rows])}`, 'utf8') };
  const sheet = [
    header.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => ({ value, type: String }))),
  ];
  const columns = [{ width: 10 }, { width: 60 }, { width: 20 }, { width: 8 }, ...titles.map(() => ({ width: 18 }))];
  return {
    extension: 'xlsx',
    bytes: await writeWorkbook(sheet, { columns, stickyRowsCount: 1, sheet: '导入结果' }).toBuffer(),
  };
}

export function reasonText({ refusal, flags, notes }: Outcome): string {
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

/** The last line of the command: every row of the ledger is counted once. */
export function summaryOf(outcomes: readonly Outcome[]): Summary {
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    read: outcomes.length,
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    flagged: count('flagged'),
    refused: count('refused'),
  };
}
