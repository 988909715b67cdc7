import { describe, expect, test } from 'vitest';
import { ok } from '../../shared/kernel/result.ts';
import { union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { changed, command } from './world.ts';

const name = (digit: string) => digit.repeat(32);

export function photosContract(engine: Engine): void {
  const stage = stageOn(engine);

  describe('photos that are named', () => {
    test('are those of records, of what records were, and of revisions; a name nobody wrote is not among them', async () => {
      const store = await stage.open();
      const before = one(await stage.register(store, [{ photos: [name('a'), name('b')] }]));
      await stage.register(store, [{}]);
      await stage.apply(store, [changed(before, { photos: [name('c')] })]);
      const patch = { photos: [name('d')] };
      const propose = { id: stage.next.command(), station: before.id, reason: null, basedOn: 2, before: {}, patch };
      const nothing = { changes: [], answer: null, tasks: [], voidTasks: false, contactsTo: null };
      const by = command(stage.next.command(), { actor: { id: 'wang', union: union('410105') } });
      accepted(await store.takeStep(by, { station: before.id, successor: null }, () => ok({ ...nothing, propose })));
      const named = new Set<string>();
      await store.eachPhotoNamed((names) => {
        for (const each of names) named.add(each);
      });
      expect('abcde'.split('').filter((digit) => named.has(name(digit)))).toEqual(['a', 'b', 'c', 'd']);
    });
  });
}
