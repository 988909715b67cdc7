import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { ROOT_UNION } from '../../shared/actor/actor.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import { instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { isRegionCode, type RegionCode } from '../../shared/station/region.ts';
import type { UnionId } from '../../shared/station/station.ts';
import { TABLES, type TableId } from '../../shared/stats/definition.ts';
import { parsePeriod } from '../../shared/stats/period.ts';
import { ROWS_BY } from '../../shared/stats/question.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { argumentsOf, type Said } from '../arguments.ts';
import { figuresHere } from '../feature/figures/here.ts';
import { questionSaid, type Said as SaidQuestion } from '../feature/figures/question.ts';
import { loadCountyOf } from '../feature/regions/read.ts';
import { unionBooks } from '../feature/unions/book.ts';
import { gatherFile } from '../feature/workbooks/gather.ts';
import { writeFigures } from '../feature/workbooks/write.ts';
import { openWorld, type World } from '../open.ts';
import { FIGURE_FORMATS, type FigureFormat } from '../store/port/workbooks.ts';

const USAGE = `用法：npm run stats -- --period 2026-10 --out 文件名.xlsx [--region 41] [--union 410000] [--as-of 812 或 2026-11-05]
      [--format xlsx|csv|json|geojson] [--by region|city|county|union|kind|…] [--tables stock,hours,…]
      [--divisions then|today] [--stations real|synthetic]
统计期写 2026-10、2026-Q3 或 2026；同样的范围、统计期和截至时刻，做出来的文件一模一样。`;
const OPTIONS = {
  period: { type: 'string' },
  out: { type: 'string' },
  region: { type: 'string' },
  union: { type: 'string', default: ROOT_UNION },
  'as-of': { type: 'string' },
  format: { type: 'string' },
  by: { type: 'string', default: 'region' },
  tables: { type: 'string', default: TABLES.join(',') },
  divisions: { type: 'string', default: 'then' },
  stations: { type: 'string', default: 'real' },
} as const;

type Values = Said<typeof OPTIONS>['values'];
type Wanted = {
  readonly said: SaidQuestion;
  readonly tables: readonly TableId[];
  readonly format: FigureFormat;
  readonly file: string;
};

process.umask(0o077);
const args = argumentsOf(OPTIONS);
const wanted = args === null || args.positionals.length > 0 ? null : wantedOf(args.values);
process.exitCode = wanted === null ? fail(USAGE) : await run(wanted);

async function run(wanted: Wanted): Promise<number> {
  if (existsSync(wanted.file)) return fail(`已经有 ${wanted.file} 这个文件，没有覆盖它。换个文件名。`);
  const world = await openWorld();
  if (!world.ok) return fail(sentence(world.refusal));
  try {
    const made = await make(world.value, wanted);
    if (!made.ok) return fail(sentence(made.refusal));
    console.log(made.value);
    return 0;
  } finally {
    await world.value.close();
  }
}

/** What the page does: the same question, the same gathering, the same bytes. */
async function make({ store, regions }: World, { said, tables, format, file }: Wanted): Promise<Result<string>> {
  const now = () => instant(Date.now());
  const countyOf = (point: Gcj02) => loadCountyOf()(point);
  const parts = {
    store,
    regions,
    unions: unionBooks(store, now),
    figures: figuresHere({ store, regions, countyOf, now }),
  };
  const question = await questionSaid(parts, said);
  if (!question.ok) return question;
  const content = await gatherFile(parts, { question: question.value, tables }, format);
  if (!content.ok) return content;
  const { bytes, sha256 } = await writeFigures(content.value, file);
  const { seq } = question.value.asOf;
  return { ok: true, value: `写到了 ${file}：${bytes} 字节，截至第 ${seq} 条，SHA-256 ${sha256}` };
}

/** Null when something is missing or there is no such thing. */
function wantedOf(values: Values): Wanted | null {
  const period = parsePeriod(values.period ?? '');
  const region = values.region === undefined ? null : regionSaid(values.region);
  const { out = '' } = values;
  const by = oneOf(ROWS_BY, values.by);
  const divisions = oneOf(['then', 'today'] as const, values.divisions);
  const stations = oneOf(['real', 'synthetic'] as const, values.stations);
  const tables = values.tables.split(',').map((table) => oneOf(TABLES, table));
  const format = oneOf(FIGURE_FORMATS, values.format ?? extname(out).slice(1));
  if (period === null || region === undefined || out === '' || by === null || format === null) return null;
  if (divisions === null || stations === null || tables.includes(null)) return null;
  const said = {
    period,
    region,
    by,
    divisions,
    stations,
    union: values.union as UnionId,
    asOf: values['as-of'] ?? null,
  };
  return { said, tables: TABLES.filter((table) => tables.includes(table)), format, file: resolve(out) };
}

/** `41` and `4101` are what stands before the zeros. Undefined: no code. */
function regionSaid(text: string): RegionCode | undefined {
  const code = /^(\d{2}){1,3}$/.test(text) ? text.padEnd(6, '0') : '';
  return isRegionCode(code) ? code : undefined;
}

function oneOf<T extends string>(list: readonly T[], text: string): T | null {
  return list.find((one) => one === text) ?? null;
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
