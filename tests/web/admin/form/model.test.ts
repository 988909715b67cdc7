import { describe, expect, test } from 'vitest';
import { factsOf, soundFacts } from '../../../../web/admin/form/facts.ts';
import { draftShelf, leftDrafts, newPlace } from '../../../../web/admin/form/kept.ts';
import { blankForm, type Form, formOf } from '../../../../web/admin/form/model.ts';
import { forThisVisit } from '../../../../web/platform/key-value.ts';
import { handMadeStations } from '../../../fixtures/world/stations.ts';
import { date, region, factsOf as sampleFacts, sampleStation, union } from '../../../shared/station/sample.ts';

describe('a record in the form', () => {
  test('every kind of station comes out of the form as it went in', () => {
    const lodging = { startsOn: date('2026-06-01'), endsOn: date('2026-09-30'), beds: 12 };
    const stations = [
      ...handMadeStations(),
      sampleStation({ kind: 'temporary-lodging', lodging }),
      sampleStation({
        kind: 'mobile',
        stops: [{ name: '东门', point: sampleStation().point, spans: [{ weekday: 2, span: [1200, 1560] }] }],
        aliases: ['老名字', '又一个'],
        honours: [{ level: 'city', year: 2025, document: null }],
        area: 4.5,
        toiletMetres: 0,
        uscc: null,
      }),
    ];
    for (const station of stations) {
      const facts = sampleFacts(station);
      const kept = { ...facts, lodging: station.kind === 'temporary-lodging' ? facts.lodging : null };
      expect(factsOf(formOf(station))).toEqual({
        ok: true,
        value: { ...kept, stops: station.kind === 'mobile' ? facts.stops : [] },
      });
    }
  });

  const filled = formOf(sampleStation());
  const wrong: readonly (readonly [string, Partial<Form>])[] = [
    ['name', { name: ' ' }],
    ['point', { point: null }],
    ['region', { region: null }],
    ['address', { address: '' }],
    ['uscc', { uscc: '91350100M000100Y44' }],
    ['area', { area: '十平方' }],
    ['contractTo', { contractTo: '2026-13-01' }],
    ['lodging.endsOn', { kind: 'temporary-lodging', lodging: { startsOn: '2026-06-01', endsOn: '', beds: '3' } }],
    [
      'lodging.endsOn',
      { kind: 'temporary-lodging', lodging: { startsOn: '2026-06-01', endsOn: '2026-05-01', beds: '3' } },
    ],
    ['stops', { kind: 'mobile', stops: [] }],
    ['stops.0.point', { kind: 'mobile', stops: [{ name: '东门', point: null, spans: [] }] }],
    ['honours.0.year', { honours: [{ level: 'city', year: '去年', document: '' }] }],
  ];
  test.each(wrong)('what is wrong is named by its field: %s', (field, over) => {
    expect(soundFacts({ ...filled, ...over })).toMatchObject({ ok: false, refusal: { field } });
  });
});

describe('a draft kept on this machine', () => {
  const form = { ...blankForm(union('410102'), region('410102')), name: '写到一半' };
  const draft = { form, stationId: 'a'.repeat(32), base: null, savedAt: 1_700_000_000_000 };

  test('comes back as it was, for its own account and station alone, until it is dropped', () => {
    const notes = forThisVisit();
    const shelf = draftShelf(notes, 'li', 'new');
    expect(shelf.read()).toBeNull();
    shelf.write(draft);
    expect(draftShelf(notes, 'li', 'new').read()).toEqual(draft);
    expect(draftShelf(notes, 'wang', 'new').read()).toBeNull();
    expect(draftShelf(notes, 'li', 'b'.repeat(32)).read()).toBeNull();
    shelf.drop();
    expect(shelf.read()).toBeNull();
  });

  test('of a new station lies at a place of its own; the only one of before is found beside them, the latest first', () => {
    const notes = forThisVisit();
    const [older, newer] = ['a'.repeat(32), 'b'.repeat(32)];
    draftShelf(notes, 'li', newPlace(older)).write(draft);
    draftShelf(notes, 'li', newPlace(newer)).write({ ...draft, stationId: newer, savedAt: draft.savedAt + 2 });
    draftShelf(notes, 'li', 'new').write({ ...draft, savedAt: draft.savedAt + 1 });
    const keys = ['desk-draft li new', ...[older, newer].map((id) => `desk-draft li new ${id}`)];
    const others = ['prefs', 'desk-draft wang new', `desk-draft li ${older}`, 'desk-draft li newer'];
    for (const key of others) notes.put(key, JSON.stringify({ version: 1, ...draft }));
    notes.put('desk-draft li new broken', '{');
    const left = leftDrafts(notes, 'li', [...others, ...keys, 'desk-draft li new broken']);
    expect(left.map(({ place }) => place)).toEqual([`new ${newer}`, 'new', `new ${older}`]);
    for (const { place, draft: found } of left) expect(draftShelf(notes, 'li', place).read()).toEqual(found);
  });

  test.each(['', '{', '{"version":0}', '[]', JSON.stringify({ version: 1, ...draft, form: { name: '只有名字' } })])(
    'what is no draft of this form is none: %s',
    (text) => {
      const notes = forThisVisit();
      notes.put('desk-draft li new', text);
      expect(draftShelf(notes, 'li', 'new').read()).toBeNull();
    },
  );
});
