import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import {
  decideReport,
  dueForRelease,
  type Filing,
  fileReport,
  HOUR_LIMIT,
  HOUR_MS,
  REPORT_STEPS,
  type ReportStep,
} from '../../../shared/report/decide.ts';
import { makeLookup, parseLookup, spacedLookup } from '../../../shared/report/lookup.ts';
import {
  REPORT_KINDS,
  REPORT_STATES,
  type Report,
  type ReportId,
  type ReportState,
  type Saying,
} from '../../../shared/report/report.ts';
import { parseCode } from '../../../shared/station/code.ts';
import {
  REPORT_KIND_WORDS,
  REPORT_STATE_OFFICIAL,
  REPORT_STATE_WORDS,
  REPORT_STEP_WORDS,
} from '../../../shared/words/report.ts';
import { stationId, union } from '../station/sample.ts';

const NOON = instant(Date.parse('2026-11-26T12:00:00+08:00'));
const LATER = instant(NOON + 600_000);
const idOf = (n: number) => n.toString(16).padStart(32, '0') as ReportId;

const CODE = parseCode('410102100003791');
if (!CODE.ok) throw new Error(CODE.refusal.kind);

const SAYING: Saying = {
  id: idOf(1),
  kind: 'door-shut',
  station: CODE.value,
  amenity: null,
  place: null,
  text: null,
  seenAt: instant(NOON - 60_000),
};
const FILING: Filing = {
  lookup: makeLookup('48210937556'),
  stationId: stationId(1),
  union: union('410102'),
  photo: null,
  inHours: null,
  at: NOON,
  recent: 0,
  isCrowded: false,
};

function reportIn(state: ReportState): Report {
  return { ...fileReport(SAYING, FILING), state, openAt: state === 'queued' ? null : NOON };
}
const stepOf = (kind: ReportStep['kind'], answer = '已经修好了'): ReportStep =>
  kind === 'resolve' || kind === 'dismiss' ? { kind, answer } : { kind };

describe('a report that arrives', () => {
  test('comes before the union as it was said', () => {
    expect(fileReport(SAYING, FILING)).toEqual({
      ...SAYING,
      lookup: FILING.lookup,
      stationId: FILING.stationId,
      union: FILING.union,
      photo: null,
      inHours: null,
      state: 'received',
      at: NOON,
      openAt: NOON,
      answer: null,
      answeredAt: null,
      erasedAt: null,
    });
  });

  test('is never dated after its arrival, whatever the phone’s clock says', () => {
    expect(fileReport({ ...SAYING, seenAt: instant(NOON + HOUR_MS) }, FILING).seenAt).toBe(NOON);
  });

  test.each([
    ['its station has had its share of the hour', { recent: HOUR_LIMIT.station }],
    ['its address has had its share of the hour', { isCrowded: true }],
  ])('is held back and kept when %s', (_, over) => {
    expect(fileReport(SAYING, { ...FILING, ...over })).toMatchObject({ state: 'queued', openAt: null, text: null });
    expect(fileReport(SAYING, { ...FILING, recent: HOUR_LIMIT.station - 1 }).state).toBe('received');
  });
});

/** Written by hand from the life of a report: what each step leads to, or null where it may not be taken. */
const TABLE: { readonly [S in ReportState]: { readonly [K in ReportStep['kind']]: ReportState | null } } = {
  queued: { release: 'received', accept: 'accepted', resolve: null, dismiss: 'dismissed' },
  received: { release: null, accept: 'accepted', resolve: null, dismiss: 'dismissed' },
  accepted: { release: null, accept: null, resolve: 'resolved', dismiss: 'dismissed' },
  resolved: { release: null, accept: null, resolve: null, dismiss: null },
  dismissed: { release: null, accept: null, resolve: null, dismiss: null },
};

