import writeWorkbook from 'write-excel-file/node';
import { isFormula } from '../import/cell.ts';

/** Cells of one column below the header that offer a list. `strict`: nothing else may be typed. Columns and rows from 0. */
export type Offer = {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** Where the list stands: sheet, column, how many from its first row on. */
  readonly list: { readonly sheet: string; readonly column: number; readonly count: number };
  readonly strict: boolean;
};

export type BookSheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows at the top in bold that stay in view. */
  readonly heads: number;
  /** Rows below them in grey. */
  readonly examples: number;
  readonly widths: readonly number[];
  readonly isHidden: boolean;
  readonly offers: readonly Offer[];
};

export type Book = readonly BookSheet[];

const HEAD = { fontWeight: 'bold', backgroundColor: '#EBE4D5', wrap: true, alignVertical: 'center' } as const;
const EXAMPLE = { fontStyle: 'italic', textColor: '#5F574B', backgroundColor: '#F6F1E6' } as const;

/** A workbook of texts: no cell is ever a formula. The bytes of an XLSX file. */
export async function writeBook(book: Book): Promise<Uint8Array> {
  const sheets = book.map(({ name, rows, heads, examples, widths }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    ...(heads > 0 && { stickyRowsCount: heads }),
    data: rows.map((cells, at) =>
      cells.map((text) => cellOf(text, at < heads ? HEAD : at < heads + examples ? EXAMPLE : {})),
    ),
  }));
  return writeWorkbook(sheets, { features: [offersAndHiding(book)] }).toBuffer();
}

function cellOf(text: string, look: typeof HEAD | typeof EXAMPLE | Record<string, never>) {
  const value = isFormula(text.trim()) ? `'${text}` : text;
  return value === '' && look !== HEAD && look !== EXAMPLE ? null : { value, type: String, ...look };
}

type Options = NonNullable<Parameters<typeof writeWorkbook>[1]>;
type Feature = NonNullable<Options['features']>[number];

/** What the package itself has no word for: lists to choose from (ECMA-376, 18.3.1.33) and sheets nobody is to see (18.2.19). */
function offersAndHiding(book: Book): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => withOffers(xml, book[sheetIndex]?.offers ?? []),
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            let at = -1;
            return xml.replace(/<sheet [^>]*?(?=\/?>)/g, (tag) => {
              at += 1;
              return book[at]?.isHidden ? `${tag} state="hidden"` : tag;
            });
          },
        },
      },
    },
  };
}

/** The parts of a sheet stand in an order of their own: what follows the lists. */
const AFTER =
  /<(hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing|tableParts)[\s/>]|<\/worksheet>/;

function withOffers(xml: string, offers: readonly Offer[]): string {
  if (offers.length === 0) return xml;
  const at = xml.search(AFTER);
  if (at < 0) throw new Error('a sheet without an end');
  const lists = offers.map(offerXml).join('');
  return `${xml.slice(0, at)}<dataValidations count="${offers.length}">${lists}</dataValidations>${xml.slice(at)}`;
}

function offerXml({ column, from, to, list, strict }: Offer): string {
  const letters = columnLetters(column);
  const listed = columnLetters(list.column);
  const formula = `${list.sheet}!$${listed}$1:$${listed}$${list.count}`;
  const faults = strict
    ? 'showErrorMessage="1" errorStyle="stop" errorTitle="换一个" error="只能从下拉列表里选。"'
    : 'showErrorMessage="0"';
  const cells = `${letters}${from + 1}:${letters}${to + 1}`;
  return `<dataValidation type="list" allowBlank="1" showInputMessage="1" ${faults} sqref="${cells}"><formula1>${formula}</formula1></dataValidation>`;
}

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
