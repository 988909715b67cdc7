import { BORDER_LEVEL, type BorderArc } from '../../../shared/geo/borders.ts';
import { decodeArc } from '../../../shared/geo/outline.ts';
import type { OutlineFile } from '../division/outlines.ts';

/** The chain of a leaf: itself, its city, its province. */
export type Chain = readonly string[];

export type Net = { readonly chainOf: (leaf: string) => Chain; readonly leafNumber: (code: string) => number | null };

type Drawn = { readonly steps: readonly number[]; readonly users: ReadonlySet<string>; readonly isCoast: boolean };

/**
 * The arcs with their level and the leaves on their sides. Where the sources of two neighbours disagree, a sliver lies
 * between two arcs with the same ends, one of each: they become one border of both.
 */
export function netOf(file: OutlineFile, net: Net): readonly BorderArc[] {
  const lone = new Map<string, Drawn[]>();
  const arcs: BorderArc[] = [];
  for (const arc of drawnArcs(file, net)) {
    if (arc.users.size === 1 && !arc.isCoast) {
      const ends = endsOf(arc.steps);
      const twins = lone.get(ends);
      if (twins) twins.push(arc);
      else lone.set(ends, [arc]);
    } else arcs.push(asBorder(arc, net));
  }
  for (const twins of lone.values()) arcs.push(...pairUp(twins, net));
  for (const n of file.lines.dash ?? []) {
    arcs.push({ level: BORDER_LEVEL.dash, owners: [], steps: decodeArc(file.arcs[n] ?? '') ?? [] });
  }
  return arcs;
}

function* drawnArcs(file: OutlineFile, net: Net): Generator<Drawn> {
  const users = new Map<number, Set<string>>();
  const coast = new Set<number>();
  for (const [code, rings] of Object.entries(file.areas)) {
    const isLeaf = net.leafNumber(code) !== null;
    for (const n of rings.flat().map((one) => (one < 0 ? -1 - one : one))) {
      if (code === '000000') coast.add(n);
      if (isLeaf) users.set(n, (users.get(n) ?? new Set()).add(code));
    }
  }
  for (const [n, text] of file.arcs.entries()) {
    const own = users.get(n) ?? new Set<string>();
    if (own.size > 0 || coast.has(n)) yield { steps: decodeArc(text) ?? [], users: own, isCoast: coast.has(n) };
  }
}

function asBorder({ steps, users, isCoast }: Drawn, net: Net): BorderArc {
  const leaves = [...users].slice(0, 2);
  return { level: isCoast ? BORDER_LEVEL.nation : levelOf(leaves, net), owners: numbersOf(leaves, net), steps };
}

/** The highest level at which two neighbours differ; a border of one leaf alone is a county's. */
function levelOf(leaves: readonly string[], { chainOf }: Net): number {
  const [a, b] = leaves.map(chainOf);
  if (a === undefined || b === undefined) return BORDER_LEVEL.county;
  if (a[a.length - 1] !== b[b.length - 1]) return BORDER_LEVEL.province;
  return a[1] !== b[1] || a.length !== b.length ? BORDER_LEVEL.city : BORDER_LEVEL.county;
}

function numbersOf(leaves: readonly string[], { leafNumber }: Net): readonly number[] {
  return leaves.map(leafNumber).filter((n): n is number => n !== null);
}

function pairUp(twins: readonly Drawn[], net: Net): readonly BorderArc[] {
  const left = [...twins];
  const borders: BorderArc[] = [];
  for (let arc = left.pop(); arc; arc = left.pop()) {
    const own = [...arc.users][0] ?? '';
    const at = left.findIndex((other) => !other.users.has(own));
    const twin = at < 0 ? undefined : left.splice(at, 1)[0];
    const longer = twin && twin.steps.length > arc.steps.length ? twin : arc;
    const users = new Set([own, ...(twin ? twin.users : [])]);
    borders.push(asBorder({ steps: longer.steps, users, isCoast: false }, net));
  }
  return borders;
}

function endsOf(steps: readonly number[]): string {
  const ends = [`${steps[0]},${steps[1]}`, `${steps[steps.length - 2]},${steps[steps.length - 1]}`];
  return ends.sort().join(' ');
}
