import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { AMENITIES, type Amenities, type Amenity, type AmenityFact } from '../../../shared/station/amenity.ts';
import { parseCode, type StationCode } from '../../../shared/station/code.ts';
import type { Kind } from '../../../shared/station/station.ts';
import { cellText, isFormula, joinCells } from './cell.ts';
import type { Columns, Field } from './columns.ts';
import { facilitiesOfText, facilityOfCell } from './facility.ts';
import { type RawPoint, readPoint, splitPair } from './place.ts';
import type { Ledger } from './read-file.ts';
import { remembering } from './remembering.ts';

/** One row of a ledger, read but not yet placed. `number` is what the spreadsheet shows beside it. */
export type LedgerRow = {
  readonly number: number;
  readonly code: StationCode | null;
  readonly federationCode: string | null;
  readonly name: string;
  readonly brand: string | null;
  readonly aliases: readonly string[];
  /** Province, city and district cells as one text, widest first. */
  readonly named: string;
  readonly district: string | null;
  readonly town: string | null;
  readonly address: string;
  readonly entrance: string | null;
  readonly raw: RawPoint;
  readonly hours: string | null;
  readonly phone: string | null;
  readonly amenities: Amenities;
  readonly unreadFacilities: readonly string[];
  readonly hostName: string | null;
  readonly area: number | null;
  readonly kind: Kind;
};

/** `cells`: its own cells as one text (`splitCells` takes it apart): a hundred thousand rows wait for the result file. */
export type ReadRow = { readonly number: number; readonly cells: string; readonly read: Result<LedgerRow> };

const LIMITS: { readonly [F in Field]?: number } = {
  name: 120,
  address: 300,
  entrance: 200,
  brand: 40,
  town: 60,
  hostName: 120,
  hours: 500,
};

/** Rows a piece: what is planned and committed at once, which holds the writer for tens of milliseconds. */
const PIECE = 200;

/** `skipped`: lines that stand for no station. */
export type LedgerPiece = { readonly rows: readonly ReadRow[]; readonly skipped: number };

/** Every row that stands for a station, some at a time; blank rows and sums at the bottom are none. */
export async function* readPieces(ledger: Ledger): AsyncGenerator<LedgerPiece> {
  const reading = { ledger, facilitiesOf: remembering(facilitiesOfText) };
  let rows: ReadRow[] = [];
  let skipped = 0;
  let index = -1;
  for await (const cells of ledger.rows()) {
    index++;
    if (isBlank(cells) || isSum(cells, ledger.columns) || isHeaderAgain(cells, ledger.columns)) {
      skipped++;
      continue;
    }
    rows.push({ number: ledger.first + index, cells: joinCells(cells), read: readRow(reading, cells, index) });
    if (rows.length < PIECE) continue;
    yield { rows, skipped };
    rows = [];
    skipped = 0;
  }
  yield { rows, skipped };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cellText(cell) === null);
}

/** 合计、总计、小计、备注: what stands under a table and is no station. */
function isSum(cells: readonly string[], { at }: Columns): boolean {
  const filled = cells.map(cellText).filter((cell) => cell !== null);
  const first = filled[0] ?? '';
  const name = at.name === undefined ? null : cellText(cells[at.name]);
  const sum = /^(合计|总计|小计|共计|总数|汇总|备注|注|说明|填表人|制表人|审核人|填报单位|统计人)/;
  return sum.test(first) && (name === null || name === first || /^\d/.test(name));
}

function isHeaderAgain(cells: readonly string[], { at, titles }: Columns): boolean {
  return at.name !== undefined && cellText(cells[at.name]) === titles[at.name];
}

type Reading = { readonly ledger: Ledger; readonly facilitiesOf: typeof facilitiesOfText };

function readRow({ ledger, facilitiesOf }: Reading, cells: readonly string[], index: number): Result<LedgerRow> {
  const { at, facilities } = ledger.columns;
  const get = (field: Field): string | null => (at[field] === undefined ? null : cellText(cells[at[field]]));
  const unsafe = unsafeField(ledger, cells, index);
  if (unsafe) return refuse(unsafe);
  const name = get('name');
  if (name === null) return refuse({ kind: 'field-required', field: 'name' });
  const point = pointOf(get);
  if (!point.ok) return point;
  const code = codeOf(get('code'));
  if (!code.ok) return code;
  const text = facilitiesOf(get('facilities') ?? '');
  const columns = facilities.flatMap(({ column, amenity }) => {
    const fact = facilityOfCell(cellText(cells[column]) ?? (cells[column]?.trim() === '无' ? '无' : ''));
    return fact ? [[amenity, fact] as const] : [];
  });
  return ok({
    number: ledger.first + index,
    code: code.value,
    federationCode: get('federationCode') ?? (code.value === null ? get('code') : null),
    name,
    brand: get('brand'),
    aliases: (get('aliases') ?? '')
      .split(/[、,，;；]/)
      .map((alias) => alias.trim())
      .filter(Boolean),
    named: [get('province'), get('city'), get('district')].filter(Boolean).join(''),
    district: get('district'),
    town: get('town'),
    address: get('address') ?? '',
    entrance: get('entrance'),
    raw: point.value,
    hours: hoursText(get, at.hours === undefined ? undefined : cells[at.hours]),
    phone: get('phone'),
    amenities: mergeFacts(text.amenities, columns),
    unreadFacilities: text.unread,
    hostName: get('hostName'),
    area: areaOf(get('area')),
    kind: kindOf(get('kind'), name),
  });
}

/** A formula would be run by the next spreadsheet that opens our export; an over-long cell is no name or address. */
function unsafeField({ columns, formulas }: Ledger, cells: readonly string[], index: number): Refusal | null {
  for (const [field, column] of Object.entries(columns.at)) {
    const text = cellText(cells[column]) ?? '';
    if (field !== 'serial' && (formulas.has(`${index}:${column}`) || isFormula(text)))
      return { kind: 'field-formula', field };
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

function mergeFacts(text: Amenities, columns: readonly (readonly [Amenity, AmenityFact])[]): Amenities {
  const facts: { [code in Amenity]?: AmenityFact } = { ...text };
  for (const [amenity, fact] of columns) facts[amenity] = fact;
  // The closed list's order, whatever the ledger's: equal facts are equal text.
  return Object.fromEntries(AMENITIES.flatMap((amenity) => (facts[amenity] ? [[amenity, facts[amenity]]] : [])));
}

function areaOf(text: string | null): number | null {
  const match = /^(\d+(?:\.\d+)?)/.exec(text ?? '');
  return match ? Number(match[1]) : null;
}

/** A ledger has no columns for lodging dates or a mobile station's stops: those are registered by hand. */
function kindOf(text: string | null, name: string): Kind {
  return /司机之家/.test(`${text ?? ''} ${name}`) ? 'driver-home' : 'station';
}
