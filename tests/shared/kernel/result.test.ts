import { describe, expect, it } from 'vitest';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';

function half(n: number): Result<number> {
  return n % 2 === 0 ? ok(n / 2) : refuse({ kind: 'field-type', field: 'n', expected: 'even' });
}

describe('a result', () => {
  it('is either the value or the refusal, as plain data', () => {
    expect(half(4)).toEqual({ ok: true, value: 2 });
    expect(half(3)).toEqual({ ok: false, refusal: { kind: 'field-type', field: 'n', expected: 'even' } });
    expect(JSON.parse(JSON.stringify(half(3)))).toEqual(half(3));
  });
});
