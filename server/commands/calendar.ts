import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { instant } from '../../shared/kernel/instant.ts';
import type { Refusal } from '../../shared/kernel/refusal.ts';
import { checkCalendarYear } from '../../shared/station/hours-calendar-check.ts';
import { NATION } from '../../shared/station/region.ts';
import type { UnionId } from '../../shared/station/station.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { openWorld } from '../open.ts';

const [path] = process.argv.slice(2);
process.exitCode =
  path === undefined ? fail('用法：npm run calendar -- 2027.json（写法见 data/README.md）') : await run(path);

async function run(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return refused({ kind: 'file-missing', name: file });
  const year = checkCalendarYear(jsonOf(text));
  if (!year.ok) return refused(year.refusal);
  const world = await openWorld();
  if (!world.ok) return refused(world.refusal);
  const done = await world.value.store.putCalendarYear(year.value, {
    commandId: randomBytes(16).toString('hex'),
    actor: { id: 'system', union: NATION as string as UnionId },
    bodyHash: createHash('sha256').update(text).digest('hex'),
    at: instant(Date.now()),
  });
  await world.value.close();
  if (!done.ok) return refused(done.refusal);
  console.log(`${year.value.year} 年的节假日已写入。服务不用重启，手机下次同步时得到。`);
  return 0;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refused(refusal: Refusal): number {
  return fail(sentence(refusal));
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
