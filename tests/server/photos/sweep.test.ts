import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepUnsaved } from '../../../server/feature/photos/sweep.ts';
import { type Desk, newFacts, openDesk, opened, told } from '../desk/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.close());

const DAY = 86_400_000;
const shelf = () => join(desk.server.folder, 'photos/stations');
const sweep = () => sweepUnsaved(desk.server.deps);

async function upload(shade: number): Promise<string> {
  const background = { r: shade, g: shade, b: shade };
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background } })
    .png()
    .toBuffer();
  const { body } = await told(desk.wang.upload('/api/v1/desk/photos?union=410102', bytes));
  await age(body.name, 0);
  return body.name;
}

/** As if it had been put there so many days ago. */
async function age(name: string, days: number): Promise<void> {
  const seconds = (desk.server.clock.now - days * DAY) / 1000;
  await utimes(join(shelf(), name.slice(0, 2), `${name}.webp`), seconds, seconds);
}

async function onShelf(): Promise<readonly string[]> {
  const files = await readdir(shelf(), { recursive: true });
  return files.flatMap((file) => /([0-9a-f]{32})\.webp$/.exec(file)?.[1] ?? []).sort();
}

describe('photos that were uploaded and never saved', () => {
  test('leave after a month; those of a draft, and of what a station was once, stay', async () => {
    const [lost, young, drafted, past, present] = [
      await upload(10),
      await upload(60),
      await upload(110),
      await upload(160),
      await upload(210),
    ];
    const draft = { kind: 'draft', facts: newFacts({ photos: [drafted] }) };
    expect((await desk.step(desk.wang, desk.newId(), draft)).status).toBe(200);
    const id = await opened(desk, { photos: [past] });
    const { rev } = await desk.station(id);
    const replaced = { kind: 'revise', patch: { photos: [present] }, basedOn: rev, reason: null };
    expect((await desk.step(desk.wang, id, replaced)).status).toBe(200);
    for (const name of [lost, drafted, past, present]) await age(name, 31);
    await age(young, 29);
    expect(await sweep()).toBe(1);
    expect(await onShelf()).toEqual([young, drafted, past, present].sort());
    expect(await sweep()).toBe(0);
  });

  test('stay when they are named at last, also while the others are looked through', async () => {
    const name = await upload(35);
    await age(name, 31);
    const named = desk.step(desk.wang, desk.newId(), { kind: 'draft', facts: newFacts({ photos: [name] }) });
    const [saved] = await Promise.all([named, sweep()]);
    expect([saved.status, (await onShelf()).includes(name)]).toEqual([200, true]);
    await age(name, 31);
    expect(await sweep()).toBe(0);
  });
});
