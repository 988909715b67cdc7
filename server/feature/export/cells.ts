import { gcjToBd } from '../../../shared/geo/datum.ts';
import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { AMENITIES, type AmenityState, amenityState } from '../../../shared/station/amenity.ts';
import { spacedCode } from '../../../shared/station/code.ts';
import type { Station } from '../../../shared/station/station.ts';
import type { ExportColumn } from '../../../shared/wire/list-columns.ts';
import type { Doubt } from '../../../shared/wire/list-filter.ts';
import { DOUBT_WORDS, EXPORT_COLUMN_WORDS } from '../../../shared/wire/list-words.ts';
import {
  ACCESS_WORDS,
  AMENITY_WORDS,
  BUILD_WORDS,
  HOST_TYPE_WORDS,
  KIND_WORDS,
  OPERATION_WORDS,
  ORIGIN_WORDS,
  STATUS_WORDS,
  TIER_WORDS,
  VERIFIED_WORDS,
} from '../../../shared/words/station.ts';
import type { ListedWith } from '../../store/port/list.ts';
import { hoursText } from '../list/item.ts';
import type { RegionTable } from '../regions/table.ts';
import type { ExportJob } from './job.ts';

export type Cell = string | number | null;
/** One line of a file. */
export type Line = { readonly listed: ListedWith; readonly doubts: readonly Doubt[] };
export type Naming = { readonly unions: ReadonlyMap<string, string>; readonly regions: RegionTable };
export type Title = { readonly key: string; readonly title: string; readonly meaning: string };

export const DATUM_TITLES = { gcj02: 'GCJ-02', bd09: 'BD-09' } as const;

/** The columns a file has: those asked for, the contacts when they may stand in it, and always where the row is from. */
export function titlesOf({ columns, datum, personal }: Pick<ExportJob, 'columns' | 'datum' | 'personal'>): Title[] {
  const asked = columns.map((key) => {
    const [title, meaning] = EXPORT_COLUMN_WORDS[key];
    const isPoint = key === 'lng' || key === 'lat';
    return { key, title: isPoint ? `${title}（${DATUM_TITLES[datum]}）` : title, meaning };
  });
  const contacts = { key: 'contacts', title: '联系人', meaning: '个人信息，只供工作联系，用完删除' };
  const origin = { key: 'origin', title: '数据来源', meaning: '写着“示例数据”的不是真实站点' };
  return [...asked, ...(personal ? [contacts] : []), origin];
}

/** The cells of a line, in the order of `titlesOf`. */
export function cellsOf(line: Line, job: ExportJob, naming: Naming): readonly Cell[] {
  const { station } = line.listed;
  const asked = job.columns.map((column) => cellOf(column, line, { job, naming }));
  const persons = line.listed.contacts.map(({ name, mobile }) => `${name} ${mobile}`).join('；');
  return [...asked, ...(job.personal ? [persons] : []), ORIGIN_WORDS[station.origin]];
}

type Around = { readonly job: ExportJob; readonly naming: Naming };

function cellOf(column: ExportColumn, line: Line, { job, naming }: Around): Cell {
  const { station, changedAt } = line.listed;
  switch (column) {
    case 'code':
      return station.code === null ? null : spacedCode(station.code);
    case 'union':
      return naming.unions.get(station.union) ?? station.union;
    case 'region':
      return naming.regions.get(station.region)?.name ?? station.region;
    case 'lng':
    case 'lat':
      return pointOf(station, job.datum)[column];
    case 'hours':
      return hoursText(station, job.at) ?? station.hours.raw;
    case 'doubts':
      return line.doubts.map((doubt) => DOUBT_WORDS[doubt]).join('、');
    case 'changedOn':
      return dateText(dayOf(changedAt));
    case 'until':
      return station.statusNote?.until ?? null;
    default:
      return factOf(column, station);
  }
}

type Said = Exclude<
  ExportColumn,
  'code' | 'union' | 'region' | 'lng' | 'lat' | 'hours' | 'doubts' | 'changedOn' | 'until'
>;

const FACTS: { readonly [C in Said]: (station: Station) => Cell } = {
  federationCode: (station) => station.federationCode,
  name: (station) => station.name,
  status: (station) => STATUS_WORDS[station.status],
  kind: (station) => KIND_WORDS[station.kind],
  brand: (station) => station.brand,
  aliases: (station) => station.aliases.join('、'),
  town: (station) => station.town,
  address: (station) => station.address,
  entrance: (station) => station.entrance,
  hostType: ({ hostType }) => (hostType === null ? null : HOST_TYPE_WORDS[hostType]),
  hostName: (station) => station.hostName,
  build: ({ build }) => (build === null ? null : BUILD_WORDS[build]),
  operation: ({ operation }) => (operation === null ? null : OPERATION_WORDS[operation]),
  tier: (station) => TIER_WORDS[station.tier],
  stars: (station) => station.stars,
  has: (station) => amenitiesIn(station, ['yes', 'seasonal']),
  lacks: (station) => amenitiesIn(station, ['no']),
  broken: (station) => amenitiesIn(station, ['broken']),
  unclear: (station) => amenitiesIn(station, ['unknown']),
  access: (station) => station.access.modes.map((mode) => ACCESS_WORDS[mode]).join('、'),
  phone: (station) => station.publicPhone,
  verified: (station) => VERIFIED_WORDS[station.verified],
  verifiedOn: (station) => station.verifiedOn,
  openedOn: (station) => station.openedOn,
  photos: (station) => station.photos.length,
};

function factOf(column: Said, station: Station): Cell {
  return FACTS[column](station);
}

function amenitiesIn({ amenities }: Station, states: readonly AmenityState[]): string {
  const codes = AMENITIES.filter((code) => states.includes(amenityState(amenities, code)));
  return codes.map((code) => AMENITY_WORDS[code]).join('、');
}

/** Six decimals, in a datum that may be published. */
export function pointOf({ point }: Station, datum: ExportJob['datum']): { readonly lng: number; readonly lat: number } {
  const { lng, lat } = datum === 'gcj02' ? point : gcjToBd(point);
  return { lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 };
}
