import { type Result, refuse } from '../../../shared/kernel/result.ts';
import type { TableId } from '../../../shared/stats/definition.ts';
import type { Question } from '../../../shared/stats/question.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';

export async function answerFigures(
  _deps: Deps,
  _question: Question,
  _tables: readonly TableId[],
): Promise<Result<RouteReply<'figures'>>> {
  return refuse({ kind: 'figures-busy' });
}
