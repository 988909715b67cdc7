import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import { dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import type { Store } from '../../store/port.ts';
import { safeCell } from '../export/csv.ts';
import type { RegionTable } from '../regions/table.ts';
import { type OpenFile, openFileName } from './files.ts';
import { OPEN_COLUMNS, OPEN_TITLES, type OpenStation, openStation } from './station.ts';

type Parts = { readonly store: Pick<Store, 'eachPublished'>; readonly regions: RegionTable; readonly folder: string };

/**
 * Writes the published stations of a day as CSV and GeoJSON, packed, in one consistent read; real ones, or where there are none the
 * invented ones under another name. Rows say themselves which they are. Answers what was written.
 */
export async function dumpOpen({ store, regions, folder }: Parts, at: Instant): Promise<readonly OpenFile[]> {
  await mkdir(folder, { recursive: true });
  const day = dateText(dayOf(at));
  const sorts = (['real', 'synthetic'] as const).map((stations) => ({
    stations,
    files: (['csv', 'geojson'] as const).map((format) => new Piecewise(folder, { day, stations, format })),
  }));
  await store.eachPublished('CN', async (page) => {
    for (const { stations, files } of sorts) {
      const ours = page.filter(({ row }) => (row.origin === 'synthetic') === (stations === 'synthetic'));
      const rows = ours.map(({ row }) => openStation(row, { regions, at }));
      for (const file of files) await file.add(rows);
    }
  });
  const [real, synthetic] = await Promise.all(sorts.map(({ files }) => Promise.all(files.map((file) => file.end()))));
  const isDemo = (real ?? []).every(({ rows }) => rows === 0) && (synthetic ?? []).some(({ rows }) => rows > 0);
  const [kept, left] = isDemo ? [synthetic, real] : [real, synthetic];
  for (const { name } of left ?? []) await rm(join(folder, `${name}.part`), { force: true });
  for (const { name } of kept ?? []) await rename(join(folder, `${name}.part`), join(folder, `${name}.gz`));
  return kept ?? [];
}

type What = Pick<OpenFile, 'day' | 'stations' | 'format'>;

/** One file on its way, a page of rows at a time. */
class Piecewise {
  private readonly hash = createHash('sha256');
  private readonly gzip = createGzip({ level: 6 });
  private readonly written: Promise<void>;
  private readonly name: string;
  private rows = 0;
  private bytes = 0;

  constructor(
    folder: string,
    private readonly what: What,
  ) {
    this.name = openFileName(what);
    const out = this.gzip.pipe(createWriteStream(join(folder, `${this.name}.part`)));
    this.written = finished(out);
  }

  async add(rows: readonly OpenStation[]): Promise<void> {
    if (rows.length === 0) return;
    const isFirst = this.rows === 0;
    this.rows += rows.length;
    if (this.what.format === 'csv') await this.put(`${isFirst ? csvHead() : ''}${csvRows(rows)}`);
    else await this.put(`${isFirst ? geojsonHead(this.what) : ',\n'}${rows.map(feature).join(',\n')}`);
  }

  async end(): Promise<OpenFile> {
    const isCsv = this.what.format === 'csv';
    if (this.rows === 0) await this.put(isCsv ? csvHead() : geojsonHead(this.what));
    if (!isCsv) await this.put('\n]}\n');
    this.gzip.end();
    await this.written;
    const { what, name, rows, bytes } = this;
    return { ...what, name, rows, bytes, sha256: this.hash.digest('hex') };
  }

  private async put(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.hash.update(bytes);
    this.bytes += bytes.length;
    if (!this.gzip.write(bytes)) await once(this.gzip, 'drain');
  }
}

function csvHead(): string {
  return `\uFEFF${stringify([OPEN_COLUMNS.map((column) => OPEN_TITLES[column])])}`;
}

function csvRows(rows: readonly OpenStation[]): string {
  return stringify(rows.map((row) => OPEN_COLUMNS.map((column) => safeCell(row[column]))));
}

const DATUM_MEANING = 'GCJ-02，高德、腾讯地图用的坐标。不是 WGS-84，直接当 GPS 坐标用会偏几百米';

function geojsonHead({ day, stations }: What): string {
  const about = stations === 'synthetic' ? '示例数据：编造的站点，不是真实站点' : '已公开的户外劳动者服务站点';
  const members = { type: 'FeatureCollection', datum: 'GCJ-02', datumMeaning: DATUM_MEANING, day, about };
  return `${JSON.stringify({ ...members, columns: OPEN_TITLES }).slice(0, -1)},"features":[\n`;
}

function feature({ lng, lat, ...properties }: OpenStation): string {
  return JSON.stringify({ type: 'Feature', geometry: { type: 'Point', coordinates: [lng, lat] }, properties });
}
