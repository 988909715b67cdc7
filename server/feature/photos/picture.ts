import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';

/** Longest side of what is kept, in pixels: a door and its sign can be read, and nothing more is wanted. */
const LONGEST = 1280;
/** A small file may unpack into a picture that fills the memory: what is sent was made small on the phone (1.6 million). */
const MOST_PIXELS = 16_000_000;
const QUALITY = 72;
/** What the bytes must be, by their first ones; what the sender calls them counts for nothing. */
const TAKEN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']);

// Pictures come one now and then, beside everything else the process does.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Any picture as a WebP of at most 1280 × 1280, upright, drawn anew: of what was sent only the pixels are left, no place,
 * no camera, no hidden file behind the picture. Refuses `picture-unreadable`.
 */
export async function cleanPicture(bytes: Uint8Array): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !TAKEN.has(type.mime)) return refuse({ kind: 'picture-unreadable' });
  try {
    const drawn = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .webp({ quality: QUALITY })
      .toBuffer();
    return ok(Uint8Array.from(drawn));
  } catch {
    return refuse({ kind: 'picture-unreadable' }); // Broken, cut short or larger than it may unpack to.
  }
}

/** Our own drawing as the file a photo would be. */
export async function pictureOfDrawing(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await sharp(Buffer.from(svg)).webp({ quality: QUALITY }).toBuffer());
}
