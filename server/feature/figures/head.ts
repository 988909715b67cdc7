import { ok, type Result } from '../../../shared/kernel/result.ts';
import { isRegionCode } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { IndicatorId } from '../../../shared/stats/definition.ts';
import { indicator, versionIn } from '../../../shared/stats/definitions/all.ts';
import { type Period, periodWords } from '../../../shared/stats/period.ts';
import type { Question } from '../../../shared/stats/question.ts';
import { rowWords } from '../../../shared/wire/figures-rows.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Figures } from './figures.ts';
import { hashOf } from './hash.ts';

export type FiguresHead = RouteReply<'figures'>['head'];
export type DefinitionUsed = FiguresHead['definitions'][number];

/** An answer but for its hash: that is over the figures as well. */
export type Heading = {
  /** `figures`: what is answered, small ones kept back. */
  readonly head: (used: readonly DefinitionUsed[], figures: unknown) => FiguresHead;
  /** How a row was called then. */
  readonly nameOf: (key: string) => string;
};

/** What an answer says of itself. `rows`: keys whose names are wanted. Refuses as `Figures.tables` does. */
export async function headingFor(
  figures: Figures,
  question: Question,
  rows: readonly string[],
): Promise<Result<Heading>> {
  const { union, region, by } = question;
  const unionRows = by === 'union' ? rows : [];
  const regionRows = by === 'union' || rowWords(by, '') !== null ? [] : rows;
  const beside = await figures.beside(question, {
    unions: [union, ...unionRows.map((id) => id as UnionId)],
    regions: [...(region === null ? [] : [region]), ...regionRows.filter(isRegionCode)],
  });
  if (!beside.ok) return beside;
  const { unions, regions, leftOut } = beside.value;
  const unionName = (id: string) => unions.get(id as UnionId) ?? id;
  const regionName = (code: string) => (isRegionCode(code) ? regions.get(code) : undefined) ?? code;
  return ok({
    nameOf: (key) => rowWords(by, key) ?? (by === 'union' ? unionName(key) : regionName(key)),
    head: (definitions, answered) => ({
      period: question.period,
      periodWords: periodWords(question.period),
      asOf: question.asOf,
      union: { id: union, name: unionName(union) },
      region: region === null ? null : { id: region, name: regionName(region) },
      by,
      divisions: question.divisions,
      stations: question.stations,
      openingAsOf: question.openingAsOf,
      leftOut,
      definitions: [...definitions],
      hash: hashOf({ question, definitions, figures: answered }),
    }),
  });
}

/** By which wording a period is counted; throws for an indicator there is not, for it was asked before. */
export function definitionUsed(id: IndicatorId, period: Period): DefinitionUsed {
  const found = indicator(id);
  if (found === null) throw new Error(`no indicator is called ${id}`);
  return { id, version: versionIn(found, period).version };
}
