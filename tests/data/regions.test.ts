import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataRoot } from '../../server/feature/regions/read.ts';
import { readCityBoxes } from '../../shared/station/city-boxes.ts';
import { NATION } from '../../shared/station/region.ts';
import { code, regions } from '../fixtures/world/world.ts';

const names = (text: string, within?: string) =>
  regions.byName(text, within === undefined ? undefined : code(within)).map((region) => region.code);

describe('the region table', () => {
  it('holds the nation, 34 provinces, about 340 cities and 2,850 leaves', () => {
    const count = (level: string) => regions.all.filter((region) => region.level === level).length;
    expect(count('nation')).toBe(1);
    expect(count('province')).toBe(34);
    expect(count('city')).toBe(369); // 333 prefectures, 4 municipalities, 32 standing under a province alone
    expect(regions.leaves().length).toBeGreaterThan(2830);
    expect(regions.leaves().length).toBeLessThan(2870);
  });

  it('gives every code once', () => {
    expect(new Set(regions.all.map((region) => region.code)).size).toBe(regions.all.length);
  });

  it('hangs every county under a city, every city under a province, every province under the nation', () => {
    const above = { county: 'city', city: 'province', province: 'nation' } as const;
    for (const region of regions.all) {
      if (region.level === 'nation') continue;
      expect(regions.get(region.parent ?? NATION)?.level, region.name).toBe(above[region.level]);
      expect(region.parent === NATION || region.parent?.slice(0, 2) === region.code.slice(0, 2), region.name).toBe(
        true,
      );
    }
  });

  it('keeps every centre inside its box and every box inside its parent’s', () => {
    for (const { box, centre, name, parent } of regions.all) {
      expect(centre.lng >= box[0] && centre.lng <= box[2] && centre.lat >= box[1] && centre.lat <= box[3], name).toBe(
        true,
      );
      const outer = parent === null ? box : (regions.get(parent)?.box ?? box);
      expect(box[0] >= outer[0] && box[1] >= outer[1] && box[2] <= outer[2] && box[3] <= outer[3], name).toBe(true);
    }
  });

  it('writes every pinyin in plain letters', () => {
    for (const { pinyin, name } of regions.all) expect(pinyin, name).toMatch(/^[a-z]{2,}$/);
  });

  it.each([
    ['441900', '东莞市'],
    ['442000', '中山市'],
    ['460400', '儋州市'],
    ['620200', '嘉峪关市'],
    ['419001', '济源市'],
    ['429004', '仙桃市'],
    ['659001', '石河子市'],
    ['469002', '琼海市'],
  ])('lets %s %s be city and county at once, under its province', (text, name) => {
    const region = regions.get(code(text));
    expect(region?.name).toBe(name);
    expect(region?.level).toBe('city');
    expect(region?.parent).toBe(`${text.slice(0, 2)}0000`);
    expect(regions.isLeaf(code(text))).toBe(true);
    expect(regions.cityOf(code(text))).toBe(text);
  });

  it('finds the city a county’s feed belongs to', () => {
    expect(regions.cityOf(code('410105'))).toBe('410100');
    expect(regions.cityOf(code('110105'))).toBe('110100');
    expect(regions.cityOf(code('500229'))).toBe('500100');
    expect(regions.cityOf(code('810000'))).toBe('810000');
  });

  it('leads merged and renamed codes to today’s', () => {
    expect(regions.alias('330103')).toBe('330105');
    expect(regions.alias('371202')).toBe('370116');
    expect(regions.alias('340203')).toBe('340209');
    expect(regions.alias('540422')).toBe('540481');
    expect(regions.alias('810013')).toBe('810000');
    expect(regions.alias('410105')).toBe('410105');
    expect(regions.alias('410171')).toBe(null);
    expect(regions.former.every(({ today }) => regions.get(today) !== null)).toBe(true);
    expect(regions.former.some((one) => regions.get(one.code) !== null)).toBe(false);
  });

  it('says a full name once for a municipality', () => {
    expect(regions.fullName(code('410105'))).toBe('河南省郑州市金水区');
    expect(regions.fullName(code('110105'))).toBe('北京市朝阳区');
  });
});

describe('place names with readings of their own', () => {
  const all =
    '重庆 chongqing 乐清 yueqing 单县 shanxian 涡阳 guoyang 洪洞 hongtong 六安 luan 蚌埠 bengbu 亳州 bozhou 番禺 panyu 铅山 yanshan 台州 taizhou 长葛 changge 厦门 xiamen 六合 luhe 尉犁 yuli 浚县 xunxian 成都 chengdu 信都 xindu 喀什 kashi 井陉 jingxing 长子 zhangzi 东阿 donge 东莞 dongguan 吕梁 lvliang 珲春 hunchun 民乐 minle 万柏林 wanbailin 神农架 shennongjia'.split(
      ' ',
    );
  const pairs = all.flatMap((word, i) => (i % 2 === 0 ? [[word, all[i + 1] ?? ''] as const] : []));
  it.each(pairs)('%s is %s', (short, pinyin) => {
    const found = regions.all.filter((region) => region.short === short);
    expect(found.length).toBeGreaterThan(0);
    for (const region of found) expect(region.pinyin).toBe(pinyin);
  });
});

describe('naming regions in text', () => {
  it.each([
    ['郑州市金水区', ['410105']],
    ['河南省郑州市金水区花园路12号', ['410105']],
    ['郑州市中原区石佛镇翠竹街1号53楼', ['410102']],
    ['郑州金水区', ['410105']],
    ['上海市黄浦区北京东路99号', ['310101']],
    ['天津市和平区南京路', ['120101']],
    ['郑州市管城区', ['410104']],
    ['杭州市下城区', ['330105']],
    ['东莞市南城街道', ['441900']],
    ['汕尾市城区', ['441502']],
    ['济源市沁园街道', ['419001']],
    ['合肥市包河区', ['340111']],
    ['郑州市高新区', ['410100']],
    ['高新区', []],
    ['经济技术开发区', []],
    ['中国', []],
    ['', []],
  ])('%s → %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('gives all that a bare name may mean, and one within a city', () => {
    expect(names('朝阳区')).toEqual(expect.arrayContaining(['110105', '220104']));
    expect(names('朝阳区', '110000')).toEqual(['110105']);
    expect(names('金水', '410100')).toEqual(['410105']);
  });
});

describe('the list of cities for phones', () => {
  it('is below 6 KB and has every city once', () => {
    const path = join(dataRoot(), 'regions/cities.json');
    expect(statSync(path).size).toBeLessThan(6000);
    const rows = readCityBoxes(JSON.parse(readFileSync(path, 'utf8'))) ?? [];
    const cities = new Set(regions.leaves().map((leaf) => regions.cityOf(leaf.code)));
    expect(new Set(rows.map(({ region }) => region))).toEqual(cities);
    for (const { region, box: sent } of rows) {
      const box = regions.get(region)?.box ?? [0, 0, 0, 0];
      for (const [side, degrees] of sent.entries()) {
        const outwards = side < 2 ? (box[side] ?? 0) - degrees : degrees - (box[side] ?? 0);
        expect(outwards, region).toBeGreaterThanOrEqual(0);
        expect(outwards, region).toBeLessThan(0.0101);
      }
    }
  });
});
