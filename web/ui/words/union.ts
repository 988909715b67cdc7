import { NATION, type Region } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';

/** `二七区总工会`; null while the names of regions are not there, and for an industry's union, whose name phones do not have. */
export function unionText(union: UnionId, regions: readonly Region[] | null | undefined): string | null {
  const code: string = union;
  if (code === NATION) return '中华全国总工会';
  const region = regions?.find((one) => one.code === code);
  return region === undefined ? null : `${region.name}总工会`;
}
