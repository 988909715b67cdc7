/** What a row of history says of a union or a division: all of it when it is new (`before` null), else what changed. */
type Row = {
  readonly seq: number;
  readonly before: { readonly [field: string]: unknown } | null;
  readonly after: { readonly [field: string]: unknown };
};

/** One such row with whom it is about; kept as it came, for there are few. */
export type ToldRow = Row & { readonly subject: 'union' | 'region'; readonly id: string };

/**
 * The tree as it was told up to a row of history. What was there from the beginning comes from outside (`base`: today's list
 * or the first one, both give the same): a field that a later row changed is what that row found.
 */
export function knownAt<T extends { readonly [field: string]: unknown }>(
  base: ReadonlyMap<string, T>,
  rows: readonly ToldRow[],
  seq: number,
): ReadonlyMap<string, T> {
  const byId = new Map<string, ToldRow[]>();
  for (const row of rows) {
    const told = byId.get(row.id);
    if (told === undefined) byId.set(row.id, [row]);
    else told.push(row);
  }
  const known = new Map<string, T>();
  for (const [id, held] of base) {
    const told = byId.get(id);
    const then = told === undefined ? held : thenOf(held, told, seq);
    if (then !== null) known.set(id, then);
  }
  for (const [id, told] of byId) {
    const [first] = told;
    if (base.has(id) || first === undefined || first.before !== null || first.seq > seq) continue;
    // Added since the list was drawn up, or it is the first one: the row that added it holds the whole of it.
    const added = { id, ...first.after } as unknown as T;
    const then = thenOf(added, told, seq);
    if (then !== null) known.set(id, then);
  }
  return known;
}

/** Null: it was not there yet. */
function thenOf<T extends { readonly [field: string]: unknown }>(held: T, told: readonly Row[], seq: number): T | null {
  const [first] = told;
  if (first !== undefined && first.before === null && first.seq > seq) return null;
  const fields: { [field: string]: unknown } = { ...held };
  // Backwards over what came later, forwards over what was known.
  for (let at = told.length - 1; at >= 0; at--) {
    const row = told[at];
    if (row !== undefined && row.seq > seq) Object.assign(fields, row.before);
  }
  for (const row of told) if (row.seq <= seq) Object.assign(fields, row.after);
  return fields as T;
}
