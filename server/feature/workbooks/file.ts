import type { FigureFormat } from '../../store/port/workbooks.ts';
import type { Standing } from '../figures/figures.ts';
import { contentIn, type FilePart, type PackedContent } from './content.ts';
import { csvParts } from './csv.ts';
import { type CodeOf, geojsonOf } from './geojson.ts';
import { jsonOf } from './json.ts';
import type { Packer } from './packing.ts';
import { workbookParts } from './workbook.ts';

/** What a file is made of; nothing else is in it. `places`: the stations of a GeoJSON, else null. */
export type FileContent = {
  readonly format: FigureFormat;
  readonly content: PackedContent;
  readonly places: { readonly stands: readonly Standing[]; readonly codeOf: CodeOf } | null;
};

/** The bytes of a file of figures, part by part: the same for the same content, whenever and wherever it is made and packed. */
export async function* fileParts(
  { format, content, places }: FileContent,
  packer: Packer | null = null,
): AsyncGenerator<FilePart> {
  const opened = contentIn(content);
  if (format === 'xlsx') yield* workbookParts(opened, packer);
  else if (format === 'csv') yield* csvParts(opened);
  else if (format === 'json') yield whole(jsonOf(opened));
  else if (places === null) throw new Error('a GeoJSON of no places');
  else yield whole(geojsonOf(opened, places));
}

function whole(text: string): FilePart {
  return { bytes: Buffer.from(text), done: 1, of: 1 };
}
