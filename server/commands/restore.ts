import { resolve } from 'node:path';
import { instant, isoText } from '../../shared/kernel/instant.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { argumentsOf, type Said } from '../arguments.ts';
import { environment } from '../environment.ts';
import { loadRegions } from '../feature/regions/read.ts';
import { type RegisterPlace, registerOf } from '../open.ts';
import { restoreBackup, settleExternal } from '../store/backup-restore.ts';
import { isServed, type Restored } from '../store/open.ts';
import { SERIAL_JUMP } from '../store/settle.ts';

const USAGE = `用法：npm run restore -- 文件名.tar
      npm run restore -- --after-external    数据库已用 pg_restore 等别的工具恢复好以后`;
const OPTIONS = { 'after-external': { type: 'boolean', default: false } } as const;

const args = argumentsOf(OPTIONS);
process.exitCode = args ? await run(args) : fail(USAGE);

type Args = Said<typeof OPTIONS>;

async function run({ values, positionals: [name, ...more] }: Args): Promise<number> {
  const isExternal = values['after-external'];
  if (more.length > 0 || isExternal !== (name === undefined)) return fail(USAGE);
  const env = environment();
  if (!env.ok) return fail(sentence(env.refusal));
  const place = registerOf(env.value, loadRegions());
  return name === undefined ? settle(place) : restore(place, resolve(name));
}

async function restore({ url, photos, options }: RegisterPlace, file: string): Promise<number> {
  if (isServed(url)) return fail(sentence({ kind: 'backup-not-here' }));
  const done = await restoreBackup({ file, url, photos, options });
  if (!done.ok) return fail(sentence(done.refusal));
  const { manifest, kept } = done.value;
  const { stations, history, photos: pictures } = manifest.counts;
  console.log(`已恢复到 ${isoText(instant(manifest.asOf))} 的样子（备份做于 ${isoText(instant(manifest.madeAt))}）。
站点 ${stations} 个，操作日志 ${history} 条，照片 ${pictures} 张。`);
  console.log(afterText(done.value));
  if (kept !== null) console.log(`原来的数据库没有删，在 ${kept}。`);
  return 0;
}

async function settle({ url, options }: RegisterPlace): Promise<number> {
  const done = await settleExternal(url, options);
  if (!done.ok) return fail(sentence(done.refusal));
  console.log('已按外部恢复的数据库接着用。');
  console.log(afterText(done.value));
  return 0;
}

function afterText({ after, hasMark }: Restored): string {
  const lines = [
    '手机下次同步时会重新下载名单。',
    `新发的编码，每个区县的序号跳过至少 ${SERIAL_JUMP} 个再继续；还没发过编码的区县从 ${after.serialBase + 1} 开始。`,
    '所有人要重新登录，没用掉的邀请作废。',
  ];
  if (!hasMark) {
    lines.push(
      `高水位文件和原来的数据库都不在：如果备份以后有区县发过 ${SERIAL_JUMP} 个以上的编码，不要继续发码，先核对。`,
    );
  }
  return lines.join('\n');
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
