import { gcj02 } from '../../shared/geo/point.ts';
import type { DateText } from '../../shared/kernel/instant.ts';
import type { CalendarYear } from '../../shared/station/calendar.ts';
import type { Region, RegionCode, RegionLevel } from '../../shared/station/region.ts';
import type { UnionId } from '../../shared/station/station.ts';
import type { Tx } from './engine.ts';
import type { Store } from './port.ts';

type Listed<Name extends 'unions' | 'settings'> = Awaited<ReturnType<Store[Name]>>;

export async function readRegions(tx: Tx): Promise<readonly Region[]> {
  const rows = await tx.selectFrom('region').selectAll().orderBy('code').execute();
  return rows.map((row) => ({
    code: row.code as RegionCode,
    name: row.name,
    short: row.short,
    pinyin: row.pinyin,
    level: row.level as RegionLevel,
    parent: row.parent as RegionCode | null,
    centre: gcj02(row.lng, row.lat),
    box: [row.west, row.south, row.east, row.north],
  }));
}

export async function readAliases(tx: Tx): Promise<ReadonlyMap<RegionCode, RegionCode>> {
  const rows = await tx.selectFrom('region_alias').selectAll().execute();
  return new Map(rows.map((row) => [row.code as RegionCode, row.today as RegionCode]));
}

export async function readUnions(tx: Tx): Promise<Listed<'unions'>> {
  const rows = await tx.selectFrom('union').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id as UnionId,
    parent: row.parent as UnionId | null,
    name: row.name,
    region: row.region as RegionCode | null,
    closedOn: row.closed_on as DateText | null,
  }));
}

export async function readSettings(tx: Tx): Promise<Listed<'settings'>> {
  const rows = await tx
    .selectFrom('setting')
    .selectAll()
    .orderBy('union_id')
    .orderBy('key')
    .orderBy('from_on')
    .execute();
  return rows.map((row) => ({
    union: row.union_id as UnionId,
    key: row.key,
    value: JSON.parse(row.value),
    from: row.from_on,
  }));
}

export async function readCalendarYears(tx: Tx): Promise<readonly CalendarYear[]> {
  const rows = await tx.selectFrom('calendar_year').selectAll().orderBy('year').execute();
  return rows.map((row) => JSON.parse(row.body) as CalendarYear);
}
