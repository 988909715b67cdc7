import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { parseCode, type StationCode } from '../../../shared/station/code.ts';
import type { Kind } from '../../../shared/station/station.ts';
import { cellText, isFormula, joinCells } from './cell.ts';
import type { Columns, Field } from './columns.ts';
import { facilitiesOfText, facilityOfCell, inOrder, mergeFacts } from './facility.ts';
import type { LedgerRow } from './ledger-row.ts';
import { MORE_FIELDS, moreOf } from './more.ts';
import { type RawPoint, readPoint, splitPair } from './place.ts';
import type { Ledger } from './read-file.ts';
import { remembering } from './remembering.ts';
import { ENTRY_FIELDS, saidEntries } from './said-entries.ts';
import { sayingOf } from './saying.ts';

/** `cells`: its own cells as one text (`splitCells` takes it apart); `formulas`: columns that hold one. */
export type ReadRow = {
  readonly number: number;
  readonly cells: string;
  readonly formulas: readonly number[];
  readonly read: Result<LedgerRow>;
};

const LIMITS: { readonly [F in Field]?: number } = {
  name: 120,
  address: 300,
  entrance: 200,
  brand: 40,
  town: 60,
  hostName: 120,
  hours: 500,
  aliases: 300,
  phone: 40,
  federationCode: 64,
  uscc: 40,
  feeNote: 100,
};

/** Rows a piece: what is planned and committed at once, which holds the writer for tens of milliseconds. */
const PIECE = 200;

/** `text`: the rows as JSON, as they go from thread to thread and are kept; `skipped`: lines that stand for no station. */
export type LedgerPiece = { readonly rows: readonly ReadRow[]; readonly text: string; readonly skipped: number };

/** Every row that stands for a station, some at a time; blank rows, examples and sums at the bottom are none. */
export async function* readPieces(ledger: Ledger): AsyncGenerator<LedgerPiece> {
  const { columns, formulas } = ledger;
  const readRow = rowReader(columns);
  let rows: ReadRow[] = [];
  let skipped = 0;
  let index = -1;
  for await (const cells of ledger.rows()) {
    index++;
    const clean = cells.map(cellText);
    if (isNoStation(clean, columns)) {
      skipped++;
      continue;
    }
    const number = ledger.first + index;
    const computed = formulas.size > 0 ? cells.flatMap((_, at) => (formulas.has(`${index}:${at}`) ? [at] : [])) : NONE;
    rows.push({
      number,
      cells: joinCells(cells),
      formulas: computed,
      read: readRow({ number, cells, clean, formulas: computed }),
    });
    if (rows.length < PIECE) continue;
    yield { rows, text: JSON.stringify(rows), skipped };
    rows = [];
    skipped = 0;
  }
  yield { rows, text: JSON.stringify(rows), skipped };
}

const NONE: readonly [] = [];

type Clean = readonly (string | null)[];

function isNoStation(clean: Clean, columns: Columns): boolean {
  const first = clean.find((cell) => cell !== null) ?? null;
  return first === null || first.startsWith(EXAMPLE) || isSum(clean, columns) || isHeaderAgain(clean, columns);
}

/** What the first cell of our template's examples begins with. */
export const EXAMPLE = '示例（导入时会跳过）';

/** 合计、总计、小计、备注: what stands under a table and is no station. */
function isSum(clean: Clean, { at }: Columns): boolean {
  const first = clean.find((cell) => cell !== null) ?? '';
  const name = at.name === undefined ? null : (clean[at.name] ?? null);
  const sum = /^(合计|总计|小计|共计|总数|汇总|备注|注|说明|填表人|制表人|审核人|填报单位|统计人)/;
  return sum.test(first) && (name === null || name === first || /^\d/.test(name));
}

function isHeaderAgain(clean: Clean, { at, titles }: Columns): boolean {
  return at.name !== undefined && clean[at.name] === titles[at.name];
}

type Reading = {
  readonly columns: Columns;
  /** The columns that mean something, as pairs: asked for every row. */
  readonly fields: readonly (readonly [field: string, column: number])[];
  readonly facilitiesOf: typeof facilitiesOfText;
  readonly hasMore: boolean;
  readonly hasEntries: boolean;
};

/** The cells as they were typed and as they are read. */
type Line = {
  readonly number: number;
  readonly cells: readonly string[];
  readonly clean: Clean;
  readonly formulas: readonly number[];
};
/** A row as it was typed, `instead`: where it stands when it names no place itself. */
export type TypedRow = Pick<Line, 'number' | 'cells' | 'formulas'> & { readonly instead: RawPoint | null };

/** Reads rows one by one that were kept as they were typed. */
export function typedRowReader(columns: Columns): (row: TypedRow) => Result<LedgerRow> {
  const read = rowReader(columns);
  return (row) => read({ ...row, clean: row.cells.map(cellText) }, row.instead);
}

