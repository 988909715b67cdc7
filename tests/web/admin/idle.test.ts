import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idleAt, WARN_MS } from '../../../web/admin/sign/idle.ts';

const DAY_MS = 86_400_000;

describe('a session that nobody uses', () => {
  test('is left alone until a minute before its end, warned of then, and over at its end', () => {
    const lasting = { expiresAt: 1_000_000, endsAt: 9_000_000 };
    expect(idleAt(lasting, 1_000_000 - WARN_MS - 5000)).toEqual({ kind: 'wait', ms: 5000 });
    expect(idleAt(lasting, 1_000_000 - WARN_MS)).toEqual({ kind: 'warn', seconds: 60, canExtend: true });
    expect(idleAt(lasting, 999_999)).toEqual({ kind: 'warn', seconds: 1, canExtend: true });
    expect(idleAt(lasting, 1_000_000)).toEqual({ kind: 'over' });
  });

  test('cannot be put off beyond its last hour', () => {
    expect(idleAt({ expiresAt: 1000, endsAt: 1000 }, 500)).toEqual({ kind: 'warn', seconds: 1, canExtend: false });
  });

  test('is never waited for longer than timers count, nor past the moment to warn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8e15 }), fc.integer({ min: 0, max: 400 * DAY_MS }), (expiresAt, before) => {
        const now = expiresAt - before;
        const found = idleAt({ expiresAt, endsAt: expiresAt }, now);
        expect(found.kind === 'wait').toBe(before > WARN_MS);
        if (found.kind !== 'wait') return;
        expect(found.ms).toBeGreaterThan(0);
        expect(found.ms).toBeLessThan(2 ** 31);
        expect(now + found.ms).toBeLessThanOrEqual(expiresAt - WARN_MS);
      }),
    );
  });
});
