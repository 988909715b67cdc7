import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { Indicator } from '../../../shared/stats/definition.ts';
import { indicatorsOf } from '../../../shared/stats/definitions/all.ts';
import type { Question } from '../../../shared/stats/question.ts';
import type { Deps } from '../../deps.ts';
import type { FigureFormat, FiguresAsked } from '../../store/port/workbooks.ts';
import { type NamedFigures, namedFigures } from '../figures/answer.ts';
import type { PackedContent } from './content.ts';
import type { FileContent } from './file.ts';

type Parts = Pick<Deps, 'figures' | 'store'>;
/** Stations looked up at once. */
const AT_ONCE = 1000;

/** All that a file of figures is made of, as plain data: a thread of its own may write it. Refuses as `Figures.tables` does. */
export async function gatherFile(
  parts: Parts,
  { question, tables }: FiguresAsked,
  format: FigureFormat,
): Promise<Result<FileContent>> {
  const answer = await namedFigures(parts.figures, question, tables);
  if (!answer.ok) return answer;
  const content = contentOf(answer.value);
  if (format !== 'geojson') return ok({ format, content, places: null });
  const places = await placesOf(parts, question);
  return places.ok ? ok({ format, content, places: places.value }) : places;
}

function contentOf(answer: NamedFigures): PackedContent {
  const definitions = answer.tables.flatMap(({ table }) => indicatorsOf(table).map(plainIndicator));
  return { ...answer, definitions };
}

/** Without the fold that computes it. */
function plainIndicator(of: Indicator): Indicator {
  const { id, table, name, unit, digits, ofPeople, adds, national, versions } = of;
  return { id, table, name, unit, digits, ofPeople, adds, national, versions };
}

async function placesOf({ figures, store }: Parts, question: Question): Promise<Result<FileContent['places']>> {
  const stands = await figures.stands(question);
  if (!stands.ok) return stands;
  const codeOf = new Map<StationId, StationCode>();
  for (let from = 0; from < stands.value.length; from += AT_ONCE) {
    const ids = stands.value.slice(from, from + AT_ONCE).map(({ id }) => id);
    for (const { id, code } of await store.stationsById(ids)) if (code !== null) codeOf.set(id, code);
  }
  return ok({ stands: stands.value, codeOf });
}
