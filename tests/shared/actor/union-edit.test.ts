import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unionTree } from '../../../shared/actor/tree.ts';
import { decideUnion, type Union, type UnionEdit } from '../../../shared/actor/union-edit.ts';
import { date, region, union } from '../station/sample.ts';

const FREE = { hanging: { stations: 0, accounts: 0 }, on: date('2026-11-26') };

function one(id: string, parent: string | null, over: Partial<Union> = {}): Union {
  const isRegion = /^\d{6}$/.test(id);
  return {
    id: union(id),
    parent: parent === null ? null : union(parent),
    name: `${id}工会`,
    region: isRegion ? region(id) : null,
    closedOn: null,
    ...over,
  };
}

const REGIONS: readonly Union[] = [
  one('000000', null),
  one('410000', '000000'),
  one('410100', '410000'),
  one('410102', '410100'),
  one('410103', '410100'),
];
const PEOPLE = ['i-a', 'i-b', 'i-c', 'i-d', 't-e', 't-f'] as const;
const START: readonly Union[] = [
  ...REGIONS,
  ...PEOPLE.slice(0, 3).map((id) => one(id, '410100')),
  one('t-e', '410102'),
];
const ANY = [...REGIONS.map(({ id }) => id), ...PEOPLE];

const edit: fc.Arbitrary<UnionEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    id: fc.constantFrom(...PEOPLE).map(union),
    parent: fc.constantFrom(...ANY).map(union),
    name: fc.constantFrom('甲', '乙', '丙'),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    id: fc.constantFrom(...ANY).map(union),
    parent: fc.constantFrom(...ANY).map(union),
  }),
  fc.record({
    kind: fc.constant('rename' as const),
    id: fc.constantFrom(...ANY).map(union),
    name: fc.constantFrom('甲', '乙', '丙'),
  }),
  fc.record({ kind: fc.constant('close' as const), id: fc.constantFrom(...ANY).map(union) }),
  fc.record({ kind: fc.constant('reopen' as const), id: fc.constantFrom(...ANY).map(union) }),
);

/** The tree after an edit; a refused one changes nothing. */
function after(all: readonly Union[], asked: UnionEdit): readonly Union[] {
  const decided = decideUnion(all, asked, FREE);
  if (!decided.ok || decided.value === null) return all;
  const { after: made } = decided.value;
  return [...all.filter(({ id }) => id !== made.id), made];
}

/** Everything below a union, by asking each for its parents one by one. */
function bruteBranch(all: readonly Union[], top: string): string[] {
  const isBelow = (id: string | null, steps = 0): boolean => {
    if (id === top) return true;
    if (id === null || steps > 50) return false;
    return isBelow(all.find((each) => each.id === id)?.parent ?? null, steps + 1);
  };
  return all.flatMap(({ id }) => (isBelow(id) ? [id as string] : [])).sort();
}

/** Unions whose branch is not what counting by hand finds, that lie too deep, or are open below a closed one. */
function wrongIn(all: readonly Union[]): readonly Union[] {
  const tree = unionTree(all);
  return all.filter(({ id, parent, closedOn }) => {
    const within = all.filter((other) => tree.isWithin(other.id, id)).map((other) => other.id as string);
    const above = all.find((each) => each.id === parent);
    const isBelowClosed = closedOn === null && above !== undefined && above.closedOn !== null;
    return within.sort().join() !== bruteBranch(all, id).join() || depth(all, id) > 5 || isBelowClosed;
  });
}

function parentsOfRegions(all: readonly Union[]): readonly string[] {
  return all.flatMap(({ id, parent }) => (/^\d/.test(id) ? [`${id} ${parent}`] : [])).sort();
}

describe('editing the tree of unions', () => {
  test('whatever is asked in whatever order: no loop, five levels at most, no union lost, none below a closed one', () => {
    let moved = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 15, maxLength: 40 }), (edits) => {
        let all: readonly Union[] = START;
        for (const asked of edits) {
          const next = after(all, asked);
          if (asked.kind === 'move' && next !== all) moved += 1;
          expect(next.length).toBeGreaterThanOrEqual(all.length);
          all = next;
          expect(wrongIn(all)).toEqual([]);
          expect(bruteBranch(all, '000000').length).toBe(all.length);
          expect(parentsOfRegions(all)).toEqual(parentsOfRegions(REGIONS));
        }
      }),
      { numRuns: 80 },
    );
    expect(moved).toBeGreaterThan(50);
  });

  test('a union never goes below itself, nor below one of its own', () => {
    const all = [...REGIONS, one('i-a', '410100'), one('i-b', 'i-a')];
    for (const parent of ['i-a', 'i-b']) {
      expect(decideUnion(all, { kind: 'move', id: union('i-a'), parent: union(parent) }, FREE)).toEqual({
        ok: false,
        refusal: { kind: 'union-loop', field: 'edit.parent' },
      });
    }
  });

  test('the union of a region is renamed, but neither moved nor closed', () => {
    const id = union('410103');
    expect(decideUnion(REGIONS, { kind: 'rename', id, name: '二七区工会联合会' }, FREE)).toMatchObject({
      ok: true,
      value: { after: { name: '二七区工会联合会' } },
    });
    for (const asked of [
      { kind: 'move', id, parent: union('410000') },
      { kind: 'close', id },
    ] as const) {
      expect(decideUnion(REGIONS, asked, FREE)).toEqual({ ok: false, refusal: { kind: 'union-fixed' } });
    }
  });

  test('what still has unions, stations or accounts is not closed, and says how many', () => {
    const all = [...REGIONS, one('i-a', '410100'), one('i-b', 'i-a')];
    const hanging = { stations: 12, accounts: 3 };
    expect(decideUnion(all, { kind: 'close', id: union('i-a') }, { ...FREE, hanging })).toEqual({
      ok: false,
      refusal: { kind: 'union-in-use', unions: 1, ...hanging },
    });
    expect(decideUnion(all, { kind: 'close', id: union('i-b') }, FREE)).toMatchObject({
      ok: true,
      value: { after: { closedOn: '2026-11-26' } },
    });
  });

  test('a town’s union stands under a county or a city and takes its region', () => {
    const add = (parent: string) =>
      decideUnion(REGIONS, { kind: 'add', id: union('t-e'), parent: union(parent), name: '桐柏路街道总工会' }, FREE);
    expect(add('410102')).toMatchObject({ ok: true, value: { after: { region: '410102' } } });
    expect(add('410000')).toMatchObject({ ok: false, refusal: { kind: 'field-choice', field: 'edit.parent' } });
  });

  test('two under one parent have two names', () => {
    const all = [...REGIONS, one('i-a', '410100', { name: '快递行业工会' })];
    const add = { kind: 'add', id: union('i-b'), parent: union('410100'), name: '快递行业工会' } as const;
    expect(decideUnion(all, add, FREE)).toMatchObject({ ok: false, refusal: { kind: 'union-name-taken' } });
    expect(decideUnion(all, { ...add, parent: union('410103') }, FREE).ok).toBe(true);
  });
});

function depth(all: readonly Union[], id: string): number {
  const parent = all.find((each) => each.id === id)?.parent ?? null;
  return parent === null ? 1 : 1 + depth(all, parent);
}
