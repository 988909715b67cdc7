import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const OpenFileSchema = v.object({
  name: v.string(),
  /** `YYYY-MM-DD`: stations as they were published on that day. */
  day: v.string(),
  stations: v.picklist(['real', 'synthetic']),
  format: v.picklist(['csv', 'geojson']),
  rows: v.number(),
  /** As served, unpacked, and of these the hash. */
  bytes: v.number(),
  sha256: v.string(),
});
/** One file of open data, kept packed on the disk under its name and `.gz`. */
export type OpenFile = v.InferOutput<typeof OpenFileSchema>;

const Index = v.object({ terms: v.string(), datum: v.string(), files: v.array(OpenFileSchema) });
export type OpenIndex = v.InferOutput<typeof Index>;

/** `stations-2026-11-26.csv`; of invented stations `demo-stations-2026-11-26.csv`. */
export function openFileName({ day, stations, format }: Pick<OpenFile, 'day' | 'stations' | 'format'>): string {
  return `${stations === 'synthetic' ? 'demo-' : ''}stations-${day}.${format}`;
}

/** What has been given away so far, the newest day first; nothing before the first day. Throws when the list is not ours. */
export async function readIndex(folder: string, terms: string): Promise<OpenIndex> {
  const text = await readFile(join(folder, 'index.json'), 'utf8').catch(() => null); // Not yet: nothing was given away.
  const files = text === null ? [] : v.parse(Index, JSON.parse(text)).files;
  return { terms, datum: 'GCJ-02', files };
}

/** Adds to the list; what stands in it stays. */
export async function addToIndex(folder: string, terms: string, added: readonly OpenFile[]): Promise<void> {
  const { files, ...about } = await readIndex(folder, terms);
  const names = new Set(added.map(({ name }) => name));
  const all = [...added, ...files.filter(({ name }) => !names.has(name))];
  const sorted = all.sort((a, b) => (a.day === b.day ? (a.name < b.name ? -1 : 1) : a.day < b.day ? 1 : -1));
  await writeFile(join(folder, 'index.json.part'), `${JSON.stringify({ ...about, files: sorted }, null, 1)}\n`);
  await rename(join(folder, 'index.json.part'), join(folder, 'index.json'));
}