describe('a step on a report', () => {
  test.each(REPORT_STATES.flatMap((state) => REPORT_STEPS.map((step) => [state, step] as const)))(
    'from %s: %s',
    (state, step) => {
      const decided = decideReport(reportIn(state), stepOf(step), LATER);
      const to = TABLE[state][step];
      if (to === null)
        expect(decided).toEqual({ ok: false, refusal: { kind: 'report-step-not-allowed', step, state } });
      else expect(decided).toMatchObject({ ok: true, value: { state: to, id: SAYING.id } });
    },
  );

  test('that ends it says why in public, and when', () => {
    const ended = decideReport(reportIn('accepted'), { kind: 'resolve', answer: ' 锁修好了，按时开门。 ' }, LATER);
    expect(ended).toMatchObject({
      ok: true,
      value: { answer: '锁修好了，按时开门。', answeredAt: LATER, openAt: NOON },
    });
    for (const kind of ['resolve', 'dismiss'] as const) {
      expect(decideReport(reportIn('accepted'), { kind, answer: ' ' }, LATER)).toEqual({
        ok: false,
        refusal: { kind: 'field-required', field: 'answer' },
      });
      expect(decideReport(reportIn('accepted'), { kind, answer: '长'.repeat(501) }, LATER)).toEqual({
        ok: false,
        refusal: { kind: 'field-length', field: 'answer', max: 500 },
      });
    }
  });

  test('that takes up what was held back brings it before the union now', () => {
    expect(decideReport(reportIn('queued'), { kind: 'accept' }, LATER)).toMatchObject({ value: { openAt: LATER } });
  });
});

describe('what is held back', () => {
  const held = (n: number, about: string, minutesAgo: number) => ({
    id: idOf(n),
    about,
    at: instant(NOON - minutesAgo * 60_000) as Instant,
  });

  test('goes on after an hour, the oldest first, no more of one station than the limit', () => {
    const many = Array.from({ length: 15 }, (_, n) => held(n, 'a', 100 - n));
    expect(dueForRelease([...many].reverse(), () => 0, NOON)).toEqual(many.slice(0, 10).map(({ id }) => id));
    expect(dueForRelease(many, () => 8, NOON)).toEqual([idOf(0), idOf(1)]);
    expect(dueForRelease([held(1, 'a', 59), held(2, 'b', 60)], () => 0, NOON)).toEqual([idOf(2)]);
  });

  test('is all let through in the end, however much there is', () => {
    const story = fc.array(fc.tuple(fc.nat(3), fc.nat(120)), { maxLength: 60 });
    fc.assert(
      fc.property(story, (arrivals) => {
        let left = arrivals.map(([about, ago], n) => held(n, String(about), ago));
        let at = NOON;
        for (let hour = 0; left.length > 0; hour++) {
          expect(hour).toBeLessThan(10);
          const due = dueForRelease(left, () => 0, at);
          for (const about of ['0', '1', '2', '3'])
            expect(left.filter((one) => one.about === about && due.includes(one.id)).length).toBeLessThanOrEqual(10);
          left = left.filter(({ id }) => !due.includes(id));
          at = instant(at + HOUR_MS);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a look-up code', () => {
  test('is read as people write it', () => {
    const lookup = makeLookup('48210937556');
    expect(spacedLookup(lookup)).toMatch(/^4821 0937 556\d$/);
    for (const text of [lookup, spacedLookup(lookup), `  ${lookup.slice(0, 6)}-${lookup.slice(6)}\u200b`])
      expect(parseLookup(text)).toEqual({ ok: true, value: lookup });
    const wide = [...lookup].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect(parseLookup(wide)).toEqual({ ok: true, value: lookup });
  });

  test('with a digit misread is told from none at all', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999_999), fc.nat(11), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
        const lookup = makeLookup(String(n).padStart(11, '0'));
        const wrong = [...lookup].map((digit, i) => (i === at ? String((Number(digit) + by) % 10) : digit)).join('');
        expect(parseLookup(wrong)).toMatchObject({ ok: false, refusal: { kind: 'lookup-check' } });
      }),
      { numRuns: 300 },
    );
    for (const text of ['', '123', '4821 0937 55661', 'abcdefghijkl'])
      expect(parseLookup(text)).toMatchObject({ ok: false, refusal: { kind: 'lookup-shape' } });
  });
});

test('every kind, state and step has its word, and no word stands for one that is not there', () => {
  expect(Object.keys(REPORT_KIND_WORDS).sort()).toEqual([...REPORT_KINDS].sort());
  for (const words of [REPORT_STATE_WORDS, REPORT_STATE_OFFICIAL])
    expect(Object.keys(words).sort()).toEqual([...REPORT_STATES].sort());
  expect(Object.keys(REPORT_STEP_WORDS).sort()).toEqual(['file', ...REPORT_STEPS].sort());
});
