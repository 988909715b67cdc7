import type { Instant } from '../../../shared/kernel/instant.ts';
import { periodWords } from '../../../shared/stats/period.ts';
import type { FigureFormat, FiguresAsked } from '../../store/port/workbooks.ts';
import { minuteText } from './content.ts';

type Named = {
  readonly asked: FiguresAsked;
  readonly format: FigureFormat;
  readonly union: string;
  readonly region: string | null;
  readonly at: Instant;
};

/**
 * `统计-河南省总工会-2026年10月-截至812-20261126-1420.xlsx`: when it was made stands in the name alone. Signs that files may not
 * have are left out.
 */
export function figureFileName({ asked: { question }, format, union, region, at }: Named): string {
  const parts = [
    '统计',
    union,
    ...(region === null ? [] : [region]),
    periodWords(question.period),
    ...(question.stations === 'synthetic' ? ['示例数据'] : []),
    `截至${question.asOf.seq}`,
    minuteText(at).replace(/[-:]/g, '').replace(' ', '-'),
  ];
  return `${parts.join('-').replace(/[\\/:*?"<>|\p{Cc}]/gu, '')}.${format}`;
}
