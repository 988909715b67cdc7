import { ROOT_UNION, SYSTEM } from '../../../shared/actor/actor.ts';
import { addDays, type Day, dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { ORIGINS, type UnionId } from '../../../shared/station/station.ts';
import { TABLES } from '../../../shared/stats/definition.ts';
import { firstDayOf, monthHolding, type Period } from '../../../shared/stats/period.ts';
import type { Question } from '../../../shared/stats/question.ts';
import type { Deps } from '../../deps.ts';
import type { FigureFormat } from '../../store/port/workbooks.ts';
import { hashOf } from '../figures/hash.ts';
import { questionSaid } from '../figures/question.ts';
import type { UnionBook } from '../unions/book.ts';
import { figureFileName } from './name.ts';
import { saidOf } from './routes.ts';

type Parts = Pick<Deps, 'store' | 'figures' | 'figureFiles' | 'unions' | 'regions' | 'list' | 'randomId' | 'now'>;

const FORMATS: readonly FigureFormat[] = ['xlsx', 'csv'];

/** The newest month whose files are due: a month is counted on a day of the one after it, once what came late is in. */
export function monthDue(now: Instant, day: number): Period {
  const today = dayOf(now);
  const last = monthBefore(today);
  const isDue = Number(dateText(today).slice(8)) >= day;
  return isDue ? last : monthBefore(firstDayOf(last));
}

function monthBefore(day: Day): Period {
  const first = firstDayOf(monthHolding(day) as string as Period);
  return monthHolding(addDays(first, -1)) as string as Period;
}

/**
 * Makes what is missing of a month: for the nation and each province a workbook and a CSV of all tables, one after the other so that
 * people's own files come between. What stands is left alone; a file is never made twice for the same month.
 */
export async function makeMonthly(parts: Parts, period: Period, stop: AbortSignal): Promise<Result<number>> {
  const book = await parts.unions.current();
  const standing = await parts.store.monthlyFigureFiles(period);
  const has = new Set(standing.map(({ union, format }) => `${union} ${format}`));
  const stations = await sortKept(parts);
  const asOf = String((await parts.figures.known()).seq);
  let made = 0;
  for (const union of unionsKept(book)) {
    for (const format of FORMATS) {
      if (stop.aborted) return ok(made);
      if (has.has(`${union} ${format}`)) continue;
      const asked = { period, asOf, union, region: null, by: 'region', divisions: 'then', stations } as const;
      const question = await questionSaid(parts, asked);
      if (!question.ok) return question;
      const done = await makeOne(parts, question.value, format);
      if (!done.ok) return done;
      made += 1;
    }
  }
  return ok(made);
}

function unionsKept({ tree, all }: UnionBook): readonly UnionId[] {
  const provinces = all.filter(
    ({ id, region, closedOn }) => region !== null && closedOn === null && tree.levelOf(id) === 'province',
  );
  return [ROOT_UNION, ...provinces.map(({ id }) => id).sort()];
}

/** Of a register of invented stations alone the invented are counted, and every file says so. */
async function sortKept({ list }: Parts): Promise<Question['stations']> {
  const { rows } = await list.current();
  const synthetic = ORIGINS.indexOf('synthetic');
  const { held, origin } = rows.bytes;
  const known = rows.ids.flatMap((_, row) => (held[row] === 1 ? [origin[row]] : []));
  return known.length > 0 && known.every((one) => one === synthetic) ? 'synthetic' : 'real';
}

async function makeOne(parts: Parts, question: Question, format: FigureFormat): Promise<Result<true>> {
  const { store, figureFiles, unions, randomId, now } = parts;
  const { union } = question;
  const asked = { question, tables: TABLES };
  const at = now();
  const job = { id: randomId(), format, union, account: SYSTEM.id, ...asked };
  const name = (await unions.current()).get(union)?.name ?? union;
  const commandId = randomId();
  const begun = await store.beginFigureFile(
    { commandId, actor: SYSTEM, bodyHash: hashOf({ commandId }), at },
    {
      id: job.id,
      union,
      asked,
      format,
      until: null,
      name: figureFileName({ asked, format, union: name, region: null, at }),
    },
    saidOf(asked, format),
  );
  if (!begun.ok) return begun;
  figureFiles.start(job);
  await figureFiles.settled(job.id);
  return ok(true);
}
