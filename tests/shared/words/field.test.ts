import { describe, expect, it } from 'vitest';
import { fieldName } from '../../../shared/words/field.ts';
import { sampleStation } from '../station/sample.ts';

describe('the name of a field', () => {
  it.each([
    ['point.lng', '经度'],
    ['point.lat', '纬度'],
    ['name', '站点名称'],
    ['patch.name', '站点名称'],
    ['stops.0.name', '第 1 个停靠点名称'],
    ['stops[2].name', '第 3 个停靠点名称'],
    ['amenities.water.state', '服务设施“喝水”'],
    ['amenities.2', '第 3 个服务设施'],
    ['hours.raw', '开放时间原文'],
    ['', '这一项'],
    ['constructor', '这一项'],
    ['some.thing', '这一项'],
  ])('%s is %s', (path, name) => {
    expect(fieldName(path)).toBe(name);
  });

  it('is known for every field of a station', () => {
    const keys = Object.keys(sampleStation());
    expect(keys.length).toBeGreaterThan(40);
    for (const key of keys) expect(fieldName(key), key).not.toBe('这一项');
  });

  it('is never an identifier', () => {
    for (const path of ['lodging.beds', 'access.modes.1', 'source.crs', 'honours.0.level', 'unheard-of']) {
      expect(fieldName(path)).not.toMatch(/[A-Za-z_]/);
    }
  });
});
