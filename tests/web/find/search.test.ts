import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { spacedCode } from '../../../shared/station/code.ts';
import { findAll, type Shelf } from '../../../web/find/search/findings.ts';
import { literalMarks } from '../../../web/find/search/marked.ts';
import { placeHref } from '../../../web/find/search/PlaceRow.tsx';
import { MOST_RECENT, readRecent, recentText, withoutRecent, withRecent } from '../../../web/find/search/recent.ts';
import { streetsOf } from '../../../web/find/search/streets.ts';
import { sharedText } from '../../../web/find/share/Share.tsx';
import { moved } from '../../../web/find/use-listbox.ts';
import { countSentence, notPlaqueText } from '../../../web/ui/words/search.ts';
import { HERE, offset, REGIONS, station, tableOf } from '../gallery/fixture.ts';

const at = (road: string, n: number, region = '二七区') => `河南省郑州市${region}${road}${n}号`;
const STATIONS = [
  station({ name: '德化街爱心驿站', address: at('德化街', 36), point: offset(0, 100) }),
  station({ name: '百货楼驿站', address: at('德化街', 50), point: offset(0, 200) }),
  station({ name: '一马路口驿站', address: at('德化街', 80), point: offset(0, 900) }),
  station({ name: '五里堡驿站', address: '河南省郑州市二七区五里堡街道兴华街5号', point: offset(900, 0) }),
];
const [FIRST] = STATIONS;
if (FIRST === undefined) throw new Error('no station');
const SHELF: Shelf = { table: tableOf(STATIONS), regions: REGIONS, from: HERE };
const find = (typed: string, shelf: Shelf = SHELF) => findAll(shelf, typed);
const hrefs = (typed: string) => find(typed).places.map(placeHref);

describe('what was typed', () => {
  test('a road leads to its stations and is a place of its own, in the middle of them', () => {
    const { stations, places } = find('德化街');
    expect(stations).toHaveLength(3);
    expect(places).toEqual([
      { kind: 'street', street: { name: '德化街', county: '410103', stations: 3, point: offset(0, 200) } },
    ]);
    expect(hrefs('德化街')).toEqual(['/#p=113.66010,34.75200']);
  });

  test('a town is one too', () => {
    expect(find('五里堡').places).toMatchObject([{ kind: 'street', street: { name: '五里堡街道', stations: 1 } }]);
  });

  test('a region leads to the list from its middle', () => {
    expect(hrefs('erqi')).toEqual(['/?at=410103']);
    expect(hrefs('二七区')).toContain('/?at=410103');
  });

  test.each([
    ['with spaces', spacedCode(FIRST.code)],
    ['said in characters', [...FIRST.code].map((digit) => '零幺二三四五六七八九'[Number(digit)]).join('')],
    ['as the link of a plaque', `https://anywhere.example/s/${FIRST.code}?k=abc`],
  ])('a code %s is its station alone', (_, typed) => {
    const { stations, places, note } = find(typed);
    expect(stations.map(({ row }) => row.code)).toEqual([FIRST.code]);
    expect([places, note]).toEqual([[], null]);
  });

  test('a right code of no station here leads to its page, which asks the server', () => {
    const stranger = station({ name: '别处' }).code;
    expect(find(stranger)).toMatchObject({ unknownCode: stranger, stations: [], note: null });
    expect(find(stranger, { ...SHELF, table: null })).toMatchObject({ unknownCode: stranger });
  });

  test('a code with one digit wrong is called that, and the station it may be is shown', () => {
    const last = FIRST.code.slice(-1);
    const wrong = FIRST.code.slice(0, -1) + (last === '9' ? '8' : String(Number(last) + 1));
    const { stations, note } = find(wrong);
    expect(note).toEqual({ kind: 'mistyped' });
    expect(stations.map(({ row }) => row.code)).toContain(FIRST.code);
    expect(find(`${FIRST.code}1`).note).toEqual({ kind: 'wrong-length', digits: 16 });
  });

  test('a pasted map link is a place, a short one is said to be none', () => {
    const { places } = find('https://uri.amap.com/marker?position=113.6657,34.7523&name=%E5%A1%94');
    expect(places).toEqual([{ kind: 'point', point: gcj02(113.6657, 34.7523), name: '塔', source: 'amap' }]);
    expect(find('二七塔 https://surl.amap.com/x1').note).toEqual({ kind: 'short', words: '二七塔' });
  });

  test('whatever it is, there is an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const { stations, places } = find(typed);
        expect(stations.length + places.length).toBeGreaterThanOrEqual(0);
        expect(streetsOf(tableOf(STATIONS), stations, { typed, limit: 2 }).length).toBeLessThanOrEqual(2);
      }),
    );
    expect(find('德化', { table: null, regions: null, from: null })).toMatchObject({ stations: [], places: [] });
  });
});

