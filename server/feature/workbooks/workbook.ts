import { strFromU8, unzipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import { TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import { Archive, type Unpacked, unpackedEntry } from './archive.ts';
import {
  columnTitle,
  definitionsUsed,
  type FiguresContent,
  type FiguresTable,
  type FilePart,
  minuteText,
  SYNTHETIC_LINE,
  shownValue,
} from './content.ts';
import { coverOf } from './cover.ts';
import { loopTurn, type Packer, packing } from './packing.ts';
import { type BodyRow, withRows } from './sheet-rows.ts';
import { TextBlock } from './text-block.ts';

type Format = { readonly [name: string]: unknown };
type BookCell = { readonly value: string | number; readonly type: StringConstructor | NumberConstructor } | null;
type Sheet = {
  readonly sheet: string;
  readonly data: readonly (readonly BookCell[])[];
  readonly columns: readonly { readonly width: number }[];
  readonly sticky: { readonly rows: number; readonly columns: number };
  /** Rows below `data`, whose last row is the sample they look like and is not itself written. */
  readonly body: (Iterable<BodyRow> & { readonly length: number }) | null;
};

const HEAD = { fontWeight: 'bold', backgroundColor: '#EBE4D5', wrap: true, alignVertical: 'center' } as const;
const TITLE = { fontWeight: 'bold' } as const;
const TOTAL = { fontWeight: 'bold' } as const;

/**
 * A workbook: 封面, a sheet for each table, 口径. The same content gives the same bytes, for ever: nothing of the making is in it.
 * No cell is a formula.
 */
export async function* workbookParts(content: FiguresContent, packer: Packer | null = null): AsyncGenerator<FilePart> {
  const sheets = sheetsOf(content);
  const entries = await emptyBook(sheets);
  const archive = new Archive();
  const block = new TextBlock();
  const of = entries.length + 1;
  let done = 0;
  const begun: { readonly entry: Unpacked; readonly packed: Promise<Uint8Array> }[] = [];
  const next = async (): Promise<FilePart | null> => {
    const first = begun.shift();
    if (first === undefined) return null;
    done += 1;
    return { bytes: archive.entry({ ...first.entry, packed: await first.packed }), done, of };
  };
  for (const [name, bytes] of entries) {
    const sheet = sheets[Number(SHEET.exec(name)?.[1] ?? 0) - 1];
    const written = sheet === undefined || sheet.body === null ? bytes : withBody(block, sheet, bytes);
    await loopTurn();
    begun.push({ entry: unpackedEntry(name, written), packed: packing(written, packer) });
    const part = begun.length > BEGUN_MOST ? await next() : null;
    if (part !== null) yield part;
  }
  for (let part = await next(); part !== null; part = await next()) yield part;
  yield { bytes: archive.end(), done: of, of };
}

/** What is packed beside holds those behind it back, packed as they are, up to so many. */
const BEGUN_MOST = 4;

function sheetsOf(content: FiguresContent): readonly Sheet[] {
  const sheets = [
    coverSheet(content),
    ...content.tables.map((table) => tableSheet(content, table)),
    definitionSheet(content),
  ];
  return content.head.stations === 'synthetic' ? sheets.map(withDemoLine) : sheets;
}

/**
 * The book's entries with a sample where rows will stand, in the order of their names, `[Content_Types].xml` first as readers of
 * workbooks look for it there.
 */
async function emptyBook(sheets: readonly Sheet[]): Promise<readonly (readonly [string, Uint8Array])[]> {
  const book = writeWorkbook(
    sheets.map(({ sheet, data, columns, sticky }) => ({
      sheet,
      data: data.map((row) => [...row]),
      columns: [...columns],
      stickyRowsCount: sticky.rows,
      ...(sticky.columns > 0 && { stickyColumnsCount: sticky.columns }),
    })),
  );
  return Object.entries(unzipSync(await book.toBuffer())).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
}

function rank(name: string): string {
  return name === '[Content_Types].xml' ? '' : name;
}

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
/** Of a cell as it is written, a little more than the most of them take. */
const CELL_BYTES = 40;

/** The rows are written here: made cell by cell by the package, a county each would take seconds and a hundred megabytes. */
function withBody(block: TextBlock, { data, columns, body }: Sheet, bytes: Uint8Array): Uint8Array {
  const rows = body ?? [];
  block.begin(bytes.length + rows.length * columns.length * CELL_BYTES);
  for (const text of withRows(strFromU8(bytes), data.length, rows)) block.add(text);
  return block.done();
}

function text(value: string, format: Format = {}): BookCell {
  return { value, type: String, ...format };
}

function withDemoLine(sheet: Sheet): Sheet {
  const { rows, columns } = sheet.sticky;
  return {
    ...sheet,
    data: [[text(SYNTHETIC_LINE, TITLE)], ...sheet.data],
    sticky: { rows: rows + 1, columns },
  };
}

function coverSheet(content: FiguresContent): Sheet {
  const lines = coverOf(content);
  return {
    sheet: '封面',
    data: [
      [text('统计表', HEAD), text('', HEAD)],
      ...lines.map(([what, said]) => [text(what, TITLE), text(said, { wrap: true, alignVertical: 'top' })]),
    ],
    columns: [{ width: 14 }, { width: 96 }],
    sticky: { rows: 1, columns: 0 },
    body: null,
  };
}

function tableSheet({ head }: FiguresContent, { table, columns, rows, total }: FiguresTable): Sheet {
  const title = `${TABLE_WORDS[table]} · ${head.periodWords} · ${head.union.name} · 截至 ${minuteText(head.asOf.at)}`;
  const looks = columns.map(({ digits }) => ({ format: formatOf(digits), align: 'right' as const }));
  const figures = (values: FiguresTable['total'], more: Format) =>
    values.map((value, at) => figureCell(shownValue(value), { ...looks[at], ...more }));
  const sample = [text('样'), text('样'), ...looks.map((look) => figureCell(0, look))];
  return {
    sheet: TABLE_WORDS[table],
    data: [
      [text(title, TITLE)],
      [text('名称', HEAD), text('代码', HEAD), ...columns.map((column) => text(columnTitle(column), HEAD))],
      [text('合计', TOTAL), null, ...figures(total, TOTAL)],
      ...(rows.length === 0 ? [] : [sample]),
    ],
    columns: [{ width: 26 }, { width: 12 }, ...columns.map(({ name }) => ({ width: Math.max(11, name.length * 2) }))],
    sticky: { rows: 3, columns: 1 },
    body: rows.length === 0 ? null : bodyOf(rows),
  };
}

function bodyOf(rows: FiguresTable['rows']): Sheet['body'] {
  return {
    length: rows.length,
    *[Symbol.iterator]() {
      for (const { name, key, values } of rows) yield [name, key, ...values.map(shownValue)];
    },
  };
}

function figureCell(value: string | number | null, look: Format): BookCell {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number, ...look };
  // A text has no number's format.
  const asText: Format = { ...look, format: '@' };
  return { value, type: String, ...asText };
}

function formatOf(digits: number): string {
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
}

const DEFINITION_TITLES = ['表', '指标', '编号', '单位', '口径版本', '数什么', '不数什么', '从', '到'] as const;

function definitionSheet(content: FiguresContent): Sheet {
  const used = definitionsUsed(content);
  const wrapped = { wrap: true, alignVertical: 'top' } as const;
  return {
    sheet: '口径',
    data: [
      DEFINITION_TITLES.map((title) => text(title, HEAD)),
      ...used.map(({ table, column, version }) => [
        text(TABLE_WORDS[table], wrapped),
        text(column.name, wrapped),
        text(column.id, wrapped),
        text(column.unit, wrapped),
        figureCell(column.version, { format: '0', alignVertical: 'top' }),
        text(version?.counts ?? '', wrapped),
        text(version?.leavesOut ?? '', wrapped),
        text(version?.from ?? '', wrapped),
        text(version?.to ?? '至今', wrapped),
      ]),
    ],
    columns: [12, 24, 26, 8, 9, 60, 40, 12, 12].map((width) => ({ width })),
    sticky: { rows: 1, columns: 0 },
    body: null,
  };
}
