import { describe, expect, test } from 'vitest';
import type { Store } from '../../server/store/port.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { changed, command, newStation, registered } from './world.ts';

export function concurrencyContract(engine: Engine): void {
  const stage = stageOn(engine);
  const register = async (store: Store) =>
    accepted(await store.commit(command(stage.next.command()), () => ok([registered(newStation(stage.next.id()))])));

  describe('two servers on one database', () => {
    test('committing fifty each at once number them without a gap and never issue a code twice', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const receipts = await Promise.all(Array.from({ length: 100 }, (_, i) => register(i % 2 === 0 ? a : b)));
      const seqs = receipts.map((receipt) => receipt.seq).sort((x, y) => x - y);
      expect(seqs).toEqual(Array.from({ length: 100 }, (_, i) => 4 + i));
      expect(new Set(receipts.flatMap((receipt) => receipt.stations.map((s) => s.code))).size).toBe(100);
      expect(new Set(receipts.map((receipt) => receipt.at)).size).toBe(100);
      expect(await a.verifyHistory()).toEqual({ rows: 103, brokenAt: null });
    }, 30_000);

    test('let no reader step over a number, however the commits interleave', async () => {
      const [a, b, reader] = [await stage.open(), await stage.open(), await stage.open()];
      let writing = true;
      const writes = Promise.all(Array.from({ length: 60 }, (_, i) => register(i % 2 === 0 ? a : b))).then(() => {
        writing = false;
      });
      const seen: number[] = [];
      for (let after = 0, last = false; !last; ) {
        // The last round begins after the last commit has been answered.
        last = !writing;
        const page = await reader.marksAfter('CN', { after, since: 0 }, 7);
        seen.push(...page.marks.map((mark) => mark.seq));
        after = page.done ? page.upTo : (page.marks[page.marks.length - 1]?.seq ?? after);
        last = last && page.done;
      }
      await writes;
      expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => 4 + i));
    }, 30_000);

    test('read one state while others write', async () => {
      const [writer, reader] = [await stage.open(), await stage.open()];
      await stage.register(
        writer,
        Array.from({ length: 1200 }, () => ({})),
      );
      const { seq } = await reader.counter();
      let pages = 0;
      const names = new Set<string>();
      const at = await reader.eachPublished('CN', async (rows) => {
        if (pages++ === 0) await register(writer);
        for (const { row } of rows) names.add(row.code);
      });
      expect([at.seq, names.size]).toEqual([seq, 1200]);
      expect((await reader.counter()).seq).toBe(seq + 1);
    }, 30_000);

    test('given the same command at once do it once', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const station = newStation(stage.next.id());
      const ask = (store: Store) => store.commit(command('d'.repeat(32)), () => ok([registered(station)]));
      const [first, ...others] = await Promise.all([ask(a), ask(b), ask(a), ask(b)]);
      expect(others).toEqual([first, first, first]);
      expect((await a.counter()).seq).toBe(4);
    });

    test('editing one record at once lose no edit', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const station = one(await stage.register(a, [{ area: 0 }]));
      const grow = async (store: Store) =>
        accepted(
          await store.commit(command(stage.next.command(), { load: [station.id] }), ([now]) =>
            now ? ok([changed(now, { area: (now.area ?? 0) + 1 })]) : ok([]),
          ),
        );
      await Promise.all(Array.from({ length: 20 }, (_, i) => grow(i % 2 === 0 ? a : b)));
      expect(one(await a.stationsById([station.id]))).toMatchObject({ area: 20, rev: 21 });
    }, 30_000);
  });
}
