import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { hoursFromKey, hoursKey } from '../../../shared/station/hours-key.ts';
import { anyHours } from './hours-any.ts';
import { spans, week, weekly } from './hours-make.ts';

it('gives equal hours one key, whatever the published text and the order of spans', () => {
  const one = weekly(week('8:00-12:00,14:00-18:00'), { raw: '早八点' });
  const other = weekly(week('14:00-18:00,8:00-12:00'), { raw: null });
  expect(hoursKey(one)).toBe(hoursKey(other));
});

it('is the text that its format says', () => {
  const hours = { ...UNKNOWN_HOURS, holidays: { kind: 'spans' as const, spans: spans('9:00-12:00') } };
  expect(hoursKey(hours)).toBe('["unknown",[[540,720]],[],[]]');
});

it('comes back from its key as the same hours without the published text', () => {
  fc.assert(
    fc.property(anyHours, (hours) => {
      const back = hoursFromKey(hoursKey(hours));
      expect(back === null ? null : hoursKey(back)).toBe(hoursKey(hours));
      expect(back?.raw).toBeNull();
    }),
    { numRuns: 200 },
  );
});

it('knows what is no key', () => {
  const texts = [
    '',
    '{}',
    '["always"]',
    '["sometimes","same",[],[]]',
    '[[[],[],[],[],[],[]],"same",[],[]]',
    '["always",[[1440,1500]],[],[]]',
    '["always",[[60,60]],[],[]]',
    '["always","same",[["13-01","01-01",[[],[],[],[],[],[],[]]]],[]]',
    '["always","same",[],[["2026-02-30","2026-03-01",[],""]]]',
  ];
  for (const text of texts) expect(hoursFromKey(text), text).toBeNull();
});
