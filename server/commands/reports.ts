import { createHash, randomBytes } from 'node:crypto';
import { instant, isoText } from '../../shared/kernel/instant.ts';
import type { ReportStep } from '../../shared/report/decide.ts';
import { parseLookup, spacedLookup } from '../../shared/report/lookup.ts';
import { REPORT_STATES, type Report } from '../../shared/report/report.ts';
import { NATION } from '../../shared/station/region.ts';
import type { UnionId } from '../../shared/station/station.ts';
import { REPORT_KIND_WORDS, REPORT_STATE_OFFICIAL } from '../../shared/words/report.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { AMENITY_WORDS } from '../../shared/words/station.ts';
import { argumentsOf, type Said } from '../arguments.ts';
import { handleReport } from '../feature/reports/handle.ts';
import { openWorld } from '../open.ts';
import type { Store } from '../store/port.ts';

const USAGE = `用法：npm run reports -- list [--all]
      npm run reports -- accept <查询码>
      npm run reports -- resolve <查询码> --answer 答复
      npm run reports -- dismiss <查询码> --answer 答复`;
const OPTIONS = { answer: { type: 'string', default: '' }, all: { type: 'boolean', default: false } } as const;
const OPEN = ['queued', 'received', 'accepted'] as const;
const MOST = 1000;

const args = argumentsOf(OPTIONS);
process.exitCode = args ? await run(args) : fail(USAGE);

type Args = Said<typeof OPTIONS>;

async function run({ values, positionals: [act, code, ...more] }: Args): Promise<number> {
  const step = stepOf(act, values.answer);
  if (more.length > 0 || (act === 'list') !== (code === undefined) || (act !== 'list' && step === null)) {
    return fail(USAGE);
  }
  const world = await openWorld();
  if (!world.ok) return fail(sentence(world.refusal));
  const { store, close } = world.value;
  try {
    if (step === null || code === undefined) return await list(store, values.all);
    return await take(store, code, step);
  } finally {
    await close();
  }
}

function stepOf(act: string | undefined, answer: string): ReportStep | null {
  if (act === 'accept') return { kind: act };
  return act === 'resolve' || act === 'dismiss' ? { kind: act, answer } : null;
}

async function take(store: Store, code: string, step: ReportStep): Promise<number> {
  const lookup = parseLookup(code);
  if (!lookup.ok) return fail(sentence(lookup.refusal));
  const done = await handleReport(
    {
      store,
      actor: { id: 'system', union: NATION as string as UnionId },
      now: () => instant(Date.now()),
      randomId: () => randomBytes(16).toString('hex'),
      hashOf: (body) => createHash('sha256').update(body).digest('hex'),
    },
    lookup.value,
    step,
  );
  if (!done.ok) return fail(sentence(done.refusal));
  console.log(`${spacedLookup(lookup.value)} ${REPORT_STATE_OFFICIAL[done.value.state]}`);
  return 0;
}

async function list(store: Store, all: boolean): Promise<number> {
  const reports = await store.reports({ states: all ? REPORT_STATES : OPEN, limit: MOST });
  for (const report of reports) console.log(lineOf(report));
  console.error(reports.length === 0 ? '没有待办的反馈。' : `${reports.length} 条。`);
  return 0;
}

/** One report on one line, tabs between, so that it can be cut up by other tools. */
function lineOf(report: Report): string {
  const { lookup, at, state, kind, station, amenity, place, text, photo, answer, erasedAt } = report;
  const where = [place?.name, place?.address].filter((part) => part).join('，');
  const about = station ?? (erasedAt === null ? where : '原文已清除');
  const facts = [amenity === null ? '' : AMENITY_WORDS[amenity], text ?? '', photo === null ? '' : `照片 ${photo}`];
  const said = facts.filter((fact) => fact !== '').join('；');
  return [
    spacedLookup(lookup),
    isoText(at),
    REPORT_STATE_OFFICIAL[state],
    REPORT_KIND_WORDS[kind],
    about,
    said,
    answer ?? '',
  ]
    .map((cell) => cell.replace(/\s+/g, ' '))
    .join('\t');
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
