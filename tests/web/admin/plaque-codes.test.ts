import { describe, expect, test } from 'vitest';
import { readCodes } from '../../../web/admin/plaques/codes.ts';
import { crowdOf, lengthOf } from '../../../web/admin/plaques/crowd.ts';

describe('codes as people paste them', () => {
  test('may stand in groups, one a line or by commas, and each counts once', () => {
    const text =
      '410102 1 000037 91\n410102100003791，\r\n４１０１０２１００００３７９１;  \n不是编码\n410102100003792';
    expect(readCodes(text)).toEqual({ codes: ['410102100003791'], wrong: ['不是编码', '410102100003792'] });
    expect(readCodes(' \n,')).toEqual({ codes: [], wrong: [] });
  });
});

describe('what does not fit at full size', () => {
  test('is told by the length of the name and the hours', () => {
    expect(['德化街爱心驿站', '长'.repeat(14), '长'.repeat(27), '长'.repeat(61)].map(lengthOf)).toEqual([
      'short',
      'long',
      'longer',
      'longest',
    ]);
    expect(crowdOf({ name: '短', hours: ['每天 24 小时'] })).toBe('none');
    expect(crowdOf({ name: '长'.repeat(27), hours: [] })).toBe('some');
    expect(crowdOf({ name: '短', hours: ['一', '二', '三', '四', '五'] })).toBe('much');
  });
});
