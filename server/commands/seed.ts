import { createHash, randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { instant } from '../../shared/kernel/instant.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { sow } from '../feature/seed/sow.ts';
import { openWorld } from '../open.ts';

const USAGE = '用法：npm run seed -- [--stations 186100] [--seed 7]';
const OPTIONS = {
  stations: { type: 'string', default: '20000' },
  seed: { type: 'string', default: '7' },
} as const;

const values = valuesOf();
process.exitCode = values ? await run(Number(values.stations), Number(values.seed)) : fail(USAGE);

function valuesOf() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch {
    return null; // An option there is not: how the command is used says which there are.
  }
}

async function run(count: number, seed: number): Promise<number> {
  if (!(Number.isInteger(count) && count >= 1 && count <= 1_000_000))
    return fail('--stations 是 1 到 1000000 的整数。');
  if (!Number.isInteger(seed)) return fail('--seed 是整数。');
  const world = await openWorld();
  if (!world.ok) return fail(sentence(world.refusal));
  const { env, store, regions, photos, close } = world.value;
  try {
    if (env.NODE_ENV === 'production') return fail('生产环境不生成示例站点。要在别处试，去掉 NODE_ENV=production。');
    const sown = await sow(
      { count, seed },
      {
        store,
        regions,
        photos: photos.stations,
        now: () => instant(Date.now()),
        randomId: () => randomBytes(16).toString('hex'),
        hashOf: (body) => createHash('sha256').update(body).digest('hex'),
      },
    );
    if (!sown.ok) return fail(sentence(sown.refusal));
    console.log(`已生成 ${sown.value} 个示例站点（种子 ${seed}）。`);
    return 0;
  } finally {
    await close();
  }
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
