import { createHash } from 'node:crypto';

/** SHA-256 in hex over JSON whose keys stand in order: the same content is the same text whoever put it together. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content, inOrder)).digest('hex');
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
