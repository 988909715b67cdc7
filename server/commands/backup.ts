import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { SYSTEM } from '../../shared/actor/actor.ts';
import { instant, isoText } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { argumentsOf, type Said } from '../arguments.ts';
import { environment } from '../environment.ts';
import { loadRegions } from '../feature/regions/read.ts';
import { openWorld, registerOf } from '../open.ts';
import { makeBackup, mayBackUp } from '../store/backup.ts';
import { isServed } from '../store/open.ts';

const USAGE = '用法：npm run backup -- 文件名.tar [--force]';
const OPTIONS = { force: { type: 'boolean', default: false } } as const;

// A backup holds what only a union may read, and for a moment so does its copy of the database.
process.umask(0o077);
const args = argumentsOf(OPTIONS);
process.exitCode = args ? await run(args) : fail(USAGE);

type Args = Said<typeof OPTIONS>;

async function run({ values, positionals: [name, ...more] }: Args): Promise<number> {
  if (name === undefined || more.length > 0) return fail(USAGE);
  const env = environment();
  if (!env.ok) return fail(sentence(env.refusal));
  const { url, photos } = registerOf(env.value, loadRegions());
  if (isServed(url)) return fail(servedText(photos));
  const file = resolve(name);
  const backing = { url, photos, file, force: values.force, now: instant(Date.now()) };
  const allowed = mayBackUp(backing);
  const noted = allowed.ok ? await note(file) : allowed;
  const made = noted.ok ? await makeBackup(backing) : noted;
  if (!made.ok) return fail(sentence(made.refusal));
  const { asOf, counts } = made.value;
  console.log(
    `备份好了：${file}
站点 ${counts.stations} 个，操作日志 ${counts.history} 条，反馈 ${counts.reports} 条，照片 ${counts.photos} 张，最后一次改动在 ${isoText(instant(asOf))}。
恢复时要用同一个 SECRET，它不在备份里，另外保管好。`,
  );
  return 0;
}

/** A copy of everything was taken: that belongs in the history, and so into the copy itself. */
async function note(file: string): Promise<Result<true>> {
  const world = await openWorld();
  if (!world.ok) return world;
  const { store, close } = world.value;
  const commandId = randomBytes(16).toString('hex');
  const actor = { id: SYSTEM.id, union: SYSTEM.union };
  const noted = await store.noteBackup({ commandId, actor, bodyHash: '', at: instant(Date.now()) }, basename(file));
  await close();
  return noted;
}

function servedText(photos: string): string {
  return `${sentence({ kind: 'backup-not-here' })}
备份：先 pg_dump --format=custom --file=register.dump "$DATABASE_URL"，再 tar -cf photos.tar "${photos}"。
恢复：停掉服务，pg_restore --clean --if-exists --dbname="$DATABASE_URL" register.dump，放回照片，再 npm run restore -- --after-external。`;
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
