import { open, stat } from 'node:fs/promises';
import type { Store } from '../../store/port.ts';
import type { RegionTable } from '../regions/table.ts';
import { csvWriter } from './csv.ts';
import { geojsonWriter } from './geojson.ts';
import type { ExportJob, MakeExport } from './job.ts';
import { workbookWriter } from './workbook.ts';
import type { Making, Sink, Writer } from './writer.ts';

const WRITERS: { readonly [F in ExportJob['format']]: (making: Making) => Writer } = {
  csv: csvWriter,
  geojson: geojsonWriter,
  xlsx: workbookWriter,
};

/** Reads the stations in one consistent read, page by page, and writes each page before the next is read. */
export function makeExportFrom(store: Store, regions: RegionTable): MakeExport {
  return async (job, path, { wrote, stop }) => {
    const unions = new Map((await store.unions()).map(({ id, name }) => [String(id), name]));
    const file = await open(path, 'w', 0o600);
    try {
      const sink: Sink = async (piece) => {
        await file.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
      };
      const writer = WRITERS[job.format]({ job, naming: { unions, regions }, sink });
      await writer.begin();
      let rows = 0;
      await store.eachListed({ ids: job.stations, contacts: job.personal }, async (page) => {
        await writer.lines(page.map((listed) => ({ listed, doubts: job.doubts[listed.station.id] ?? [] })));
        rows += page.length;
        wrote(rows);
        return !stop.aborted;
      });
      if (stop.aborted) return null;
      await writer.end();
    } finally {
      await file.close();
    }
    return { bytes: (await stat(path)).size };
  };
}
