import { type Ledger, type LedgerLine, ROW_KINDS, type RowKind } from '../../store/port/ledgers.ts';
import type { Store } from '../../store/port.ts';
import { columnsOf } from '../import/lines.ts';
import { KIND_WORDS, reasonText } from '../import/report.ts';
import { endedOf, planOf, typedOf } from '../import/staged.ts';
import type { Book } from './book.ts';
import { codeText, toldOf } from './view.ts';

const MANY = 500;
/** No words of a column of ours: the ledger's own columns are found by them when the file comes again. */
const OWN = { result: '导入结果', reason: '原因与该怎么做', row: '原行号' };

/**
 * The rows to act on with the reason before each, as they stand now: put right they can be brought in again. With `all`, what
 * became of every row.
 */
export async function ledgerBook(ledger: Ledger, rows: 'problems' | 'all', store: Store): Promise<Book> {
  const kinds: readonly RowKind[] = rows === 'all' ? ROW_KINDS : ['refused', 'flagged'];
  const width = ledger.titles.length;
  const cells: (readonly string[])[] = [];
  for (let skip = 0; ; skip += MANY) {
    const page = await store.linesOf(ledger.id, { kinds, problemsFirst: true, skip, limit: MANY });
    cells.push(...page.map((line) => cellsOf(line, width)));
    if (page.length < MANY) break;
  }
  // A ledger with codes of its own keeps them in its own column: there they are read again.
  const code = columnsOf(ledger.titles).at.code === undefined ? '站点编码' : '登记的编码';
  const head = [OWN.result, code, OWN.reason, OWN.row, ...ledger.titles];
  const widths = [10, 22, 60, 8, ...ledger.titles.map(() => 18)];
  const name = rows === 'all' ? '导入结果' : '要改的行';
  return [{ name, rows: [head, ...cells], heads: 1, examples: 0, widths, isHidden: false, offers: [] }];
}

function cellsOf(line: LedgerLine, width: number): readonly string[] {
  const ended = endedOf(line);
  const told = toldOf(planOf(line), ended);
  const { cells } = typedOf(line.cells);
  const own = Array.from({ length: width }, (_, column) => cells[column] ?? '');
  return [
    KIND_WORDS[line.kind ?? 'same'],
    codeText(ended?.code ?? null),
    reasonText(told),
    String(line.number),
    ...own,
  ];
}
