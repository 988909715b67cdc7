import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02, wgs84 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { type AnchorEvent, type AnchorState, nextAnchor, type PhoneAnchor } from '../../../web/find/anchor.ts';
import { NO_FILTERS, readFilters, toggleWant, writeFilters } from '../../../web/find/filters.ts';
import { findRegions, regionPath, regionsUnder } from '../../../web/find/picker/regions.ts';
import { placeWords } from '../../../web/find/place-words.ts';
import { markedParts } from '../../../web/find/search/marked.ts';
import { chosenHash, chosenIn, fixPoint } from '../../../web/ui/chosen-place.ts';
import { citiesAt, cityOf } from '../../../web/ui/city-of.ts';
import { NEED_IDS } from '../../../web/ui/words/chips.ts';
import { ERQI, HERE, NOW, offset, REGIONS, region, ZHENGZHOU } from '../gallery/fixture.ts';

const fix = (east: number, accuracy = 20): PhoneAnchor => ({ kind: 'fix', point: offset(east, 0), accuracy, at: NOW });
const LAST: PhoneAnchor = { ...fix(0), kind: 'last' };
const START: AnchorState = { anchor: LAST, pending: null, touched: false };
const run = (...events: readonly AnchorEvent[]) => events.reduce(nextAnchor, START);

describe('a fresh fix', () => {
  test('moves an untouched list at once', () => {
    expect(run({ kind: 'fix', anchor: fix(400) })).toEqual({ anchor: fix(400), pending: null, touched: false });
  });

  test('waits to be accepted once the list was touched', () => {
    const waiting = run({ kind: 'touched' }, { kind: 'fix', anchor: fix(400) });
    expect(waiting.anchor).toEqual(LAST);
    expect(waiting.pending).toEqual(fix(400));
    expect(nextAnchor(waiting, { kind: 'accept' })).toEqual({ anchor: fix(400), pending: null, touched: false });
  });

  test('on the same spot only confirms the place', () => {
    const state = run({ kind: 'touched' }, { kind: 'fix', anchor: fix(30) });
    expect(state.pending).toBeNull();
    expect(state.anchor?.kind).toBe('fix');
    expect(state.anchor?.point).toEqual(LAST.point);
  });

  test('of every second changes nothing while one stands, and moves an untouched list as one walks', () => {
    const stood = run({ kind: 'fix', anchor: fix(400) });
    expect(nextAnchor(stood, { kind: 'fix', anchor: { ...fix(410), at: instant(NOW + 1000) } })).toBe(stood);
    expect(nextAnchor(stood, { kind: 'fix', anchor: fix(520) }).anchor).toEqual(fix(520));
    const later = instant(NOW + 90_000);
    expect(nextAnchor(stood, { kind: 'fix', anchor: { ...fix(410), at: later } }).anchor).toEqual({
      ...fix(400),
      at: later,
    });
  });

  test('that is twice as sure is taken, however near', () => {
    const rough = run({ kind: 'fix', anchor: fix(400, 300) });
    expect(nextAnchor(rough, { kind: 'fix', anchor: fix(420, 20) }).anchor).toEqual(fix(420, 20));
  });

  test('that may be kilometres off moves nothing', () => {
    expect(run({ kind: 'fix', anchor: fix(400, 3000) })).toEqual(START);
  });

  test('never reorders a touched list, whatever comes', () => {
    const events = fc.array(fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 4000 })));
    fc.assert(
      fc.property(events, (fixes) => {
        const end = fixes.reduce<AnchorState>(
          (state, [east, accuracy]) => nextAnchor(state, { kind: 'fix', anchor: fix(east, accuracy) }),
          { ...START, touched: true },
        );
        expect(end.anchor?.point).toEqual(LAST.point);
      }),
    );
  });
});

describe('a place in the address', () => {
  test('is read back to a metre, wherever in China, and beside other parts', () => {
    const place = fc.tuple(
      fc.double({ min: 73.5, max: 135, noNaN: true }),
      fc.double({ min: 4, max: 53, noNaN: true }),
    );
    fc.assert(
      fc.property(place, ([lng, lat]) => {
        const read = chosenIn(chosenHash(gcj02(lng, lat)));
        expect(read?.lng).toBeCloseTo(lng, 5);
        expect(read?.lat).toBeCloseTo(lat, 5);
      }),
    );
    expect(chosenHash(gcj02(113.665, 34.757))).toBe('#p=113.66500,34.75700');
    expect(chosenIn('#v=113,34,12&p=113.66500,34.75700&s=1')).toEqual({ lng: 113.665, lat: 34.757 });
  });

  test.each([
    '',
    '#',
    '#p=',
    '#p=113.665',
    '#p=34.757,113.665',
    '#p=2.294,48.858',
    '#p=a,b',
    '#help=113.6,34.7',
    '#p=113.6,34.7x',
  ])('%j is none', (hash) => expect(chosenIn(hash)).toBeNull());

  test('a fix is shifted once: by us, or by the phone that does so itself', () => {
    const fixed = wgs84(113.66, 34.75);
    expect(fixPoint(fixed, true)).toEqual(fixed);
    expect(metresBetween(fixPoint(fixed, false), gcj02(113.66, 34.75))).toBeGreaterThan(400);
  });
});

