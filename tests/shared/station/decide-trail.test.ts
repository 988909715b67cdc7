import { describe, expect, it } from 'vitest';
import { backOf, openObjections, type TrailRow, tookPart, trailOf } from '../../../shared/station/trail.ts';
import { at } from './ledger.ts';

const NOW = at('2026-11-26T14:20:00+08:00');

function row(step: string, after: TrailRow['after'], actor = 'wang'): TrailRow {
  return { step, actor, at: NOW, reason: null, after };
}

const note = { reason: '水管改造', since: '2026-11-26', until: null };

describe('the trail of a station', () => {
  it('is read from history rows that hold changed fields only', () => {
    const trail = trailOf([
      row('import', { status: 'active', statusNote: null, name: '站' }),
      row('revise', { entrance: '北门' }),
      row('suspend', { status: 'suspended', statusNote: note }),
      row('resume', { status: 'active', statusNote: null }),
    ]);
    expect(trail.map(({ from, to }) => [from, to])).toEqual([
      [null, 'active'],
      ['active', 'active'],
      ['active', 'suspended'],
      ['suspended', 'active'],
    ]);
    expect(trail[2]?.note).toEqual(note);
    expect(trail[3]?.note).toBe(null);
  });

  it('throws on a step or a status nobody knows: history is our own', () => {
    expect(() => trailOf([row('explode', { status: 'active' })])).toThrow('explode');
    expect(() => trailOf([row('revise', { entrance: '北门' })])).toThrow('without a status');
    expect(() => trailOf([row('import', { status: 'gone' })])).toThrow('without a status');
  });

  it('leads back to nothing while no case is open', () => {
    expect(backOf([])).toBe(null);
    expect(backOf(trailOf([row('import', { status: 'suspended', statusNote: note })]))).toBe(null);
    const closed = [
      row('import', { status: 'active' }),
      row('suspend', { status: 'suspended' }),
      row('resume', { status: 'active' }),
    ];
    expect(backOf(trailOf(closed))).toBe(null);
    expect(backOf(trailOf(closed.slice(0, 2)))).toEqual({ status: 'active', note: null });
  });

  it('leads back to nothing once the station has left, returned or won its objection', () => {
    const leaving = [
      row('import', { status: 'active' }),
      row('suspend', { status: 'suspended' }),
      row('propose-exit', { status: 'exit-proposed' }),
      row('open-notice', { status: 'exit-notice' }),
    ];
    expect(backOf(trailOf(leaving))?.status).toBe('suspended');
    const retired = [...leaving, row('retire', { status: 'retired' })];
    expect(backOf(trailOf(retired))).toBe(null);
    expect(backOf(trailOf([...retired, row('reinstate', { status: 'active' })]))).toBe(null);
    expect(backOf(trailOf([...leaving, row('uphold-objection', { status: 'active' })]))).toBe(null);
    const mending = trailOf([...leaving, row('uphold-objection', { status: 'rectifying' })]);
    expect(backOf(mending)).toEqual({ status: 'active', note: null });
  });

  it('remembers everybody who wrote a draft, and of other steps the last', () => {
    const trail = trailOf([
      row('draft', { status: 'draft' }, 'wang'),
      row('draft', {}, 'li'),
      row('submit', { status: 'submitted' }, 'wang'),
      row('return', { status: 'returned' }, 'zhao'),
      row('submit', { status: 'submitted' }, 'li'),
    ]);
    expect(['wang', 'li', 'zhao'].map((who) => tookPart(trail, ['draft'], who))).toEqual([true, true, false]);
    expect(['wang', 'li', 'zhao'].map((who) => tookPart(trail, ['submit'], who))).toEqual([false, true, false]);
    expect(tookPart(trail, [], 'li')).toBe(false);
  });

  it('counts the objections to the notice that is open', () => {
    const notice = [
      row('import', { status: 'exit-proposed' }),
      row('open-notice', { status: 'exit-notice' }),
      row('record-objection', {}),
      row('record-objection', {}),
      row('dismiss-objection', {}),
    ];
    expect(openObjections(trailOf(notice))).toBe(1);
    expect(openObjections(trailOf([...notice, row('dismiss-objection', {}), row('dismiss-objection', {})]))).toBe(0);
    const again = [row('withdraw-notice', { status: 'exit-proposed' }), row('open-notice', { status: 'exit-notice' })];
    expect(openObjections(trailOf([...notice, ...again]))).toBe(0);
  });
});
