import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { type ObjectionRow, objectionStandings } from '../../../shared/station/objection.ts';
import { openObjections, type Trail } from '../../../shared/station/trail.ts';

const row = (step: string, n: number): ObjectionRow => ({
  commandId: `c${n}`,
  step,
  at: instant(n),
  reason: `${step}${n}`,
});
const STEPS = ['open-notice', 'record-objection', 'dismiss-objection', 'uphold-objection', 'revise'] as const;

describe('objections to a notice', () => {
  test('are answered by dismissals one by one, the oldest first, and by upholding all at once', () => {
    const rows = [
      'open-notice',
      'record-objection',
      'record-objection',
      'record-objection',
      'dismiss-objection',
      'revise',
      'uphold-objection',
    ].map(row);
    const all = objectionStandings(rows);
    expect(all.get('c1')).toEqual({ state: 'dismissed', answer: 'dismiss-objection4', answeredAt: 4 });
    expect(all.get('c2')).toEqual({ state: 'upheld', answer: 'uphold-objection6', answeredAt: 6 });
    expect(all.get('c3')).toEqual(all.get('c2'));
    expect(all.size).toBe(3);
  });

  test('that are open when the notice is withdrawn have nothing left to object to', () => {
    const all = objectionStandings(['record-objection', 'withdraw-notice', 'open-notice', 'record-objection'].map(row));
    expect(all.get('c0')).toMatchObject({ state: 'lapsed', answer: 'withdraw-notice1' });
    expect(all.get('c3')).toEqual({ state: 'open', answer: null, answeredAt: null });
  });

  test('are as many open ones as the life cycle counts, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (steps) => {
        const rows = steps.map(row);
        const trail: Trail = rows.map(({ at, reason }, i) => ({
          step: steps[i] ?? 'revise',
          actor: 'a',
          at,
          from: 'exit-notice',
          to: 'exit-notice',
          note: null,
          reason,
        }));
        const open = [...objectionStandings(rows).values()].filter(({ state }) => state === 'open');
        expect(open.length).toBe(openObjections(trail));
      }),
    );
  });
});
