import { expect, test } from 'vitest';
import { batchKey, keepBatch, leftBatches } from '../../../../web/admin/stations/batch/kept-batch.ts';
import { confirming, type Job, summaryText, suspending } from '../../../../web/admin/stations/batch/steps.ts';
import { forThisVisit } from '../../../../web/platform/key-value.ts';

const job = (n: number, state: Job['state']): Job => ({
  item: { id: String(n).padStart(32, 'a'), name: `第 ${n} 个`, rev: n },
  command: String(n).padStart(32, 'b'),
  state,
});

test('a batch left in the middle says what was done; the one under way is asked again under its id', () => {
  const notes = forThisVisit();
  const [mine, later, others] = [batchKey('li', '1'), batchKey('li', '2'), batchKey('wang', '1')];
  const jobs = [job(1, { kind: 'done' }), job(2, { kind: 'doing' }), job(3, { kind: 'waiting' })];
  keepBatch(notes, mine, { step: suspending('水管改造', null), jobs, at: 1 });
  keepBatch(notes, later, { step: confirming(), jobs: jobs.slice(0, 1), at: 2 });
  keepBatch(notes, others, { step: confirming(), jobs, at: 3 });
  notes.put(batchKey('li', '3'), '{"version":1,"step":{"kind":"merge"},"jobs":[],"at":4}');
  notes.put(batchKey('li', '4'), '{');
  const keys = [mine, later, others, batchKey('li', '3'), batchKey('li', '4'), 'desk-draft li new'];
  const [newest, left, ...more] = leftBatches(notes, 'li', keys);
  expect([newest?.key, left?.key, more]).toEqual([later, mine, []]);
  expect(summaryText(left?.jobs ?? [])).toBe('办好 1 个，没连上 1 个，没办 1 个');
  expect(left?.jobs[1]).toEqual({ ...jobs[1], state: { kind: 'unanswered', why: '离开时还没等到答复' } });
  expect(left?.step).toEqual({ kind: 'suspend', reason: '水管改造', until: null });
});
