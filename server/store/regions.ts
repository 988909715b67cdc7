import type { RegionCode, RegionLevel } from '../../shared/station/region.ts';
import type { RegionTree } from './context.ts';

type Node = { readonly code: RegionCode; readonly level: RegionLevel; readonly parent: RegionCode | null };

export function regionTree(nodes: readonly Node[]): RegionTree {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const children = new Map<RegionCode, RegionCode[]>();
  for (const { code, parent } of nodes) {
    if (parent === null) continue;
    children.set(parent, [...(children.get(parent) ?? []), code]);
  }
  const above = (code: RegionCode): RegionCode | null => {
    const node = byCode.get(code);
    if (!node) return null;
    if (node.level === 'city') return node.code;
    return node.parent === null ? null : above(node.parent);
  };
  const cities = new Map(nodes.map((node) => [node.code, above(node.code) ?? node.code]));
  return {
    has: (code) => byCode.has(code),
    cityOf: (code) => cities.get(code) ?? code,
    under: (code) => {
      const found = new Set<RegionCode>([code]);
      for (const each of found) for (const child of children.get(each) ?? []) found.add(child);
      return found;
    },
  };
}
