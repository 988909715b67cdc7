import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialsOf, syllablesOf } from '../../../server/feature/pinyin.ts';
import { foldText } from '../../../shared/search/fold.ts';
import { RANK } from '../../../shared/search/scan.ts';
import { searchRows } from '../../../shared/search/search.ts';
import { buildSearchText, type SearchRow, searchTextOf } from '../../../shared/search/text.ts';
import { dice, knownNames } from '../../bench/search-names.ts';
import { slowRank } from './slow.ts';

const ALL = { limit: Number.POSITIVE_INFINITY, near: null, keep: null };

function row(name: string, more: Partial<SearchRow> = {}): SearchRow {
  return { name, initials: initialsOf(name), aliases: [], address: '', code: '', ...more };
}

function found(names: readonly string[], query: string): readonly string[] {
  const search = buildSearchText(names.map((name) => row(name)));
  return searchRows(search, query, ALL).hits.map((hit) => names[hit.row] ?? '');
}

describe('what finds a station', () => {
  const cq = '重庆(朝阳)街道工会驿站';
  test.each([
    ['重庆', 'its name'],
    ['(朝阳', 'marks too'],
    ['（朝阳）', 'full-width marks'],
    ['cqcyjdghyz', 'initials in context'],
    ['chongqingchaoyang', 'full pinyin'],
    ['Chong Qing', 'pinyin with spaces and capitals'],
    ['chóngqìng', 'pinyin with tone marks'],
    ['cqchaoyang', 'initials, then pinyin'],
    ['chongqcyang', 'pinyin and initials in turn'],
    ['chqing', 'ch for an initial'],
    ['cqchaoya', 'a syllable not yet finished'],
    ['重qcyang', 'a character among letters'],
    ['chaoy街道', 'letters before a character'],
    ['重庆 驿站', 'two parts of it'],
    ['ｃｑｃｙ', 'full-width letters'],
  ])('%s: %s', (query) => {
    expect(found([cq, '中原银行', '朝霞里'], query)).toEqual([cq]);
  });

  test.each(['zq', 'zhongqing', 'chongqingzhao', 'cqz', 'ongqing', 'qinc'])('%s does not find 重庆朝阳', (query) => {
    expect(found(['重庆朝阳'], query)).toEqual([]);
  });

  test.each([
    ['重庆', 'chongqing'],
    ['乐清', 'yueqing'],
    ['单县', 'shanxian'],
    ['涡阳', 'guoyang'],
    ['洪洞', 'hongtong'],
    ['六安', 'luan'],
    ['蚌埠', 'bengbu'],
    ['亳州', 'bozhou'],
    ['番禺', 'panyu'],
    ['铅山', 'yanshan'],
    ['台州', 'taizhou'],
    ['长葛', 'changge'],
    ['厦门', 'xiamen'],
    ['吕梁', 'lvliang'],
    ['吕梁', 'luliang'],
    ['吕梁', 'lüliang'],
  ])('%s is found by %s', (place, pinyin) => {
    expect(found([`${place}路`, '甲乙丙'], pinyin)).toEqual([`${place}路`]);
  });

  test('nothing typed finds nothing', () => {
    expect(['', '  ', '\u3000'].map((query) => found(['重庆'], query))).toEqual([[], [], []]);
    expect(searchRows(buildSearchText([]), 'cq', ALL)).toEqual({ total: 0, hits: [] });
  });

  test('alias, address and code, with or without spaces and from their beginnings', () => {
    const search = buildSearchText([
      row('甲', { aliases: ['劳动者港湾', '暖心屋'], address: '中山路220号', code: '410102100003791' }),
      row('乙', { aliases: [], address: '人民路1号', code: '410105100000112' }),
    ]);
    const rows = (query: string) => searchRows(search, query, ALL).hits.map((hit) => [hit.row, hit.rank]);
    expect(rows('暖心屋')).toEqual([[0, RANK.exact]]);
    expect(rows('劳动')).toEqual([[0, RANK.prefix]]);
    expect(rows('港湾')).toEqual([[0, RANK.inside]]);
    expect(rows('中山路220')).toEqual([[0, RANK.elsewhere]]);
    expect(rows('410102 1 000037 91')).toEqual([[0, RANK.exact]]);
    expect(rows('410102100003791')).toEqual([[0, RANK.exact]]);
    expect(rows('４１０１')).toEqual([
      [0, RANK.prefix],
      [1, RANK.prefix],
    ]);
    expect(rows('00003791')).toEqual([[0, RANK.elsewhere]]);
    expect(rows('3791')).toEqual([]);
    expect(rows('港湾劳动')).toEqual([]);
    expect(rows('屋中山')).toEqual([]);
  });
});

