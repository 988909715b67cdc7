import { gcjToBd, toGcj02 } from '../../../shared/geo/datum.ts';
import { gcjToWgs } from '../../../shared/geo/gcj.ts';
import { type Gcj02, isInChinaBox } from '../../../shared/geo/point.ts';
import { readCoordinates } from '../../../shared/search/coordinates.ts';
import type { CellsTyped } from './typed.ts';
import type { Datum, LedgerRow } from './words.ts';

type Cell = LedgerRow['cells'][number];
/** Where a row's point stands: one cell, or two. */
export type PointColumns = { readonly pair: number } | { readonly lng: number; readonly lat: number };

/** By the shape of the titles; the importer judges by its own list, and what is picked is seen in the cells before it is sent. */
export function pointColumns(cells: readonly Pick<Cell, 'column' | 'title'>[]): PointColumns | null {
  const named = (shape: RegExp) => cells.find(({ title }) => shape.test(bare(title)))?.column;
  const [lng, lat] = [
    named(/^(经度|东经|lng|lon|long|longitude|x|x坐标)$/),
    named(/^(纬度|北纬|lat|latitude|y|y坐标)$/),
  ];
  if (lng !== undefined && lat !== undefined) return { lng, lat };
  const pair = named(/^((位置|地图)?坐标|经纬度|经度纬度|定位|location)$/);
  return pair === undefined ? null : { pair };
}

/** Without brackets and what stands in them, the name of a datum, and signs. */
function bare(title: string): string {
  return title
    .toLowerCase()
    .replace(/[（(【[].*?[）)】\]]/g, '')
    .replace(/[_-]?(gcj-?02|wgs-?84|bd-?09)$/, '')
    .replace(/[*＊:：\s/、]/g, '');
}

/** The point a row's cells say, as stations are stored; null where they say none within the country. */
export function pointIn(columns: PointColumns, text: (column: number) => string, datum: Datum): Gcj02 | null {
  const said = 'pair' in columns ? text(columns.pair) : `${text(columns.lng)}, ${text(columns.lat)}`;
  const read = readCoordinates(said);
  if (read === null) return null;
  const point = toGcj02({ lng: Math.max(read.a, read.b), lat: Math.min(read.a, read.b) }, datum);
  return isInChinaBox(point) ? point : null;
}

/** A picked point as the cells would say it, in the way the ledger is read. */
export function pointTexts(columns: PointColumns, point: Gcj02, datum: Datum): CellsTyped {
  const { lng, lat } = datum === 'wgs84' ? gcjToWgs(point) : datum === 'bd09' ? gcjToBd(point) : point;
  const [east, north] = [lng.toFixed(6), lat.toFixed(6)];
  return 'pair' in columns ? { [columns.pair]: `${east},${north}` } : { [columns.lng]: east, [columns.lat]: north };
}
