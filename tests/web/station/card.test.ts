import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardFacts, cardFacts } from '../../../web/station/card/facts.ts';
import { type Font, layoutCard, type Stroke } from '../../../web/station/card/layout.ts';
import { wrap } from '../../../web/station/card/wrap.ts';
import { have, NOW, station } from '../gallery/fixture.ts';
import { DEHUA, UNKNOWN } from '../gallery/world.ts';

const URL_OF = 'https://xiejiao.example.cn/s/410103900000137';
const facts = (one: Parameters<typeof cardFacts>[0]): CardFacts => cardFacts(one, { now: NOW, url: URL_OF });

/** A Chinese sign is one wide, another half: near enough to any font. */
const wide = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 1 : 0.5), 0);
const inFont = (text: string, { size }: Font): number => wide(text) * size;

describe('what a picture says', () => {
  test('is true next week too: the words about the door, never whether it is open now', () => {
    const { name, rows, things, isSynthetic } = facts(DEHUA);
    expect(name).toBe('德化街爱心驿站');
    expect(rows).toEqual([
      { label: '地址', text: DEHUA.address },
      { label: '门在哪', text: DEHUA.entrance },
      { label: '几点开', text: '周一至周五 9:00–12:00，13:30–18:00；周六 9:00–17:00；周日不开' },
      { label: '怎么进', text: '推门就进，免费，不用买东西' },
    ]);
    expect(things).toEqual(['喝水', '厕所', '手机充电', '座位']);
    expect(isSynthetic).toBe(true);
    expect(JSON.stringify(facts(DEHUA))).not.toMatch(/开放中|快关门|分钟/);
  });

  test('names at most five things, and only what somebody looked at', () => {
    const unseen = { state: 'yes', note: null, confirmedOn: null } as const;
    const amenities = { ...have('fridge', 'heating', 'seating', 'water', 'toilet', 'wifi'), aed: unseen };
    expect(facts(station({ name: '甲', amenities })).things).toEqual(['喝水', '厕所', '座位', '取暖', '冰箱']);
    expect(facts(station({ name: '乙', amenities: { water: unseen } })).things).toEqual([]);
  });

  test('says what nobody knows, and guesses nothing', () => {
    expect(facts(UNKNOWN).rows).toEqual([
      { label: '地址', text: UNKNOWN.address },
      { label: '几点开', text: '写法看不准，先打电话问问' },
      { label: '怎么进', text: '不清楚怎么进' },
    ]);
  });
});

describe('lines', () => {
  test('break between Chinese signs, never inside a time or before a closing mark', () => {
    expect(wrap('周一至周五 9:00–12:00，13:30–18:00；周日不开', 9, wide)).toEqual([
      '周一至周五',
      '9:00–12:00，',
      '13:30–18:00；周日',
      '不开',
    ]);
    expect(wrap('一二三四（五六）', 5, wide)).toEqual(['一二三四', '（五六）']);
    expect(wrap('一二三四五。', 5, wide)).toEqual(['一二三四五。']);
  });

  test('break a word only when it is wider than a line', () => {
    expect(wrap('abcdefghij', 2, wide)).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('keep an opening mark though nothing fits beside it', () => {
    expect(wrap('驿驿（a:–', 2, wide)).toEqual(['驿驿', '（', 'a:–']);
  });

  test('hold all signs, in order, and never more than a closing mark too many', () => {
    const text = fc.string({ unit: fc.constantFrom(...'驿站，。（）《a1:–9 \n'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (whole, width) => {
        const lines = wrap(whole, width, wide);
        expect(lines.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
        for (const line of lines) expect(wide(line.replace(/[，。）]+$/, ''))).toBeLessThanOrEqual(width + 1);
      }),
    );
  });
});

describe('the picture', () => {
  const right = (stroke: Stroke): number => {
    if (stroke.kind === 'text') return stroke.at.x + inFont(stroke.text, stroke.font);
    return stroke.box.x + stroke.box.width;
  };
  const low = (stroke: Stroke): number =>
    stroke.kind === 'text' ? stroke.at.y + stroke.font.size / 2 : stroke.box.y + stroke.box.height;

  test.each([
    ['an open station', DEHUA],
    ['one of which little is known', UNKNOWN],
    [
      'one with a long name',
      station({ name: '很长的名字'.repeat(16), address: '路'.repeat(300), entrance: 'x'.repeat(90) }),
    ],
    ['one without a name', station({ name: '' })],
  ])('of %s holds all it says within its edges', (_, one) => {
    const { width, height, strokes } = layoutCard(facts(one), inFont);
    expect(strokes.length).toBeGreaterThan(12);
    for (const stroke of strokes) {
      expect(right(stroke)).toBeLessThanOrEqual(width);
      expect(low(stroke)).toBeLessThanOrEqual(height);
    }
    expect(height).toBeLessThan(4000);
  });

  test('is stamped twice when the station is an example, and never when it is real', () => {
    const said = (one: Parameters<typeof cardFacts>[0]) =>
      layoutCard(facts(one), inFont).strokes.flatMap((stroke) => (stroke.kind === 'text' ? [stroke.text] : []));
    expect(said(DEHUA).filter((text) => text.startsWith('示例数据'))).toEqual([
      '示例数据',
      '示例数据，不是真的驿站，别照着去',
    ]);
    expect(said({ ...DEHUA, origin: 'registered' }).filter((text) => text.includes('示例数据'))).toEqual([]);
    expect(said(DEHUA)).toContain('12351');
  });
});
