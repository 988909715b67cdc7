import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanPicture } from '../../../server/feature/photos/picture.ts';
import { openTestServer, sha256, type TestServer } from '../../fixtures/make/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ seed: 400 });
});
afterAll(() => server.close());

/** A photo as phones make them: large, turned on its side, with the place it was taken at. */
function phonePhoto(width = 2400, height = 1600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#456' } })
    .withExif({
      IFD0: { Make: 'Phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 45/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 39/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

async function cleaned(bytes: Uint8Array): Promise<Uint8Array> {
  const clean = await cleanPicture(bytes);
  if (!clean.ok) throw new Error(clean.refusal.kind);
  return clean.value;
}

describe('a photo that was sent in', () => {
  test('is drawn anew: upright, at most 1280 pixels, without the place and the camera it came from', async () => {
    const sent = await phonePhoto();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const kept = await sharp(await cleaned(sent)).metadata();
    expect(kept).toMatchObject({ format: 'webp', width: 853, height: 1280 });
    for (const hidden of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const) expect(kept[hidden]).toBeUndefined();
  });

  test('brings along nothing that was hidden behind the picture', async () => {
    const sent = Buffer.concat([await phonePhoto(80, 60), Buffer.from('<script>alert(1)</script>')]);
    expect(Buffer.from(await cleaned(sent)).includes('script')).toBe(false);
  });

  test.each([
    ['a page', Buffer.from('<!doctype html><img src=x onerror=alert(1)>')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['nothing', Buffer.alloc(0)],
    ['the first bytes of a picture and no more', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ])('is refused when it is %s', async (_, bytes) => {
    expect(await cleanPicture(bytes)).toEqual({ ok: false, refusal: { kind: 'picture-unreadable' } });
  });

  test('is refused when half of it is missing, or when it unpacks to more than a picture may', async () => {
    const whole = await phonePhoto(400, 300);
    expect((await cleanPicture(whole.subarray(0, whole.length / 2))).ok).toBe(false);
    const bomb = await sharp({ create: { width: 5000, height: 5000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await cleanPicture(bomb)).ok).toBe(false);
  });
});

describe('the shelves', () => {
  test('serve the pictures of synthetic stations for ever, each saying on itself that it is drawn', async () => {
    const names = new Set<string>();
    await server.store.eachStation((page) => {
      for (const { photos } of page) for (const name of photos) names.add(name);
    });
    expect(names.size).toBe(5);
    for (const name of names) {
      const answer = await server.get(`/photos/${name}.webp`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/webp');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(sha256(bytes).slice(0, 32)).toBe(name);
      expect(bytes.length).toBeLessThan(30_000);
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 960, height: 720 });
      const again = await server.get(`/photos/${name}.webp`, { 'if-none-match': `"${name}"` });
      expect(again.status).toBe(304);
    }
  });

  test('about a tenth of the synthetic stations have one to three', async () => {
    const counts: number[] = [];
    await server.store.eachStation((page) => {
      counts.push(...page.map(({ photos }) => photos.length));
    });
    const share = counts.filter((count) => count > 0).length / counts.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.16);
    expect(Math.max(...counts)).toBe(3);
  });

  test('keep what workers sent from everybody who asks by its name', async () => {
    const name = await server.deps.photos.reports.put(await cleaned(await phonePhoto(80, 60)));
    expect(await server.deps.photos.reports.read(name)).not.toBeNull();
    expect((await server.get(`/photos/${name}.webp`)).status).toBe(404);
  });

  test.each([
    '/photos/..%2Fxiejiao.db',
    '/photos/x.webp',
    `/photos/${'a'.repeat(32)}.webp`,
    `/photos/${'a'.repeat(32)}.png`,
  ])('have nothing at %s', async (path) => {
    expect((await server.get(path)).status).toBe(404);
  });
});
