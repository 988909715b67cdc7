import { describe, expect, test } from 'vitest';
import { CommandAsk } from '../../../shared/wire/command-body.ts';
import { parse } from '../../../shared/wire/parse.ts';
import { problemOf } from '../../../shared/wire/problem.ts';
import { newFacts, rollId } from './desk.ts';

const ask = (command: object) => parse(CommandAsk, { id: rollId(), station: rollId(), seen: null, command });
const draft = (over: object) => ask({ kind: 'draft', facts: { ...newFacts(), ...over } });
const revise = (patch: object) => ask({ kind: 'revise', patch, basedOn: 1, reason: null });

/** Field and sentence of a refusal. */
function said(parsed: ReturnType<typeof ask>): readonly [field: string, detail: string] {
  if (parsed.ok) throw new Error('taken');
  const { field, detail } = problemOf(parsed.refusal);
  return [field ?? '', detail];
}

describe('a field of a station', () => {
  const fields = Object.keys(newFacts());

  test.each(fields)('%s that is wrong or missing is named in Chinese, in a draft and in a revision alike', (field) => {
    const wrong = [{ wrong: true }, ['wrong'], 12.5, true].find((value) => !draft({ [field]: value }).ok);
    expect(wrong).toBeDefined();
    for (const parsed of [draft({ [field]: wrong }), draft({ [field]: undefined }), revise({ [field]: wrong })]) {
      const [named, detail] = said(parsed);
      expect(named.split('.')[0]).toBe(field);
      expect(detail).toMatch(/^(第 1 个)?[\p{Script=Han}“”（）a-z]+.*。$/u);
      expect(detail).not.toContain('这一项');
    }
  });

  test('deep inside is named by where it stands', () => {
    const fact = { state: 'wet', note: null, confirmedOn: null };
    expect(said(draft({ amenities: { water: fact } }))).toEqual([
      'amenities.water.state',
      expect.stringMatching(/饮用水|饮水|喝水|热水/),
    ]);
    const { hours } = newFacts();
    const late = { kind: 'spans', spans: [[480, 400]] };
    expect(said(draft({ hours: { ...hours, holidays: late } }))).toEqual([
      'hours.holidays.spans.0',
      expect.stringContaining('时间段'),
    ]);
    const stop = { name: '东门', point: { lng: 2.35, lat: 48.85 }, spans: [] };
    expect(said(draft({ stops: [stop] }))).toEqual(['stops.0.point', expect.stringContaining('坐标')]);
  });

  test('that life alone writes is in no revision, however it is put there', () => {
    for (const field of ['status', 'code', 'rev', 'origin', 'verified', 'openedOn', 'id']) {
      expect(said(revise({ [field]: 'active' }))[0]).toBe(field);
    }
  });

  test('counts are said as counts, and an unknown step names the steps there are', () => {
    const photos = Array.from({ length: 7 }, () => 'a'.repeat(32));
    expect(said(draft({ photos }))).toEqual(['photos', '照片要在 0 到 6 之间，改一下再提交。']);
    const [field, detail] = said(ask({ kind: 'fly' }));
    expect(field).toBe('kind');
    expect(detail).toContain('只能从这些里选');
  });

  test('is kept as a person wrote it, but for what is no text', () => {
    const parsed = draft({
      name: '  德化街\u0000驿站 ',
      address: '一楼\ud800门',
      brand: '　',
      point: { lng: 113.12345678, lat: 34.7 },
    });
    if (!parsed.ok || parsed.value.command.kind !== 'draft') throw new Error('refused');
    const { name, address, brand, point } = parsed.value.command.facts;
    expect([name, address, brand]).toEqual(['德化街 驿站', '一楼\ufffd门', null]);
    expect(point.lng).toBe(113.123457);
  });
});
