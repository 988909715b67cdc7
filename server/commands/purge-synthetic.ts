import { sentence } from '../../shared/words/sentence.ts';
import { openWorld } from '../open.ts';

const world = await openWorld();
if (world.ok) {
  const purged = await world.value.store.purgeSynthetic();
  await world.value.close();
  console.log(`已清除 ${purged} 个示例站点。手机下次同步时会从名单里去掉它们。`);
} else {
  console.error(sentence(world.refusal));
  process.exitCode = 1;
}
