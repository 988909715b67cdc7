import { describe, expect, it } from 'vitest';
import {
  type From,
  isAtLeast,
  isStep,
  LEVELS,
  LIFECYCLE,
  mayStep,
  STEPS,
  type Step,
} from '../../../shared/station/lifecycle.ts';
import { PUBLISHED, STATUSES } from '../../../shared/station/station.ts';

const FROMS: readonly From[] = ['none', ...STATUSES];

/**
 * Written by hand from the rules. One letter per status, in this order:
 * none | draft submitted returned approved | active suspended rectifying exit-proposed exit-notice | retired merged relocated abandoned
 */
const ALLOWED: { readonly [S in Step]: string } = {
  draft: 'y y.y. ..... ....',
  submit: '. y.y. ..... ....',
  withdraw: '. .y.. ..... ....',
  import: 'y .y.. ..... ....',
  'accept-flagged': '. .y.. ..... ....',
  return: '. .y.. ..... ....',
  approve: '. .y.. ..... ....',
  accept: '. ...y ..... ....',
  abandon: '. ...y ..... ....',
  revise: '. .... y.yyy ....',
  confirm: '. .... y.yyy ....',
  relocate: '. .... yy... ....',
  suspend: '. .... y.yyy ....',
  resume: '. .... .y... ....',
  rectify: '. .... yy... ....',
  'pass-recheck': '. .... ..y.. ....',
  'propose-exit': '. .... yyy.. ....',
  'reject-exit': '. .... ...y. ....',
  'open-notice': '. .... ...y. ....',
  'withdraw-notice': '. .... ....y ....',
  'record-objection': '. .... ....y ....',
  'uphold-objection': '. .... ....y ....',
  'dismiss-objection': '. .... ....y ....',
  retire: '. .... ....y ....',
  merge: '. .... yy... ....',
  reinstate: '. .... ..... y...',
  'end-term': '. .... yyyyy ....',
};

describe('the life cycle', () => {
  it('allows exactly what the table written by hand allows', () => {
    let cells = 0;
    for (const step of STEPS) {
      const letters = [...ALLOWED[step].replaceAll(' ', '')];
      expect(letters.length, step).toBe(FROMS.length);
      for (const [i, status] of FROMS.entries()) {
        expect(mayStep(status, step), `${step} from ${status}`).toBe(letters[i] === 'y');
        cells += 1;
      }
    }
    expect(cells).toBe(27 * 14);
  });

  it('has no way out of merged, relocated and abandoned, and one out of retired', () => {
    for (const status of ['merged', 'relocated', 'abandoned'] as const) {
      expect(STEPS.filter((step) => mayStep(status, step))).toEqual([]);
    }
    expect(STEPS.filter((step) => mayStep('retired', step))).toEqual(['reinstate']);
  });

  it('lets no officer publish what was registered: only an approver accepts it', () => {
    const publishing = STEPS.filter(
      (step) =>
        LIFECYCLE[step].to.some((to) => PUBLISHED.some((status) => status === to)) &&
        !LIFECYCLE[step].from.every((from) => PUBLISHED.some((status) => status === from)),
    );
    expect(publishing.sort()).toEqual(['accept', 'accept-flagged', 'import', 'reinstate']);
    expect(LIFECYCLE.accept.by).toEqual(['approver']);
    expect(LIFECYCLE.reinstate.by).toEqual(['approver']);
  });

  it('asks for another person wherever somebody’s own work is judged', () => {
    const judged = STEPS.filter((step) => LIFECYCLE[step].notBy.length > 0).sort();
    expect(judged).toEqual([
      'accept',
      'approve',
      'dismiss-objection',
      'open-notice',
      'reinstate',
      'reject-exit',
      'retire',
      'return',
    ]);
  });

  it('knows its own steps and nothing else', () => {
    expect(STEPS.every(isStep)).toBe(true);
    expect(isStep('constructor')).toBe(false);
    expect(Object.keys(LIFECYCLE).sort()).toEqual([...STEPS].sort());
  });

  it('puts levels from the nation down', () => {
    expect(isAtLeast('nation', 'city')).toBe(true);
    expect(isAtLeast('city', 'city')).toBe(true);
    expect(isAtLeast('county', 'city')).toBe(false);
    expect(LEVELS.every((level) => isAtLeast(level, 'town'))).toBe(true);
  });
});