function rowReader(columns: Columns): (line: Line, instead?: RawPoint | null) => Result<LedgerRow> {
  const facilitiesOf = remembering((text) => {
    const { amenities, unread } = facilitiesOfText(text);
    return { amenities: inOrder(amenities), unread };
  });
  const hasMore = MORE_FIELDS.some((field) => columns.at[field] !== undefined);
  const hasEntries = ENTRY_FIELDS.some((field) => columns.at[field] !== undefined);
  const reading = { columns, fields: Object.entries(columns.at), facilitiesOf, hasMore, hasEntries };
  return (line, instead = null) => readRow(reading, line, instead);
}

function readRow(reading: Reading, line: Line, instead: RawPoint | null): Result<LedgerRow> {
  const { at } = reading.columns;
  const { cells, clean, number } = line;
  const get = (field: Field): string | null => (at[field] === undefined ? null : (clean[at[field]] ?? null));
  const unsafe = unsafeField(reading, line);
  if (unsafe) return refuse(unsafe);
  const name = get('name');
  if (name === null) return refuse({ kind: 'field-required', field: 'name' });
  const pointed = pointOf(get);
  const point = pointed.ok || instead === null ? pointed : ok(instead);
  if (!point.ok) return point;
  const code = codeOf(get('code'));
  if (!code.ok) return code;
  const entries = reading.hasEntries ? saidEntries(get) : ok(null);
  if (!entries.ok) return entries;
  const facilities = facilitiesTold(reading, line);
  // Field by field: spread into one object its parts cost more than all the reading.
  const row = {
    number,
    code: code.value,
    federationCode: get('federationCode') ?? (code.value === null ? get('code') : null),
    name,
    raw: point.value,
    brand: get('brand'),
    aliases: aliasesIn(get('aliases')),
    named: `${get('province') ?? ''}${get('city') ?? ''}${get('district') ?? ''}`,
    district: get('district'),
    town: get('town'),
    address: get('address') ?? '',
    entrance: get('entrance'),
    phone: get('phone'),
    hostName: get('hostName'),
    hours: hoursText(get, at.hours === undefined ? undefined : cells[at.hours]),
    amenities: facilities.amenities,
    unreadFacilities: facilities.unreadFacilities,
    area: areaOf(get('area')),
    kind: kindOf(get('kind'), name),
    more: reading.hasMore ? moreOf(get) : null,
    entries: entries.value,
    saying: 0,
  };
  row.saying = sayingOf(row);
  return ok(row);
}

function aliasesIn(text: string | null): readonly string[] {
  if (text === null) return NONE;
  return text
    .split(/[、,，;；]/)
    .map((alias) => alias.trim())
    .filter(Boolean);
}

/** From one cell that lists them, and from columns of one facility each. */
function facilitiesTold(
  { columns: { at, facilities }, facilitiesOf }: Reading,
  { cells, clean }: Line,
): Pick<LedgerRow, 'amenities' | 'unreadFacilities'> {
  const text = facilitiesOf((at.facilities === undefined ? null : clean[at.facilities]) ?? '');
  const told = facilities.flatMap(({ column, amenity }) => {
    const fact = facilityOfCell(clean[column] ?? (cells[column]?.trim() === '无' ? '无' : ''));
    return fact ? [[amenity, fact] as const] : [];
  });
  return { amenities: mergeFacts(text.amenities, told), unreadFacilities: text.unread };
}

/** A formula would be run by the next spreadsheet that opens our export; an over-long cell is no name or address. */
function unsafeField({ fields }: Reading, { clean, formulas }: Line): Refusal | null {
  for (const [field, column] of fields) {
    const text = clean[column] ?? '';
    if (field !== 'serial' && (formulas.includes(column) || isFormula(text))) return { kind: 'field-formula', field };
    const max = LIMITS[field as Field];
    if (max !== undefined && text.length > max) return { kind: 'field-length', field, max };
  }
  return null;
}

function pointOf(get: (field: Field) => string | null): Result<RawPoint> {
  const pair = splitPair(get('pair') ?? '');
  const point = pair ? readPoint(pair.lng, pair.lat) : readPoint(get('lng'), get('lat'));
  return point;
}

/** Ledgers number stations in ways of their own: what is not shaped like our code is kept as the federation's. */
function codeOf(text: string | null): Result<StationCode | null> {
  const parsed = text === null ? ok(null) : parseCode(text);
  return !parsed.ok && parsed.refusal.kind === 'code-shape' ? ok(null) : parsed;
}

/** As the clerk typed it, full-width digits and all: the published text is never rewritten. */
function hoursText(get: (field: Field) => string | null, typed: string | undefined): string | null {
  const opens = get('opens');
  const closes = get('closes');
  if (get('hours') !== null) return (typed ?? '').trim();
  return opens !== null && closes !== null ? `${opens}-${closes}` : null;
}

function areaOf(text: string | null): number | null {
  const match = /^(\d+(?:\.\d+)?)/.exec(text ?? '');
  // A number without end would be lost where rows are kept as text.
  return match ? Math.min(Number(match[1]), Number.MAX_VALUE) : null;
}

/** A ledger has no columns for lodging dates or a mobile station's stops: those are registered by hand. */
function kindOf(text: string | null, name: string): Kind {
  return /司机之家/.test(`${text ?? ''} ${name}`) ? 'driver-home' : 'station';
}
