import type { Division } from '../division/codes.ts';
import type { Areas } from '../division/features.ts';
import { coarser, draw, type OutlineFile } from '../division/outlines.ts';

export type MapMaterial = {
  readonly today: readonly Division[];
  readonly raw: Areas;
  readonly dashes: readonly (readonly (readonly [number, number])[])[];
  readonly provincePieces: Readonly<Record<string, string>>;
};

const NATION = '000000';
/** Steps a degree: 200 m, about what the source knows. */
const GRID = 512;
/** Steps a border may leave the source by. */
const TOLERANCE = 1;
/** Square steps: islets and slivers below it go, but for the islets of the South China Sea. */
const SMALLEST = 8;

/** Every leaf, city, province and the nation on one net of arcs, so that their borders are the same line at every zoom. */
export function mapAreas({ today, raw, dashes, provincePieces }: MapMaterial): OutlineFile {
  const parents = new Map(today.map(({ code, parent }) => [code, parent]));
  const inner = new Set(today.map(({ parent }) => parent));
  const isPiece = (code: string): boolean => provincePieces[code] !== undefined;
  const above = (code: string): readonly string[] => {
    const parent = provincePieces[code] ?? parents.get(code) ?? null;
    return parent === null || parent === NATION ? [] : [parent, ...above(parent)];
  };
  const isLeaf = (code: string): boolean => parents.has(code) && !inner.has(code);
  const leaves = new Map([...raw.edges].filter(([code]) => isLeaf(code) || isPiece(code)));
  return draw(
    coarser({ vertices: raw.vertices, edges: leaves }, raw.grid / GRID),
    {
      grid: GRID,
      origin: [(raw.origin[0] * GRID) / raw.grid, (raw.origin[1] * GRID) / raw.grid],
      tolerance: TOLERANCE,
      smallest: SMALLEST,
      keepWhole: (owner) => /^4603|^442100/.test(owner),
      areasOf: (owner) => [owner, ...above(owner), NATION],
      isSolid: () => true,
    },
    { dash: dashes },
  );
}