describe('what was looked for before', () => {
  test('is at most ten, the newest first, each once, and can be taken away', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 40 }), (all) => {
        const kept = all.reduce(withRecent, []);
        expect(kept.length).toBeLessThanOrEqual(MOST_RECENT);
        expect(new Set(kept).size).toBe(kept.length);
        expect(readRecent(recentText(kept))).toEqual(kept);
        for (const one of kept) expect(withoutRecent(kept, one)).not.toContain(one);
      }),
    );
    expect(withRecent(['a', 'b'], ' b ')).toEqual(['b', 'a']);
    expect(withRecent(['a'], 'https://uri.amap.com/marker?position=113.6657,34.7523')).toEqual(['a']);
    expect(withRecent(['a'], '  ')).toEqual(['a']);
    expect(recentText([])).toBeNull();
  });

  test.each([null, '', '{', '{"a":1}', '[1,2]', 'null'])('%j was kept by somebody else: nothing is shown', (kept) => {
    expect(readRecent(kept)).toEqual([]);
  });
});

test('arrows go round the answers by way of the field', () => {
  expect([-1, 0, 1].map((from) => moved('ArrowDown', from, 2))).toEqual([0, 1, -1]);
  expect([-1, 0, 1].map((from) => moved('ArrowUp', from, 2))).toEqual([1, -1, 0]);
  expect(moved('ArrowDown', -1, 0)).toBeNull();
  expect(moved('Enter', 0, 2)).toBeNull();
});

test('what another app shares is one text, said once', () => {
  const text = encodeURIComponent('二七塔 https://surl.amap.com/x1');
  expect(sharedText(`title=${encodeURIComponent('二七塔')}&text=${text}`)).toBe('二七塔 https://surl.amap.com/x1');
  expect(sharedText(`url=${encodeURIComponent('https://surl.amap.com/x1')}`)).toBe('https://surl.amap.com/x1');
  expect(sharedText('title=a&text=a&url=a')).toBe('a');
  expect(sharedText('')).toBe('');
});

test('the words count what was found and name what was read', () => {
  const counted = { typed: 'dhj', stations: 3, places: 1, most: 30 };
  expect(countSentence(counted)).toBe('“dhj” 找到 3 个驿站、1 个地方');
  expect(countSentence({ ...counted, stations: 30, places: 0 })).toBe('“dhj” 找到 30 多个驿站');
  expect(countSentence({ ...counted, stations: 0, places: 0 })).toBe('“dhj” 没找到');
  expect(countSentence({ ...counted, typed: 'x'.repeat(60), stations: 0 })).toBe('找到 1 个地方');
  expect(notPlaqueText(`a\n${'b'.repeat(99)}`, false)).toHaveLength('这不是驿站的站牌。读到的是 '.length + 41);
});

test('an address is marked where the words stand', () => {
  expect(literalMarks('郑州市德化街３６号', '36 德化')).toEqual([
    [3, 5],
    [6, 8],
  ]);
  expect(literalMarks('德化街', 'dhj')).toEqual([]);
});
