import { describe, expect, it } from 'vitest';
import { TASKS } from '../../../shared/actor/may.ts';
import type { Datum } from '../../../shared/geo/point.ts';
import { AMENITIES, AMENITY_STATES } from '../../../shared/station/amenity.ts';
import { EXIT_REASONS } from '../../../shared/station/command.ts';
import { FUNCTIONS, STEPS } from '../../../shared/station/lifecycle.ts';
import * as station from '../../../shared/station/station.ts';
import * as words from '../../../shared/words/station.ts';
import { FUNCTION_WORDS, STEP_WORDS, TASK_WORDS } from '../../../shared/words/step.ts';

const DATUMS: readonly Datum[] = ['gcj02', 'wgs84', 'bd09', 'cgcs2000'];

/** Both directions: every code has a word, and no word is left of a code that is gone. */
const PAIRS: readonly (readonly [string, readonly string[], { readonly [code: string]: string }])[] = [
  ['amenities', AMENITIES, words.AMENITY_WORDS],
  ['amenity states', AMENITY_STATES, words.AMENITY_STATE_WORDS],
  ['kinds', station.KINDS, words.KIND_WORDS],
  ['statuses', station.STATUSES, words.STATUS_WORDS],
  ['access modes', station.ACCESS_MODES, words.ACCESS_WORDS],
  ['entrants', station.ENTRANTS, words.ENTRANT_WORDS],
  ['host types', station.HOST_TYPES, words.HOST_TYPE_WORDS],
  ['builds', station.BUILDS, words.BUILD_WORDS],
  ['operations', station.OPERATIONS, words.OPERATION_WORDS],
  ['tiers', station.TIERS, words.TIER_WORDS],
  ['origins', station.ORIGINS, words.ORIGIN_WORDS],
  ['verifications', station.VERIFICATIONS, words.VERIFIED_WORDS],
  ['point methods', station.POINT_METHODS, words.POINT_METHOD_WORDS],
  ['honour levels', station.HONOUR_LEVELS, words.HONOUR_WORDS],
  ['datums', DATUMS, words.DATUM_WORDS],
  ['exit reasons', EXIT_REASONS, words.EXIT_REASON_WORDS],
  ['steps', STEPS, STEP_WORDS],
  ['functions', FUNCTIONS, FUNCTION_WORDS],
  ['tasks', TASKS, TASK_WORDS],
];

describe('the words of a station', () => {
  it.each(PAIRS)('cover all %s and nothing else', (_, codes, table) => {
    expect(Object.keys(table).sort()).toEqual([...codes].sort());
    for (const word of Object.values(table)) expect(word).toMatch(/[\u4e00-\u9fff]/);
    expect(new Set(Object.values(table)).size).toBe(codes.length);
  });

  it('are those of the visual direction', () => {
    expect(words.ACCESS_WORDS['open-door']).toBe('推门就进');
    expect(words.ACCESS_WORDS['ask-staff']).toBe('跟店员说一声');
    expect(words.AMENITY_STATE_WORDS.broken).toBe('坏了，在修');
    expect(words.ORIGIN_WORDS.synthetic).toBe('示例数据');
    expect(words.VERIFIED_WORDS.unverified).toBe('未核实');
  });
});
