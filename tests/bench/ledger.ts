import { closeSync, openSync, writeSync } from 'node:fs';
import { FACILITY_WORDS } from '../../server/feature/import/facility.ts';
import { loadOutlines, loadRegions } from '../../server/feature/regions/read.ts';
import { generateStations } from '../../server/feature/seed/generate.ts';
import { dayOf, instant } from '../../shared/kernel/instant.ts';
import type { Station } from '../../shared/station/station.ts';

/** A fixed day: the ledger's bytes hang on count and seed alone. */
const TODAY = dayOf(instant(Date.parse('2026-10-12T12:00:00+08:00')));
const HEADER = [
  '序号',
  '站点名称',
  '所属市',
  '所属区县',
  '详细地址',
  '入口说明',
  '经度（高德）',
  '纬度（高德）',
  '开放时间',
  '服务设施',
  '建站单位',
  '联系电话',
  '面积',
];
const WORDS = new Map(FACILITY_WORDS.map(([words, amenity]) => [amenity, words[0] ?? '']));
/** What a clerk finds room for in one cell. */
const FACILITIES_TOLD = 5;
const PAGE = 2_000;

/**
 * The seed's stations as clerks would list them, free text in place of every code of ours; one array of cells a row, the
 * header first. County after county, as a national ledger is the counties' ledgers one under another.
 */
export function ledgerRows(count: number, seed: number): readonly (readonly string[])[] {
  const regions = loadRegions();
  const stations = [...generateStations(count, seed, { regions, outlines: loadOutlines(), today: TODAY })];
  stations.sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : 0));
  const rows = stations.map((station, at) => {
    const city = regions.cityOf(station.region);
    return cellsOf(station, {
      number: at + 1,
      city: city === station.region ? '' : (regions.get(city)?.name ?? ''),
      county: regions.get(station.region)?.name ?? '',
      prefix: regions.fullName(station.region),
    });
  });
  return [HEADER, ...rows];
}

type Where = { readonly number: number; readonly city: string; readonly county: string; readonly prefix: string };

function cellsOf(station: Station, { number, city, county, prefix }: Where): readonly string[] {
  return [
    String(number),
    station.name,
    city,
    county,
    station.address.replace(prefix, ''),
    station.entrance ?? '',
    station.point.lng.toFixed(6),
    station.point.lat.toFixed(6),
    station.hours.raw ?? '',
    facilityText(station),
    station.hostName ?? '',
    station.publicPhone ?? '',
    station.area === null ? '' : String(station.area),
  ];
}

function facilityText({ amenities }: Station): string {
  const told: string[] = [];
  for (const [amenity, word] of WORDS) if (amenities[amenity]?.state === 'yes') told.push(word);
  return told.slice(0, FACILITIES_TOLD).join('、');
}

/** Writes rows as UTF-8 CSV with a byte order mark, as a spreadsheet saves it. */
export function writeLedger(path: string, rows: readonly (readonly string[])[]): void {
  const file = openSync(path, 'w');
  writeSync(file, '\uFEFF');
  for (let at = 0; at < rows.length; at += PAGE) {
    const page = rows.slice(at, at + PAGE).map((cells) => `${cells.map(csvCell).join(',')}\r\n`);
    writeSync(file, page.join(''));
  }
  closeSync(file);
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
