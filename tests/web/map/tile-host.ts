import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync } from 'node:zlib';
import type { TileProvider } from '../../../shared/wire/tiles.ts';

/**
 * A host of painted tiles: every pixel says which it is – red the column in its tile, green the row, blue the low four bits of
 * the tile's x and y – so that a picture of the map can be read back.
 */
export type TileHost = {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
  isDown: boolean;
  close(): Promise<void>;
};

export async function openTileHost(): Promise<TileHost> {
  const asked: string[] = [];
  const host = { isDown: false };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const tile = /\/\d+\/(\d+)\/(\d+)\.png$/.exec(request.url ?? '');
    if (host.isDown || tile === null) {
      response.writeHead(503).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'no-store' });
    response.end(paintedTile(Number(tile[1]), Number(tile[2])));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return Object.assign(host, {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  });
}

export function providerOf(host: string, part: Partial<TileProvider> = {}): TileProvider {
  return {
    id: 'street',
    name: '街道图',
    kind: 'xyz',
    urls: [`${host}/{z}/{x}/{y}.png`],
    subdomains: [],
    crs: 'gcj02',
    attribution: '测试图源',
    reviewNumber: '审图号：测S（2026）1号',
    minZoom: 1,
    maxZoom: 19,
    ...part,
  };
}

const SIDE = 256;

function paintedTile(x: number, y: number): Buffer {
  const rows = Buffer.alloc(SIDE * (1 + SIDE * 3));
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      rows.set([column, row, (x % 16) * 16 + (y % 16)], row * (1 + SIDE * 3) + 1 + column * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(body.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}

/** As the PNG standard defines it. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