describe('the order of answers', () => {
  const names = ['工会朝阳路驿站', '朝阳路', '朝阳路驿站', '大朝阳路', '朝阳路口'];

  test('exact, prefix, inside; near decides among equals; row order without it', () => {
    const search = buildSearchText(names.map((name) => row(name)));
    const rows = (near: ((at: number) => number) | null) =>
      searchRows(search, 'chaoyanglu', { limit: 5, near, keep: null }).hits.map((hit) => hit.row);
    expect(rows(null)).toEqual([1, 2, 4, 0, 3]);
    expect(rows((at) => -at)).toEqual([1, 4, 2, 3, 0]);
  });

  test('all matches are counted, the limit shows the best, refused rows count nowhere', () => {
    const search = buildSearchText(names.map((name) => row(name)));
    const two = searchRows(search, '朝阳', { limit: 2, near: () => 0, keep: null });
    expect([two.total, two.hits.map((hit) => hit.row)]).toEqual([5, [1, 2]]);
    const kept = searchRows(search, '朝阳', { limit: 9, near: null, keep: (at) => at !== 1 });
    expect([kept.total, kept.hits.map((hit) => hit.row)]).toEqual([4, [2, 4, 0, 3]]);
  });

  test('a short list of the nearest equals sorting all by distance', () => {
    const search = buildSearchText(Array.from({ length: 900 }, () => row('驿站')));
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 900, maxLength: 900 }),
        fc.integer({ min: 1, max: 900 }),
        (gaps, limit) => {
          const near = (at: number) => gaps[at] ?? 0;
          const sorted = gaps.map((_, at) => at).sort((a, b) => near(a) - near(b) || a - b);
          const hits = searchRows(search, '驿', { limit, near, keep: null }).hits;
          expect(hits.map((hit) => hit.row)).toEqual(sorted.slice(0, limit));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('the matched part of the name is marked, marks inside it too', () => {
    const search = buildSearchText([row('驿站(重庆·朝阳)A座', { address: '南路' })]);
    const marks = (query: string) => searchRows(search, query, ALL).hits[0]?.marks;
    expect(marks('重庆')).toEqual([[3, 5]]);
    expect(marks('cqcy')).toEqual([[3, 8]]);
    expect(marks('zhanchong')).toEqual([[1, 4]]);
    expect(marks('a座 驿')).toEqual([
      [0, 1],
      [9, 11],
    ]);
    expect(marks('南路')).toEqual([]);
  });
});

describe('compared with a slow search', () => {
  const generated = knownNames(400, 11);
  const rows = generated.map(({ name }) => row(name));
  const search = buildSearchText(rows);

  test('Chinese queries equal a plain substring scan', () => {
    const query = fc.tuple(fc.nat(399), fc.nat(12), fc.integer({ min: 1, max: 5 })).map(([at, from, length]) => {
      const name = generated[at]?.name ?? '';
      return name.slice(from % name.length).slice(0, length);
    });
    fc.assert(
      fc.property(query, (typed) => {
        fc.pre(!/[a-z]/i.test(typed));
        const plain = rows
          .map(({ name }, at) => (foldText(name).includes(foldText(typed)) ? at : -1))
          .filter((at) => at >= 0);
        const hits = searchRows(search, typed, ALL).hits.map((hit) => hit.row);
        expect([...hits].sort((a, b) => a - b)).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });

  test('pinyin and mixed queries equal the plain meaning of a match', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(399), (seed, at) => {
        const typed = mixedQuery(generated[at]?.name ?? '', seed);
        const fast = new Map(searchRows(search, typed, ALL).hits.map((hit) => [hit.row, hit.rank]));
        const wrong = rows.flatMap(({ name, initials }, one) => {
          const slow = slowRank({ text: foldText(name), letters: initials }, typed);
          return slow === (fast.get(one) ?? null) ? [] : [{ name, typed, slow, fast: fast.get(one) }];
        });
        expect(wrong).toEqual([]);
        expect(fast.has(at), typed).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('joined columns give the same read model as rows', () => {
    const join = (field: (one: SearchRow) => string) => rows.map(field).join('\n');
    const columns = searchTextOf({
      size: rows.length,
      names: join((one) => one.name),
      initials: join((one) => one.initials),
      aliases: join(() => ''),
      addresses: join(() => ''),
      codes: join(() => ''),
    });
    expect(columns).toEqual(search);
    expect(() =>
      searchTextOf({ ...columns, names: 'a\nb', initials: '', aliases: '', addresses: '', codes: '' }),
    ).toThrow('a search column has 2 rows, 400 expected');
  });
});

/** A part of the name as someone might type it: each character as itself, its syllable or its letter; the last one perhaps cut. */
function mixedQuery(name: string, seed: number): string {
  const roll = dice(seed);
  const syllables = syllablesOf(name);
  let from = roll(name.length);
  while (syllables[from] === '') from++;
  let typed = '';
  for (let at = from; at < Math.min(name.length, from + 1 + roll(5)); at++) {
    const syllable = syllables[at] ?? '';
    if (syllable === '') continue;
    typed += [foldText(name.charAt(at)), syllable, syllable.charAt(0), syllable][roll(4)];
  }
  return /[a-z]/.test(typed) ? typed : (syllables.find((syllable) => /[a-z]/.test(syllable)) ?? 'a');
}
