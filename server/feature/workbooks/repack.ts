import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * The same archive whatever the time: entries in the order of their names, `[Content_Types].xml` first as readers of workbooks
 * look for it there, all of one time, packed by code that a release pins. `change` may write an entry of text anew.
 */
export function repacked(archive: Uint8Array, change: (name: string, text: string) => string): Uint8Array {
  const entries = Object.entries(unzipSync(archive)).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const changed = entries.map(([name, bytes]) => [name, strToU8(change(name, strFromU8(bytes)))] as const);
  // Zip counts years from 1980, in local time: made of local parts it is the same bytes in every zone.
  return zipSync(Object.fromEntries(changed), { mtime: new Date(1980, 0, 1), level: 6 });
}

function rank(name: string): string {
  return name === '[Content_Types].xml' ? '' : name;
}
