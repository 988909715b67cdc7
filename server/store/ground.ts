import { createHash } from 'node:crypto';
import { dateText, dayOf } from '../../shared/kernel/instant.ts';
import { NATION, type Region, type RegionLevel } from '../../shared/station/region.ts';
import { appendHistory, chainEnd, type Entry } from './chain.ts';
import { type Tx, takeCounter } from './engine.ts';
import { insertRows } from './insert.ts';
import type { Ground } from './migrations/migration.ts';
import type { RegionRow, Tables } from './schema.ts';

/** Scheduled work, migrations and the command line. */
export const SYSTEM = { actor: 'system', union: NATION } as const;

const REGION_COLUMNS = [
  'code',
  'name',
  'short',
  'pinyin',
  'level',
  'parent',
  'lng',
  'lat',
  'west',
  'south',
  'east',
  'north',
] as const satisfies readonly (keyof RegionRow)[];
const LEVELS: readonly RegionLevel[] = ['nation', 'province', 'city', 'county'];

/**
 * Regions, unions and calendar of a database that is born now, with its counter and epoch. History gets one row
 * for all regions and one for all unions, with their number and the SHA-256 of what was filled in (the release
 * holds the data itself), and one row per calendar year with the year itself.
 */
export async function fillGround(tx: Tx, ground: Ground): Promise<void> {
  await tx.insertInto('counter').values({ one: 1, seq: 0, epoch: ground.epoch, serial_base: 0 }).execute();
  await tx.insertInto('epoch').values({ epoch: ground.epoch, from_seq: 0 }).execute();
  const regions = [...ground.regions].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)).map(regionRow);
  const aliases = [...ground.aliases].map(([code, today]) => ({ code, today }));
  const unions = unionsOf(ground.regions);
  const years = ground.calendar.map((year) => ({ year: year.year, body: JSON.stringify(year) }));
  await insertRows(tx, { table: 'region', columns: REGION_COLUMNS, tail: '' }, regions);
  await insertRows(tx, { table: 'region_alias', columns: ['code', 'today'], tail: '' }, aliases);
  await insertRows(tx, { table: 'union', columns: ['id', 'parent', 'name', 'region'], tail: '' }, unions.map(standing));
  await insertRows(tx, { table: 'calendar_year', columns: ['year', 'body'], tail: '' }, years);
  const end = await chainEnd(tx, await takeCounter(tx), ground.at);
  const fill = (subject: Entry['subject'], subjectId: string, after: string): Entry => ({
    effectiveOn: dateText(dayOf(end.at)),
    subject,
    subjectId,
    step: 'fill',
    reason: null,
    before: null,
    after,
  });
  await appendHistory(tx, end, {
    key: ground.historyKey,
    doer: { ...SYSTEM, commandId: 'migration:1' },
    entries: [
      fill('region', NATION, JSON.stringify({ ...sumOf(regions), aliases: aliases.length })),
      fill('union', NATION, JSON.stringify(sumOf(unions))),
      ...years.map(({ year, body }) => fill('calendar', String(year), body)),
    ],
  });
}

type Territorial = Omit<Tables['union'], 'closed_on'>;

/** The column came later, and none of these was ever closed. */
function standing(union: Territorial): Tables['union'] {
  return { ...union, closed_on: null };
}

/** Taiwan, Hong Kong and Macao: no territorial union of the federation is there. */
const NO_UNION = /^(71|81|82)/;

/**
 * The territorial unions: one per region, its id the region's code. A municipality stands in the list as a
 * province and once more as its own only city: it has one union, and its districts' unions answer to that.
 */
export function unionsOf(regions: readonly Region[]): readonly Territorial[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const above = (region: Region) => (region.parent === null ? undefined : byCode.get(region.parent));
  const hasUnion = (region: Region) => !NO_UNION.test(region.code) && above(region)?.name !== region.name;
  const parentOf = (region: Region): string | null => {
    const parent = above(region);
    if (!parent) return null;
    return hasUnion(parent) ? parent.code : parentOf(parent);
  };
  return [...regions]
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
    .filter(hasUnion)
    .map((region) => ({ id: region.code, parent: parentOf(region), name: unionName(region), region: region.code }));
}

function unionName(region: Region): string {
  return region.level === 'nation' ? '中华全国总工会' : `${region.name}总工会`;
}

function regionRow(region: Region): RegionRow {
  const { code, name, short, pinyin, level, parent, centre, box } = region;
  const [west, south, east, north] = box;
  return { code, name, short, pinyin, level, parent, lng: centre.lng, lat: centre.lat, west, south, east, north };
}

function sumOf(rows: readonly unknown[]): { readonly rows: number; readonly sha256: string } {
  return { rows: rows.length, sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex') };
}
