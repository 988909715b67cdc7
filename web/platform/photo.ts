/** Longest side in pixels, and bytes, of a photo that goes along with a report. */
const LONGEST = 1280;
const MOST_BYTES = 300 * 1024;
/** From good to good enough: the first that fits is taken. */
const TRIES: readonly (readonly [longest: number, quality: number])[] = [
  [LONGEST, 0.82],
  [LONGEST, 0.68],
  [LONGEST, 0.5],
  [900, 0.6],
  [640, 0.5],
];

/**
 * A photo drawn anew on this phone, as JPEG in base64: small, upright, and of what stood beside the pixels (place, time,
 * camera) nothing is left. Null when the browser cannot read it as a picture or will not draw.
 */
export async function shrinkPhoto(file: Blob, page: Document): Promise<string | null> {
  const picture = await pictureOf(file, page);
  if (picture === null) return null;
  try {
    for (const [longest, quality] of TRIES) {
      const drawn = await draw(picture, page, { longest, quality });
      if (drawn === null) return null;
      if (drawn.size <= MOST_BYTES) return await base64Of(drawn);
    }
    return null;
  } finally {
    if ('close' in picture) picture.close();
  }
}

type Picture = ImageBitmap | HTMLImageElement;

async function pictureOf(file: Blob, page: Document): Promise<Picture | null> {
  const target = page.defaultView;
  if (target === null) return null;
  try {
    if ('createImageBitmap' in target) return await target.createImageBitmap(file);
  } catch {
    // Some read as an image what they cannot read as a bitmap, like HEIC on an iPhone.
  }
  const address = URL.createObjectURL(file);
  try {
    const image = new target.Image();
    image.src = address;
    await image.decode();
    return image;
  } catch {
    return null; // No picture, or of a kind this browser does not know.
  } finally {
    URL.revokeObjectURL(address);
  }
}

type Wish = { readonly longest: number; readonly quality: number };

function draw(picture: Picture, page: Document, { longest, quality }: Wish): Promise<Blob | null> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = page.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext('2d');
  if (brush === null) return Promise.resolve(null);
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));
}

/** A piece at a time: all bytes at once are more arguments than a call may have. */
const PIECE = 0x6000;

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
