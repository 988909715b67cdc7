import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegions } from '../../server/feature/regions/read.ts';
import { readOutlines } from '../../shared/geo/outline.ts';
import { readOfficial } from './division/official.ts';
import { writeRegions } from './division/write.ts';
import { writeMap } from './outline/write-map.ts';

/**
 * `npm run regions -- FILE [--datum wgs84|gcj02]`: rebuilds data/regions and data/outline from an official county map
 * (GeoJSON or TopoJSON; CGCS2000 counts as wgs84, the default). The dash line and the aliases stay; codes that went
 * without an alias are named at the end, for a person to add to data/regions/aliases.json.
 */
const [path, ...options] = process.argv.slice(2);
const data = join(process.cwd(), 'data');
if (path === undefined) {
  process.stderr.write('用法：npm run regions -- 文件.geojson [--datum wgs84|gcj02]\n');
  process.exitCode = 2;
} else {
  rebuild(path, options.join('=').includes('gcj02') ? 'gcj02' : 'wgs84');
}

function rebuild(file: string, datum: 'wgs84' | 'gcj02'): void {
  const before = loadRegions(data);
  const { today, raw, leftOut } = readOfficial(JSON.parse(readFileSync(file, 'utf8')), datum, before.all);
  const live = new Set(today.map(({ code }) => code));
  const aliases = before.former.filter((one) => live.has(one.today));
  const dashes = dashesOf(join(data, 'outline/china.json'));
  const files = writeRegions({
    today,
    raw: { ...raw, names: new Map([...raw.names, ...before.former.map((one) => [one.code, one.name ?? ''] as const)]) },
    dashes,
    aliases: Object.fromEntries(aliases.map((one) => [one.code, one.today])),
    provincePieces: {},
  });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(data, name), text);
  writeMap(data, { today, raw, dashes, provincePieces: {} });
  const led = new Set<string>(aliases.map(({ code }) => code));
  const gone = before.all.filter(({ code }) => code !== '000000' && !live.has(code) && !led.has(code));
  process.stdout.write(`${today.length} regions written, ${leftOut.length} left out: ${leftOut.join(' ')}\n`);
  process.stdout.write(`${gone.length} codes gone without an alias: ${gone.map(({ code }) => code).join(' ')}\n`);
}

function dashesOf(path: string): readonly (readonly (readonly [number, number])[])[] {
  const read = readOutlines(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.refusal)}`);
  return (read.value.lines.get('dash') ?? []).map((column) =>
    Array.from({ length: column.length / 2 }, (_, i) => [column[2 * i] ?? 0, column[2 * i + 1] ?? 0] as const),
  );
}
