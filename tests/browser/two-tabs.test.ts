import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { blink, hero, openList, openStage, type Stage, settled } from './stage.ts';

let stage: Stage;
let desk: Desk;
beforeAll(async () => {
  stage = await openStage();
  desk = await openDesk(stage.folder);
});
afterAll(async () => {
  await desk.close();
  await stage.close();
});

test('two tabs show the same change, and it crosses the net once', async () => {
  const phone = await stage.phone();
  const one = await openList(phone, stage.origin);
  await settled(one);
  stage.door.asked.length = 0;
  const two = await openList(phone, stage.origin);
  // A tab that opens looks once; the calendar is the end of its look.
  await expect.poll(() => stage.door.asked.some(({ path }) => path.startsWith('/api/v1/calendar'))).toBe(true);
  await desk.does(await desk.find('德化街'), { kind: 'revise', patch: { name: '新名字驿站' } });
  stage.door.asked.length = 0;
  await blink(phone);
  for (const tab of [one, two]) await hero(tab).getByText('新名字驿站').waitFor();
  const feeds = stage.door.asked.map(({ path }) => new URL(path, stage.origin)).filter(isCityFeed);
  const cursors = feeds.map(({ searchParams }) => Number(searchParams.get('after')));
  expect(cursors.length).toBeGreaterThan(0);
  expect(cursors.filter((cursor) => cursor === Math.min(...cursors))).toHaveLength(1);
  expect(stage.door.asked.filter(({ path }) => path.startsWith('/packs/'))).toEqual([]);
  await phone.close();
});

function isCityFeed({ pathname, searchParams }: URL): boolean {
  return pathname === '/api/v1/feed' && searchParams.get('region') === '410100';
}
