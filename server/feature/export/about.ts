import { dateText, dayOf, type Instant, isoText, minuteOf } from '../../../shared/kernel/instant.ts';
import { clockText } from '../../../shared/station/hours-words.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { ListFilter } from '../../../shared/wire/list-filter.ts';
import { conditionWords, type Names } from '../../../shared/wire/list-words.ts';
import { DATUM_TITLES } from './cells.ts';
import type { ExportFormat, ExportJob } from './job.ts';

/** All that a file is made from and says of itself. */
export type About = {
  readonly by: string;
  readonly union: string;
  readonly at: Instant;
  readonly seq: number;
  readonly filter: ListFilter;
  readonly names: Names;
  /** Stations named one by one; empty: all that pass. */
  readonly chosen: readonly StationId[];
  readonly total: number;
  readonly synthetic: number;
  readonly datum: ExportJob['datum'];
  readonly personal: boolean;
};

export function conditionText({ chosen, filter, names }: Pick<About, 'chosen' | 'filter' | 'names'>): string {
  if (chosen.length > 0) return `选中的 ${chosen.length} 个站点`;
  const said = conditionWords(filter, names);
  return said.length === 0 ? '本级及下级的全部站点' : said.join('；');
}

const DATUM_MEANING = {
  gcj02: 'GCJ-02，高德、腾讯地图用的坐标。不是 WGS-84，直接当 GPS 坐标用会偏几百米',
  bd09: 'BD-09，百度地图用的坐标。不是 WGS-84，直接当 GPS 坐标用会偏几百米',
} as const;

export function headOf(about: About): readonly (readonly [string, string])[] {
  const { by, union, at, seq, total, synthetic, datum, personal } = about;
  return [
    ['名单', '户外劳动者服务站点名单（歇脚）'],
    ['导出人', `${by}（${union}）`],
    ['截至', `${momentText(at)}，登记册变更序号 ${seq}（${isoText(at)}）`],
    ['条件', conditionText(about)],
    ['站点数', String(total)],
    ['坐标', DATUM_MEANING[datum]],
    ...(synthetic > 0 ? ([['示例数据', syntheticText(total, synthetic)]] as const) : []),
    ['联系人', personal ? '含联系人姓名和电话，是个人信息，只供工作联系，用完删除' : '不含'],
  ];
}

function syntheticText(total: number, synthetic: number): string {
  const share = synthetic === total ? '全部是示例站点' : `其中 ${synthetic} 个是示例站点`;
  return `${share}，不是真实的站点，“数据来源”一列写着“示例数据”`;
}

/** `站点名单-二七区总工会-20261126-1420-GCJ-02-示例数据.csv`; signs that files may not have are left out. */
export function fileNameOf({ union, at, synthetic, datum }: About, format: ExportFormat): string {
  const stamp = momentText(at).replace(/[-:]/g, '').replace(' ', '-');
  const parts = ['站点名单', union, stamp, DATUM_TITLES[datum], ...(synthetic > 0 ? ['示例数据'] : [])];
  return `${parts.join('-').replace(/[\\/:*?"<>|\p{Cc}]/gu, '')}.${format}`;
}

/** `2026-11-26 14:20`, in China. */
function momentText(at: Instant): string {
  return `${dateText(dayOf(at))} ${clockText(minuteOf(at)).padStart(5, '0')}`;
}