describe('filters in the address', () => {
  test('are read leniently and written back', () => {
    expect(readFilters('want=toilet,dragon,water&open=0&day=1&at=410103')).toEqual({
      want: ['water', 'toilet'],
      open: false,
      allDay: true,
      at: ERQI,
    });
    expect(readFilters('?want=water&open=1')).toEqual({ ...NO_FILTERS, want: ['water'] });
    expect(readFilters('at=zhengzhou')).toEqual(NO_FILTERS);
  });

  test('survive the way there and back', () => {
    const filters = fc.record({
      want: fc.subarray([...NEED_IDS]),
      open: fc.boolean(),
      allDay: fc.boolean(),
      at: fc.constantFrom(null, ERQI, ZHENGZHOU),
    });
    fc.assert(
      fc.property(filters, (one) => {
        expect(readFilters(writeFilters(one))).toEqual(one);
      }),
    );
  });

  test('toggle one need without moving the others', () => {
    const on = toggleWant(NO_FILTERS, 'toilet');
    expect(toggleWant(on, 'water').want).toEqual(['water', 'toilet']);
    expect(toggleWant(on, 'toilet').want).toEqual([]);
  });
});

describe('the region picker', () => {
  const named = (all: readonly { readonly name: string }[]) => all.map((one) => one.name);

  test('goes from provinces to cities to counties', () => {
    expect(named(regionsUnder(REGIONS, null))).toEqual(['河南省', '重庆市']);
    expect(named(regionsUnder(REGIONS, region('410000')))).toEqual(['郑州市', '开封市', '新乡市', '洛阳市']);
    expect(named(regionsUnder(REGIONS, ZHENGZHOU))).toEqual(['二七区', '金水区']);
  });

  test('finds by characters, pinyin and initials, best match first', () => {
    const found = (typed: string) => findRegions(REGIONS, typed, 5).map(({ region: one }) => one.name);
    expect(found('二七')).toEqual(['二七区']);
    expect(found('Zheng zhou')).toEqual(['郑州市']);
    expect(found('lao')).toEqual(['老城区']);
    expect(found('eqq')).toEqual(['二七区']);
    expect(found('城')).toEqual(['老城区']);
    expect(found('  ')).toEqual([]);
  });

  test('names a region from the top and knows the city whose pack it is in', () => {
    const erqi = REGIONS.find((one) => one.code === ERQI);
    if (erqi === undefined) throw new Error('no 二七区');
    expect(regionPath(REGIONS, erqi)).toBe('河南省 郑州市 二七区');
    expect(cityOf(erqi)).toBe(ZHENGZHOU);
    expect(citiesAt(REGIONS, HERE)).toEqual([ZHENGZHOU, region('410200')]);
    expect(citiesAt(REGIONS, gcj02(100, 30))).toEqual([]);
  });
});

describe('the two lines at the top', () => {
  const near = { label: '二七区德化街一带', now: NOW };
  const here = { anchor: fix(0), trouble: null, region: null };

  test('say where the list stands and how sure that is', () => {
    expect(placeWords(here, near)).toEqual({ title: '二七区德化街一带', hint: '刚刚定位，误差约 20 米' });
    expect(placeWords({ ...here, anchor: LAST }, near).hint).toBe('上次的位置，今天 14:20');
    const chosen = { ...here, anchor: { kind: 'chosen', point: HERE } } as const;
    expect(placeWords(chosen, near)).toEqual({ title: '二七区德化街一带', hint: '按选的地方算远近' });
    expect(placeWords(chosen, { ...near, label: null }).title).toBe('选的地方');
    expect(placeWords(chosen, { ...near, label: '现在的位置' }).title).toBe('选的地方');
  });

  test('say when nobody knows', () => {
    const rough = { anchor: null, region: null, trouble: { kind: 'rough', accuracy: 3000 } } as const;
    expect(placeWords(rough, near)).toEqual({ title: '位置不准', hint: '误差约 3 公里' });
    const refused = { anchor: null, region: null, trouble: { kind: 'refused' } } as const;
    expect(placeWords(refused, near)).toEqual({ title: '不知道你在哪儿', hint: '没有定位权限' });
  });
});

describe('a found name', () => {
  const told = (name: string, marks: readonly (readonly [number, number])[]) =>
    markedParts(name, marks)
      .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join('');

  test('is marked where it was found, by pinyin too', () => {
    expect(told('德化街爱心驿站', [[0, 3]])).toBe('[德化街]爱心驿站');
    expect(
      told('新德化街驿站', [
        [1, 3],
        [4, 6],
      ]),
    ).toBe('新[德化]街[驿站]');
    expect(told('德化街', [])).toBe('德化街');
  });

  test('is whole whatever the marks', () => {
    const mark = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.array(mark, { maxLength: 3 }), (name, marks) => {
        expect(
          markedParts(name, marks)
            .map(({ text }) => text)
            .join(''),
        ).toBe(name);
      }),
    );
  });
});
