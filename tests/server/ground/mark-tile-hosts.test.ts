import { expect, test } from 'vitest';
import { type Assets, assetOf } from '../../../server/http/assets.ts';
import { markTileHosts } from '../../../server/http/mark-tile-hosts.ts';
import { isBuilt, textOf } from '../../size.ts';

const assetsWith = (worker: string): Assets =>
  new Map([['/sw.js', assetOf('/sw.js', Uint8Array.from(Buffer.from(worker)))]]);
const textIn = (assets: Assets): string => Buffer.from(assets.get('/sw.js')?.plain ?? []).toString('utf8');
const LIST =
  '[{"integrity":"x","revision":"abc123","url":"index.html"},{"integrity":"y","revision":"def","url":"icon.svg"}]';

test('other tile hosts make another page for phones, and touch no other file', () => {
  const one = textIn(markTileHosts(assetsWith(LIST), ['https://a.example']));
  const two = textIn(markTileHosts(assetsWith(LIST), ['https://b.example']));
  expect(one).toMatch(/"revision":"abc123[0-9a-f]{8}","url":"index.html"/);
  expect(one).not.toBe(two);
  expect(one).toContain('"revision":"def","url":"icon.svg"');
  expect(textIn(markTileHosts(assetsWith(LIST), []))).toBe(LIST);
});

test('a worker whose list cannot be read is a bug, not a phone that blocks its tiles', () => {
  expect(() => markTileHosts(assetsWith('nothing'), ['https://a.example'])).toThrow('index.html');
});

test.skipIf(!isBuilt)('the built worker can be marked', () => {
  const marked = textIn(markTileHosts(assetsWith(textOf('sw.js')), ['https://a.example']));
  expect(marked).not.toBe(textOf('sw.js'));
});
