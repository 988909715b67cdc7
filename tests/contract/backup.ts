import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settleRestored } from '../../server/store/open.ts';
import { region } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { options } from './world.ts';

export function backupContract(engine: Engine): void {
  const stage = stageOn(engine);

  describe('a database put back by its own tools', () => {
    const settle = async () =>
      accepted(await settleRestored(stage.place().url, options(stage.place().highWater, stage.next.epoch)));

    test('never issues a code twice once it is said so, even when the mark says that nothing is missing', async () => {
      const steps = fc.sample(fc.array(fc.constantFrom('issue', 'put back'), { minLength: 4, maxLength: 6 }), {
        numRuns: 3,
        seed: 11,
      });
      const issued: string[] = [];
      const issue = async () => {
        const store = await stage.open();
        for (const county of ['410105', '410202']) {
          issued.push(one(await stage.register(store, [{ region: region(county) }])).code ?? '');
        }
        await stage.closeAll();
      };
      await issue();
      const putBack = await stage.place().backup();
      for (const each of [...steps.flat(), 'put back', 'issue']) {
        if (each === 'issue') await issue();
        else {
          await putBack();
          const { before, after } = await settle();
          expect(after.epoch).not.toBe(before.epoch);
          expect(after.serialBase).toBeGreaterThan(before.serialBase);
        }
      }
      expect(new Set(issued).size).toBe(issued.length);
      expect(issued.length).toBeGreaterThan(8);
      expect((await (await stage.open()).verifyHistory()).brokenAt).toBeNull();
    });

    test('is settled by that for good: opened again it stays as it is', async () => {
      await stage.open();
      await stage.closeAll();
      const { after } = await settle();
      expect((await (await stage.open()).counter()).epoch).toBe(after.epoch);
    });
  });
}
