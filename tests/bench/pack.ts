import { brotliCompressSync, constants } from 'node:zlib';
import { initialsOf } from '../../server/feature/pinyin.ts';
import { loadOutlines, loadRegions } from '../../server/feature/regions/read.ts';
import { generateStations } from '../../server/feature/seed/generate.ts';
import type { Epoch } from '../../shared/feed/feed.ts';
import { decodePack, readHead } from '../../shared/feed/pack-decode.ts';
import { encodePack, type PackHead, type PackRow } from '../../shared/feed/pack-encode.ts';
import { SECTIONS } from '../../shared/feed/pack-format.ts';
import { type Day, instant } from '../../shared/kernel/instant.ts';
import { makeCode } from '../../shared/station/code.ts';
import { toPublic } from '../../shared/station/public.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import { PUBLISHED } from '../../shared/station/station.ts';
import { utf8 } from '../fixtures/packs/utf8.ts';
import { bytesOfDelta } from './pack-delta.ts';
import { columnsOf, coreFields, listFields } from './pack-peers.ts';
import { type BenchResult, median } from './result.ts';

const STATIONS = 190_000;
const SEED = 7;
/** Brotli 11 takes minutes over all rows, so parts of city packs and their peers are measured on every thirtieth city. */
const CITY_STEP = 30;
const ROUNDS = 7;
const BUDGET = { core: 9, list: 24, delta: 10 } as const;

function brotli(bytes: Uint8Array): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

/** The seed's published stations with codes in the order they were made. */
function seededRows(): readonly PackRow[] {
  const world = { regions: loadRegions(), outlines: loadOutlines(), today: 20_760 as Day };
  const serials = new Map<RegionCode, number>();
  const rows: PackRow[] = [];
  for (const station of generateStations(STATIONS, SEED, world)) {
    if (!PUBLISHED.includes(station.status)) continue;
    const serial = (serials.get(station.region) ?? 0) + 1;
    serials.set(station.region, serial);
    const row = toPublic({ ...station, code: makeCode(station.region, 9, serial) });
    rows.push({ row, initials: initialsOf(row.name) });
  }
  return rows;
}

const cityOf = (county: RegionCode): RegionCode => `${county.slice(0, 4)}00` as RegionCode;
const head: Omit<PackHead, 'kind' | 'region'> = {
  epoch: '0123456789abcdef' as Epoch,
  seq: STATIONS,
  asOf: instant(1_790_000_000_000),
  cityOf,
};

/** Every tenth city by size. */
function someCities(rows: readonly PackRow[]): readonly (readonly PackRow[])[] {
  const cities = new Map<RegionCode, PackRow[]>();
  for (const one of rows) {
    const city = cities.get(cityOf(one.row.region)) ?? [];
    cities.set(cityOf(one.row.region), city);
    city.push(one);
  }
  return [...cities.values()].sort((a, b) => b.length - a.length).filter((_, at) => at % CITY_STEP === CITY_STEP / 2);
}

function packOf(city: readonly PackRow[]): Uint8Array {
  const region = cityOf(city[0]?.row.region ?? ('110101' as RegionCode));
  return encodePack({ ...head, kind: 'city', region }, city, utf8);
}

function sectionOf(pack: Uint8Array, id: number): Uint8Array {
  const file = readHead(pack);
  const section = file.ok ? file.value.sections.find((each) => each.id === id) : undefined;
  if (section === undefined) throw new Error(`the pack has no section ${id}`);
  return section.bytes;
}

type Size = { readonly name: string; readonly ours: number; readonly peer: number; readonly budget: number | null };

function sized({ name, ours, peer, budget }: Size): BenchResult {
  const said = budget === null ? 'reported' : `≤ ${budget} B a station`;
  return { id: 'B2', name, ours, peer, ratio: peer / ours, budget: said, ok: budget === null || ours <= budget };
}

function sizes(rows: readonly PackRow[], cities: readonly (readonly PackRow[])[]): readonly BenchResult[] {
  const some = cities.reduce((sum, city) => sum + city.length, 0);
  const json = (value: unknown): number => brotli(utf8.encode(JSON.stringify(value)));
  const per = (measure: (city: readonly PackRow[]) => number): number =>
    cities.reduce((sum, city) => sum + measure(city), 0) / some;
  const ofRows = (fields: (one: PackRow) => object) => per((city) => json(city.map(fields)));
  const ofColumns = (fields: (one: PackRow) => object) => per((city) => json(columnsOf(city.map(fields))));
  const section = (id: number) => per((city) => brotli(sectionOf(packOf(city), id)));
  const nation = brotli(encodePack({ ...head, kind: 'core', region: 'CN' }, rows, utf8)) / rows.length;
  const core = section(SECTIONS.core);
  const list = section(SECTIONS.list);
  const line = (name: string, ours: number, [peer, budget]: readonly [number, number | null]) =>
    sized({ name: `${name}, brotli bytes a station`, ours, peer, budget });
  const coreColumns = ofColumns(coreFields);
  return [
    line(`national core of ${rows.length} against columnar JSON (by city)`, nation, [coreColumns, BUDGET.core]),
    line('core part by city against columnar JSON', core, [coreColumns, null]),
    line('core part by city against JSON', core, [ofRows(coreFields), null]),
    line('list part by city against columnar JSON', list, [ofColumns(listFields), BUDGET.list]),
    line('list part by city against JSON', list, [ofRows(listFields), null]),
    line('rest of the record by city against whole JSON', section(SECTIONS.rest), [ofRows(({ row }) => row), null]),
  ];
}

/** Milliseconds to read the same city: our pack to columns against its whole records as JSON. */
function decoding(cities: readonly (readonly PackRow[])[]): BenchResult {
  const largest = cities[0] ?? [];
  const pack = packOf(largest);
  const text = JSON.stringify(largest.map(({ row }) => row));
  const time = (work: () => unknown): number => {
    const from = performance.now();
    work();
    return performance.now() - from;
  };
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(time(() => decodePack(pack, utf8)));
    peer.push(time(() => JSON.parse(text)));
  }
  const [mine, theirs] = [median(ours), median(peer)];
  const name = `decode a city of ${largest.length} against JSON.parse of its records, ms`;
  return { id: 'B2', name, ours: mine, peer: theirs, ratio: theirs / mine, budget: 'reported', ok: true };
}

export async function packBench(): Promise<BenchResult[]> {
  const rows = seededRows();
  const cities = someCities(rows);
  const { ours, peer } = bytesOfDelta(rows, brotli);
  const delta = {
    name: 'changed row in a delta of 1 % against JSON, brotli bytes a row',
    ours,
    peer,
    budget: BUDGET.delta,
  };
  return [...sizes(rows, cities), sized(delta), decoding(cities)];
}

if (process.argv[1]?.endsWith('pack.js')) {
  for (const { name, ours, peer, ratio, budget, ok } of await packBench())
    console.log(
      `${ok ? 'ok  ' : 'FAIL'} ${name}: ${ours.toFixed(2)} / ${peer.toFixed(2)} = ${ratio.toFixed(1)}× (${budget})`,
    );
}
