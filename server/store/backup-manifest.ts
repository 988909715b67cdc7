import * as v from 'valibot';

export const MANIFEST = 'manifest.json';
export const DATABASE = 'register.db';
/** Pictures lie under the names they have on their shelves. */
export const PHOTO = /^photos\/[a-z]{1,20}\/[0-9a-f]{2}\/[0-9a-f]{32}\.webp$/;
export const BACKUP_VERSION = 1;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The last part of a backup, JSON: what it is a backup of, and every other part in order with its length and SHA-256 (hex). */
const Manifest = v.object({
  format: v.literal('xiejiao-backup'),
  version: whole,
  /** Instants in milliseconds: when it was made, and of the last row of history in it (0 = none). */
  madeAt: whole,
  asOf: whole,
  seq: whole,
  epoch: v.string(),
  serialBase: whole,
  schema: whole,
  counts: v.object({ stations: whole, history: whole, reports: whole, unions: whole, photos: whole }),
  parts: v.array(v.object({ name: v.string(), bytes: whole, sha256: v.string() })),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** Null when it is not the list of a backup of ours. */
export function parseManifest(text: string): Manifest | null {
  try {
    const parsed = v.safeParse(Manifest, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null; // No JSON.
  }
}
