import type { FigureFormat } from '../../store/port/workbooks.ts';
import type { Standing } from '../figures/figures.ts';
import type { FiguresContent } from './content.ts';
import { csvOf } from './csv.ts';
import { type CodeOf, geojsonOf } from './geojson.ts';
import { jsonOf } from './json.ts';
import { workbookOf } from './workbook.ts';

/** What a file is made of; nothing else is in it. `places`: the stations of a GeoJSON, else null. */
export type FileContent = {
  readonly format: FigureFormat;
  readonly content: FiguresContent;
  readonly places: { readonly stands: readonly Standing[]; readonly codeOf: CodeOf } | null;
};

/** The bytes of a file of figures: the same for the same content, whenever and wherever it is made. */
export async function figuresFile({ format, content, places }: FileContent): Promise<Uint8Array> {
  if (format === 'xlsx') return workbookOf(content);
  if (format === 'csv') return Buffer.from(csvOf(content));
  if (format === 'json') return Buffer.from(jsonOf(content));
  if (places === null) throw new Error('a GeoJSON of no places');
  return Buffer.from(geojsonOf(content, places));
}
