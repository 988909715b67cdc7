import { describe, expect, it } from 'vitest';
import { parseIso } from '../../../shared/kernel/instant.ts';
import { SETTING_DEFAULTS, type SettingRow, settingsFor } from '../../../shared/station/settings.ts';
import { union } from './sample.ts';

const parents = new Map([
  [union('000000'), null],
  [union('410000'), union('000000')],
  [union('410100'), union('410000')],
  [union('410102'), union('410100')],
  [union('320000'), union('000000')],
]);

function at(text: string) {
  const instant = parseIso(text);
  if (instant === null) throw new Error(text);
  return instant;
}

function row(who: string, key: string, value: unknown): SettingRow {
  return { union: union(who), key, value, from: '2026-01-01' };
}

const NOW = at('2026-11-26T14:20:00+08:00');

describe('the settings of a union', () => {
  it('are the national defaults while nobody set anything', () => {
    expect(settingsFor(union('410102'), { rows: [], parents }, NOW)).toEqual(SETTING_DEFAULTS);
    expect(settingsFor(union('unheard-of'), { rows: [], parents }, NOW)).toEqual(SETTING_DEFAULTS);
  });

  it('are those of the nearest ancestor, key by key, in whatever order the rows come', () => {
    const rows = [
      row('410100', 'notice-days', 10),
      row('410000', 'notice-days', 15),
      row('000000', 'notice-days', 30),
      row('000000', 'rectify-days', 20),
      row('320000', 'rectify-days', 3),
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const settings = settingsFor(union('410102'), { rows: order, parents }, NOW);
      expect(settings['notice-days']).toBe(10);
      expect(settings['rectify-days']).toBe(20);
      expect(settings['hours-old-days']).toBe(180);
    }
    expect(settingsFor(union('410000'), { rows, parents }, NOW)['notice-days']).toBe(15);
  });

  it('begin on their day in Shanghai, and the latest begun holds', () => {
    const rows = [
      { ...row('410102', 'notice-days', 9), from: '2026-12-01' },
      { ...row('410102', 'notice-days', 8), from: '2026-11-01' },
    ];
    const days = (when: string) => settingsFor(union('410102'), { rows, parents }, at(when))['notice-days'];
    expect(days('2026-10-31T23:59:00+08:00')).toBe(7);
    expect(days('2026-11-30T23:59:00+08:00')).toBe(8);
    expect(days('2026-11-30T16:00:00Z')).toBe(9);
  });

  it('skip unknown keys, values of another type, impossible numbers and unreadable patterns', () => {
    const rows = [
      row('410102', 'nonsense', 1),
      row('410102', 'constructor', 1),
      row('410102', 'notice-days', '7'),
      row('410102', 'rectify-days', -1),
      row('410102', 'relocate-metres', Number.NaN),
      row('410102', 'county-approves', 1),
      row('410102', 'federation-code-pattern', '('),
    ];
    expect(settingsFor(union('410102'), { rows, parents }, NOW)).toEqual(SETTING_DEFAULTS);
  });

  it('come to an end when the tree has a loop', () => {
    const loop = new Map([
      [union('a'), union('b')],
      [union('b'), union('a')],
    ]);
    expect(settingsFor(union('a'), { rows: [row('b', 'notice-days', 5)], parents: loop }, NOW)['notice-days']).toBe(5);
  });
});
