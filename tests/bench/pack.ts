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
import { PUBLISHED, type Station } from '../../shared/station/station.ts';
import { utf8 } from '../fixtures/packs/utf8.ts';
import { bytesOfDelta, CHANGES } from './pack-delta.ts';
import { columnsOf, coreFields, listFields } from './pack-peers.ts';
import { type BenchResult, median } from './result.ts';

/** Cities have the sizes they have in a nation this large, however few of them are measured. */
const NATION = 190_000;
const SEED = 7;
/** Whole cities of every size with about so many stations together: brotli 11 takes minutes over all of them. */
const STATIONS = 20_000;
/** JSON is long and slow to compress: peers, and the part without a budget, are measured on every sixteenth of those cities. */
const PEER_STEP = 16;
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

type City = readonly PackRow[];

/** Every n-th city by size of the seed's nation, so that they have about `stations` published stations; codes in the order they were made. */
function seededCities(stations: number): readonly City[] {
  const world = { regions: loadRegions(), outlines: loadOutlines(), today: 20_760 as Day };
  const serials = new Map<RegionCode, number>();
  const cities = new Map<RegionCode, Station[]>();
  let count = 0;
  for (const station of generateStations(NATION, SEED, world)) {
    if (!PUBLISHED.includes(station.status)) continue;
    count++;
    const serial = (serials.get(station.region) ?? 0) + 1;
    serials.set(station.region, serial);
    const city = cities.get(cityOf(station.region)) ?? [];
    cities.set(cityOf(station.region), city);
    city.push({ ...station, code: makeCode(station.region, 9, serial) });
  }
  const step = Math.max(1, Math.round(count / stations));
  const chosen = [...cities.values()]
    .sort((a, b) => b.length - a.length)
    .filter((_, at) => at % step === Math.floor(step / 2));
  return chosen.map((city) =>
    city.map((station) => {
      const row = toPublic(station);
      return { row, initials: initialsOf(row.name) };
    }),
  );
}

const cityOf = (county: RegionCode): RegionCode => `${county.slice(0, 4)}00` as RegionCode;
const head: Omit<PackHead, 'kind' | 'region'> = {
  epoch: '0123456789abcdef' as Epoch,
  seq: NATION,
  asOf: instant(1_790_000_000_000),
  cityOf,
};

function packOf(city: City): Uint8Array {
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

type Measure = (city: City) => number;

function perStation(cities: readonly City[], measure: Measure): number {
  const stations = cities.reduce((sum, city) => sum + city.length, 0);
  return cities.reduce((sum, city) => sum + measure(city), 0) / stations;
}

function sizes(cities: readonly City[]): readonly BenchResult[] {
  const few = cities.filter((_, at) => at % PEER_STEP === PEER_STEP >> 1);
  const json = (value: unknown): number => brotli(utf8.encode(JSON.stringify(value)));
  const ofRows = (fields: (one: PackRow) => object) => perStation(few, (city) => json(city.map(fields)));
  const ofColumns = (fields: (one: PackRow) => object) => perStation(few, (city) => json(columnsOf(city.map(fields))));
  const packs = new Map(cities.map((city) => [city, packOf(city)]));
  const section = (some: readonly City[], id: number) =>
    perStation(some, (city) => brotli(sectionOf(packs.get(city) ?? packOf(city), id)));
  const rows = cities.flat();
  const nation = brotli(encodePack({ ...head, kind: 'core', region: 'CN' }, rows, utf8)) / rows.length;
  const core = section(cities, SECTIONS.core);
  const list = section(cities, SECTIONS.list);
  const line = (name: string, ours: number, [peer, budget]: readonly [number, number | null]) =>
    sized({ name: `${name}, brotli bytes a station`, ours, peer, budget });
  const coreColumns = ofColumns(coreFields);
  const many = `${cities.length} cities`;
  return [
    line(`one core over ${rows.length} against columnar JSON`, nation, [coreColumns, BUDGET.core]),
    line(`core part of ${many} against columnar JSON`, core, [coreColumns, null]),
    line(`core part of ${many} against JSON`, core, [ofRows(coreFields), null]),
    line(`list part of ${many} against columnar JSON`, list, [ofColumns(listFields), BUDGET.list]),
    line(`list part of ${many} against JSON`, list, [ofRows(listFields), null]),
    line('rest of the record by city against whole JSON', section(few, SECTIONS.rest), [
      ofRows(({ row }) => row),
      null,
    ]),
  ];
}

function changedRow(cities: readonly City[]): BenchResult {
  const { ours, peer, rows } = bytesOfDelta(cities.flat(), brotli);
  const name = `changed row in a delta of 1 % (${rows} rows: ${CHANGES}) against JSON, brotli bytes a row`;
  return sized({ name, ours: ours / rows, peer: peer / rows, budget: BUDGET.delta });
}

/** Milliseconds to read the same city: our pack to columns against its whole records as JSON. */
function decoding(cities: readonly City[]): BenchResult {
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

export async function packBench({ stations = STATIONS }: { readonly stations?: number } = {}): Promise<BenchResult[]> {
  const cities = seededCities(stations);
  return [...sizes(cities), changedRow(cities), decoding(cities)];
}

if (process.argv[1]?.endsWith('pack.js')) {
  const at = process.argv.indexOf('--stations');
  const stations = at < 0 ? STATIONS : Number(process.argv[at + 1]);
  for (const { name, ours, peer, ratio, budget, ok } of await packBench({ stations }))
    console.log(
      `${ok ? 'ok  ' : 'FAIL'} ${name}: ${ours.toFixed(2)} / ${peer.toFixed(2)} = ${ratio.toFixed(1)}× (${budget})`,
    );
}
