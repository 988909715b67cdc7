import { describe, expect, it } from 'vitest';
import { REPORT_KINDS } from '../../../shared/report/report.ts';
import { AMENITIES } from '../../../shared/station/amenity.ts';
import { EXIT_REASONS } from '../../../shared/station/command.ts';
import { type IndicatorId, TABLES } from '../../../shared/stats/definition.ts';
import {
  counting,
  foldIn,
  INDICATORS,
  indicator,
  indicatorsOf,
  versionIn,
} from '../../../shared/stats/definitions/all.ts';
import { AMENITY_NAMES } from '../../../shared/stats/definitions/amenity-names.ts';
import { EXIT_NAMES } from '../../../shared/stats/definitions/exit-names.ts';
import { define, reworded } from '../../../shared/stats/definitions/make.ts';
import { REPORT_NAMES } from '../../../shared/stats/definitions/report-names.ts';
import { difference } from '../../../shared/stats/difference.ts';
import { hoursClass } from '../../../shared/stats/hours-class.ts';
import type { Source } from '../../../shared/stats/run.ts';
import { figuresOf } from '../../../shared/stats/tally.ts';
import { REPORT_KIND_WORDS } from '../../../shared/words/report.ts';
import { AMENITY_WORDS, EXIT_REASON_WORDS } from '../../../shared/words/station.ts';
import { date } from '../station/sample.ts';
import { hoursOf } from './hours-of.ts';
import { GROUND, period, question, Telling } from './telling.ts';

const ID = (id: string) => id as IndicatorId;

describe('definitions', () => {
  it('are one each, of every table, with a wording in Chinese and a fold to each version', () => {
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
    for (const table of TABLES) expect([table, indicatorsOf(table).length > 0]).toEqual([table, true]);
    for (const { id, name, versions, folds, unit } of INDICATORS) {
      expect([id, folds.length, versions.length > 0]).toEqual([id, versions.length, true]);
      expect([id, /[\u4e00-\u9fff]/.test(name), unit !== '']).toEqual([id, true, true]);
      for (const version of versions) expect([id, /^[^！]+。$/.test(version.counts)]).toEqual([id, true]);
    }
  });

  it('hold no gap between their versions, and the last one stays open', () => {
    for (const { id, versions } of INDICATORS) {
      for (const [at, { version, to }] of versions.entries()) {
        expect([id, version, to]).toEqual([id, at + 1, versions[at + 1]?.from ?? null]);
      }
    }
  });

  it('share only what there is', () => {
    for (const { id, folds } of INDICATORS) {
      for (const fold of folds) {
        if (fold.of !== 'share') continue;
        for (const other of [...fold.over, ...fold.under]) expect([id, indicator(other)?.id]).toEqual([id, other]);
      }
    }
  });

  it('call things as the rest of the program does', () => {
    expect(AMENITY_NAMES).toEqual(AMENITY_WORDS);
    expect(EXIT_NAMES).toEqual(EXIT_REASON_WORDS);
    expect(REPORT_NAMES).toEqual(REPORT_KIND_WORDS);
    for (const code of AMENITIES) expect(indicator(ID(`amenities.${code}.unknown`))).not.toBeNull();
    for (const kind of REPORT_KINDS) expect(indicator(ID(`voice.${kind}`))).not.toBeNull();
    expect(EXIT_REASONS.length).toBe(12);
  });

  it('hold what was published nationally for 2024', () => {
    const national = INDICATORS.filter((one) => one.national).map(({ id }) => id);
    for (const id of [
      'stock.closing',
      'hours.smart',
      'hours.always',
      'hours.extended',
      'visits.reported',
      'visits.daily',
      'visits.covered',
      ...['first-aid', 'legal-aid', 'battery-swap', 'discount-meal', 'haircut', 'volunteers', 'party-study'].map(
        (code) => `amenities.${code}.yes`,
      ),
    ]) {
      expect(national).toContain(id);
    }
  });

  it('class hours by an ordinary week alone', () => {
    expect(hoursClass(hoursOf('24小时'))).toBe('always');
    expect(hoursClass(hoursOf('周一至周五 8:30-12:00 13:30-17:30'))).toBe('office');
    expect(hoursClass(hoursOf('周一至周五 8:30-20:00'))).toBe('extended');
    expect(hoursClass(hoursOf('周一至周六 9:00-17:00'))).toBe('extended');
    expect(hoursClass({ ...hoursOf('24小时'), base: { kind: 'unknown' } })).toBe('unknown');
  });
});

describe('a changed definition', () => {
  const first = define({
    id: 'hours.smart',
    name: '试',
    counts: '智能档次的。',
    fold: { of: 'closing', value: ({ tier }) => Number(tier === 'smart-24h') },
  });
  const changed = reworded(first, date('2026-10-01'), {
    counts: '智能档次并且全天开放的。',
    fold: {
      of: 'closing',
      value: ({ tier, hours }) => Number(tier === 'smart-24h' && hoursClass(hours) === 'always'),
    },
  });
  const told = new Telling();
  const on = ['2026-08-01', 'import'] as const;
  told.first(1, on, { tier: 'smart-24h', hours: hoursOf('24小时') });
  const asOf = told.first(2, on, { tier: 'smart-24h', hours: hoursOf('周一至周五 9:00-17:00') });
  const source: Source = {
    chronicle: told.chronicle(),
    ground: GROUND,
    catalogue: (id) => (id === changed.id ? changed : counting(id)),
  };

  it('counts the periods since its day, and leaves those before as they were', () => {
    const figure = (of: string) => figuresOf(source, question(of, { ...asOf, at: told.known.at }), [changed.id]).total;
    told.tell('2026-11-20', { subject: 'setting', subjectId: 'x', step: 'set', before: null, after: {} });
    expect([figure('2026-08'), figure('2026-09'), figure('2026-10'), figure('2026-11')]).toEqual([[2], [2], [1], [1]]);
    expect(versionIn(changed, period('2026-09')).version).toBe(1);
    expect(versionIn(changed, period('2026-10')).version).toBe(2);
    // Before the first version's first day the first holds.
    expect(versionIn(changed, period('2025')).version).toBe(1);
    // A quarter is counted by what held on its first day.
    expect(foldIn(changed, period('2026-Q4'))).toBe(changed.folds[1]);
  });

  it('is named as the reason where nothing else differs', () => {
    const at = told.known;
    const cell = { indicator: changed.id, row: null };
    const found = difference(source, question('2026-10', at), { against: question('2026-09', at), cell });
    expect(found?.stations).toEqual([{ station: 1, before: 1, after: 0, reason: 'definition', seq: null }]);
  });
});
