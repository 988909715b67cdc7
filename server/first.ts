import { createHash, randomBytes } from 'node:crypto';
import { instant } from '../shared/kernel/instant.ts';
import { sentence } from '../shared/words/sentence.ts';
import { sow } from './feature/seed/sow.ts';
import type { World } from './open.ts';

const now = () => instant(Date.now());

/** An empty register on a trial machine gets labelled synthetic stations, so that there is something to look at. */
export async function sowFirst({ env, store, regions, photos }: World): Promise<void> {
  if (env.NODE_ENV === 'production' || env.SEED_STATIONS === 0) return;
  if ((await store.staleness()).some(({ rows, changes }) => rows + changes > 0)) return;
  console.log(`登记册是空的，正在生成 ${env.SEED_STATIONS} 个示例站点…`);
  const sown = await sow(
    { count: env.SEED_STATIONS, seed: 7 },
    {
      store,
      regions,
      photos: photos.stations,
      now,
      randomId,
      hashOf: sha256,
    },
  );
  if (!sown.ok) throw new Error(sentence(sown.refusal));
}

/** 128 bit as 32 hex digits. */
export function randomId(): string {
  return randomBytes(16).toString('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
