import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ROOT_UNION, SYSTEM } from '../../shared/actor/actor.ts';
import { addDays, type Instant, instant, instantAt, isoText, parseDate } from '../../shared/kernel/instant.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { argumentsOf, type Said } from '../arguments.ts';
import { environment } from '../environment.ts';
import { historyCsv } from '../feature/audit/export.ts';
import { loadRegions } from '../feature/regions/read.ts';
import { unionBooks } from '../feature/unions/book.ts';
import { openWorld, registerOf, type World } from '../open.ts';
import { seqSince, type Verified, verifyRegister } from '../store/audit/verify.ts';
import { isServed } from '../store/open.ts';
import type { HistoryFilter } from '../store/port/audit.ts';

const USAGE = `用法：npm run audit -- verify [--since 序号或日期]
      npm run audit -- export --out 文件名.csv [--from 2026-01-01] [--to 2026-12-31]`;
const OPTIONS = {
  since: { type: 'string', default: '1' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
} as const;
const NOTHING_LEFT_OUT: HistoryFilter = {
  top: ROOT_UNION,
  from: null,
  to: null,
  actor: null,
  step: null,
  subject: null,
  station: null,
  reason: null,
};

process.umask(0o077);
const args = argumentsOf(OPTIONS);
process.exitCode = args ? await run(args) : fail(USAGE);

type Args = Said<typeof OPTIONS>;

async function run({ values, positionals: [act, ...more] }: Args): Promise<number> {
  if (more.length > 0) return fail(USAGE);
  if (act === 'verify') return verify(values.since);
  return act === 'export' && values.out !== undefined ? writeOut(values, values.out) : fail(USAGE);
}

async function verify(given: string): Promise<number> {
  const env = environment();
  if (!env.ok) return fail(sentence(env.refusal));
  const { url, options } = registerOf(env.value, loadRegions());
  if (!isServed(url) && !existsSync(url)) return fail(sentence({ kind: 'file-missing', name: url }));
  const since = await sinceOf(url, given);
  if (since === null) return fail('--since 写一个序号（如 1200）或日期（如 2026-11-26）。');
  const { historyKey, highWater } = options;
  return tell(await verifyRegister({ url, historyKey, highWater, since }), since);
}

async function sinceOf(url: string, given: string): Promise<number | null> {
  if (/^[1-9]\d{0,14}$/.test(given)) return Number(given);
  const day = parseDate(given);
  return day === null ? null : seqSince(url, instantAt(day, 0));
}

function tell({ rows, last, brokenAt, restores, hasMark }: Verified, since: number): number {
  for (const { seq, at } of restores) console.log(`第 ${seq} 条：${isoText(at)} 数据库从备份恢复过。`);
  const end = last === null ? '' : `，最后是第 ${last.seq} 条（${isoText(last.at)}），校验码 ${last.mac}`;
  if (brokenAt !== null) {
    console.log(`从第 ${since} 条起核对了 ${rows} 条${end}。`);
    return fail(`日志从第 ${brokenAt} 条起对不上：被改过、删过，或密钥不是写它时的那个。`);
  }
  console.log(`日志完整：从第 ${since} 条起核对了 ${rows} 条${end}。`);
  if (!hasMark) console.log('高水位文件不在，末尾有没有被截掉看不出来。对一对上次记下的最后一条。');
  return 0;
}

async function writeOut({ from, to }: Args['values'], out: string): Promise<number> {
  const [first, last] = [dayStart(from, 0), dayStart(to, 1)];
  if (first === undefined || last === undefined) return fail('--from 和 --to 写成 2026-11-26 这样的日期。');
  const world = await openWorld();
  if (!world.ok) return fail(sentence(world.refusal));
  try {
    return await exportTo(world.value, { from: first, to: last }, resolve(out));
  } finally {
    await world.value.close();
  }
}

/** Null when it was not given, undefined when it is no date. */
function dayStart(text: string | undefined, later: number): Instant | null | undefined {
  if (text === undefined) return null;
  const day = parseDate(text);
  return day === null ? undefined : instantAt(addDays(day, later), 0);
}

async function exportTo({ store }: World, period: Pick<HistoryFilter, 'from' | 'to'>, file: string): Promise<number> {
  if (existsSync(file)) return fail(`已经有 ${file} 这个文件，没有覆盖它。换个文件名。`);
  const now = () => instant(Date.now());
  const filter: HistoryFilter = { ...NOTHING_LEFT_OUT, ...period };
  const begun = await store.beginHistoryExport(
    {
      commandId: randomBytes(16).toString('hex'),
      actor: { id: SYSTEM.id, union: SYSTEM.union },
      bodyHash: createHash('sha256').update(JSON.stringify(filter)).digest('hex'),
      at: now(),
    },
    { what: 'history', filter },
  );
  if (!begun.ok) return fail(sentence(begun.refusal));
  const { upTo } = begun.value;
  await pipeline(
    historyCsv({ store, unions: unionBooks(store, now) }, filter, upTo),
    createWriteStream(file, { flags: 'wx' }),
  );
  console.log(`操作日志写到了 ${file}，截至第 ${upTo} 条。`);
  return 0;
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
