export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parsed content of one file of a package. */
export function jsonOf(files: ReadonlyMap<string, Buffer>, path: string): unknown {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${path} is not in the package`);
  return JSON.parse(bytes.toString('utf8'));
}

/** One line per item, so that a change shows as a line in a diff. */
export function listText(items: readonly unknown[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}
