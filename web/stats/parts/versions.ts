type Definition = { readonly id: string; readonly version: number };

/** `都是第 1 版`, `第 1 版，其中 2 项第 2 版`. */
export function versionsText(definitions: readonly Definition[]): string {
  const counts = new Map<number, number>();
  for (const { version } of definitions) counts.set(version, (counts.get(version) ?? 0) + 1);
  const [first, ...rest] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined) return '指标口径';
  const [version] = first;
  if (rest.length === 0)
    return definitions.length === 1 ? `第 ${version} 版` : `${definitions.length} 项都是第 ${version} 版`;
  return `第 ${version} 版，其中${rest.map(([other, count]) => ` ${count} 项第 ${other} 版`).join('、')}`;
}
