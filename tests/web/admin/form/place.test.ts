import { describe, expect, test } from 'vitest';
import { toGcj02 } from '../../../../shared/geo/datum.ts';
import { metresBetween } from '../../../../shared/geo/distance.ts';
import { type Datum, gcj02 } from '../../../../shared/geo/point.ts';
import { readPasted } from '../../../../web/admin/form/place/pasted.ts';
import { isEmpty, weigh } from '../../../../web/admin/form/weigh.ts';
import { sampleStation } from '../../../shared/station/sample.ts';

const HERE = { lng: 113.664412, lat: 34.757321 };
const DATUMS: readonly Datum[] = ['gcj02', 'wgs84', 'bd09'];

describe('a place pasted into the form', () => {
  test.each(DATUMS)('numbers in %s become the stored point, and are kept as they came', (datum) => {
    const read = readPasted(`${HERE.lng}, ${HERE.lat}`, datum);
    if (read.kind !== 'place') throw new Error(read.kind);
    expect(read.source).toEqual({ crs: datum, ...HERE });
    expect(metresBetween(read.point, toGcj02(HERE, datum))).toBeLessThan(0.1);
    expect(`${read.point.lng}`).toMatch(/^\d+(\.\d{1,6})?$/);
  });

  test('latitude first is noticed, put right and said', () => {
    expect(readPasted(`北纬${HERE.lat} 东经${HERE.lng}`, 'gcj02')).toEqual({
      kind: 'place',
      point: gcj02(HERE.lng, HERE.lat),
      source: { crs: 'gcj02', ...HERE },
      note: '先写的是纬度，已经调过来了。',
    });
  });

  test('a link of 高德 is read whatever datum was chosen for numbers', () => {
    const link = `https://uri.amap.com/marker?position=${HERE.lng},${HERE.lat}&name=驿站`;
    expect(readPasted(link, 'bd09')).toMatchObject({ kind: 'place', point: HERE, note: '从高德的链接里读出来的。' });
  });

  test.each([
    ['https://surl.amap.com/abc', '短链接'],
    ['2.3522, 48.8566', '不在国内'],
    ['东风路 10 号', '没认出坐标'],
  ])('%s says what to do instead', (text, part) => {
    const read = readPasted(text, 'gcj02');
    expect(read.kind === 'bad' ? read.text : read.kind).toContain(part);
  });
});

describe('what a revision weighs', () => {
  const base = sampleStation();
  const by = { pointMoveMetres: 50, relocateMetres: 200, reviseNeedsApprover: true };
  const east = (metres: number) => gcj02(base.point.lng + metres / 91_400, base.point.lat);

  test('a name waits, opening hours do not', () => {
    const { now, later } = weigh({ name: '新名', town: '大学路' }, base, by);
    expect([now, later]).toEqual([{ town: '大学路' }, { name: '新名' }]);
  });

  test('a point may move a little at once, further with an approver, and beyond that it is a relocation', () => {
    const source = { crs: 'gcj02', lng: 1, lat: 2 } as const;
    const small = weigh({ point: east(30), source }, base, by);
    expect([Object.keys(small.now), isEmpty(small.later), small.isTooFar]).toEqual([['point', 'source'], true, false]);
    const middle = weigh({ point: east(120), source }, base, by);
    expect([isEmpty(middle.now), Object.keys(middle.later), middle.isTooFar]).toEqual([
      true,
      ['point', 'source'],
      false,
    ]);
    expect(weigh({ point: east(300) }, base, by).isTooFar).toBe(true);
  });

  test('where a union asks for no approver nothing waits', () => {
    expect(isEmpty(weigh({ name: '新名' }, base, { ...by, reviseNeedsApprover: false }).later)).toBe(true);
  });
});
