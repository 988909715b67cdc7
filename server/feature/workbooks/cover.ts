import type { TableId } from '../../../shared/stats/definition.ts';
import { divisionsWord, ROWS_BY_WORDS, STATIONS_WORDS, TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import type { FiguresHead } from '../figures/head.ts';
import { asOfText, type FiguresContent, legendOf, SYNTHETIC_LINE } from './content.ts';

/** What a file says of itself, line by line: with this it can be read alone, and made again. */
export function coverOf(content: FiguresContent): readonly (readonly [string, string])[] {
  const { head, tables } = content;
  return [
    ...(head.stations === 'synthetic' ? ([['示例数据', SYNTHETIC_LINE]] as const) : []),
    ['名称', '户外劳动者服务站点统计（歇脚）'],
    ['统计期', `${head.periodWords}（${head.period}）`],
    ['范围', scopeText(head)],
    ['截至', asOfText(head.asOf)],
    ['上期截至', head.openingAsOf === null ? '上期没有签发，按本期截至时刻所知' : asOfText(head.openingAsOf)],
    ['分行', ROWS_BY_WORDS[head.by]],
    ['行政区划', divisionsWord(head.divisions)],
    ['站点', STATIONS_WORDS[head.stations]],
    ['表', tables.map(({ table }) => TABLE_WORDS[table]).join('、')],
    ['指标口径', versionsText(head)],
    ['校验值', head.hash],
    ['再做一份', againLine(againOf(content))],
    ...legendOf(head),
  ];
}

function againOf({ head, tables }: FiguresContent): Again {
  const { union, region, asOf } = head;
  return {
    ...head,
    union: union.id,
    region: region === null ? null : region.id,
    seq: asOf.seq,
    tables: tables.map(({ table }) => table),
  };
}

function scopeText({ union, region }: FiguresHead): string {
  return `${union.name}（${union.id}）${region === null ? '' : `，只数 ${region.name}（${region.id}）`}`;
}

function versionsText({ definitions }: FiguresHead): string {
  const newest = Math.max(1, ...definitions.map(({ version }) => version));
  const changed = definitions.filter(({ version }) => version > 1).map(({ id, version }) => `${id} 第 ${version} 版`);
  return newest === 1 ? `${definitions.length} 个指标都是第 1 版` : `${changed.join('、')}，其余第 1 版`;
}

type Again = Pick<FiguresHead, 'period' | 'by' | 'divisions' | 'stations'> & {
  readonly union: string;
  readonly region: string | null;
  readonly seq: number;
  readonly tables: readonly TableId[];
};

/** The command that makes the same bytes again, on the same register. */
export function againLine({ period, union, region, by, seq, divisions, stations, tables }: Again): string {
  const words = [
    ['--period', period],
    ['--union', union],
    ...(region === null ? [] : [['--region', region]]),
    ['--by', by],
    ['--as-of', String(seq)],
    ...(divisions === 'then' ? [] : [['--divisions', divisions]]),
    ...(stations === 'real' ? [] : [['--stations', stations]]),
    ['--tables', tables.join(',')],
    ['--out', '文件'],
  ];
  return `npm run stats -- ${words.map((pair) => pair.join(' ')).join(' ')}`;
}
