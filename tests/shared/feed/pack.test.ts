import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCity } from '../../../shared/feed/apply.ts';
import { crc32 } from '../../../shared/feed/bytes.ts';
import { codeNumber } from '../../../shared/feed/code-block.ts';
import type { Epoch } from '../../../shared/feed/feed.ts';
import { decodePack } from '../../../shared/feed/pack-decode.ts';
import { encodePack, type PackHead } from '../../../shared/feed/pack-encode.ts';
import { openTable } from '../../../shared/feed/table.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { fixtureCityOf, fixtureInitials, makeStations } from '../../fixtures/packs/make.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';

const head: PackHead = {
  kind: 'city',
  region: '410100' as RegionCode,
  epoch: '0123456789abcdef' as Epoch,
  seq: 42,
  asOf: instant(Date.UTC(2026, 9, 1)),
  cityOf: fixtureCityOf,
};

function pack(rows: readonly PublicStation[], change: Partial<PackHead> = {}): Uint8Array {
  return encodePack(
    { ...head, ...change },
    rows.map((row) => ({ row, initials: fixtureInitials(row.name) })),
    utf8,
  );
}

function opened(bytes: Uint8Array) {
  const decoded = decodePack(bytes, utf8);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.refusal));
  return decoded.value;
}

function refusal(bytes: Uint8Array) {
  const decoded = decodePack(bytes, utf8);
  return decoded.ok ? null : decoded.refusal;
}

const stations = makeStations(800, 7);
const few = stations.slice(0, 12);

describe('a pack', () => {
  it('gives back every field of every station', () => {
    const table = openTable([openCity(opened(pack(stations)), null)], null, utf8);
    expect(table.size).toBe(stations.length);
    for (const row of stations) expect(table.station(row.code)).toEqual(row);
  });

  it('is the same bytes whatever order the rows come in', () => {
    expect(Buffer.compare(pack([...stations].reverse()), pack(stations))).toBe(0);
  });

  it('says whose it is, and from when', () => {
    const { region, epoch, seq, asOf } = opened(pack(few));
    expect({ region, epoch, seq, asOf }).toEqual({
      region: '410100',
      epoch: '0123456789abcdef',
      seq: 42,
      asOf: head.asOf,
    });
  });

  it('may be empty', () => {
    const columns = opened(pack([]));
    expect(columns.core.n).toBe(0);
    expect(openTable([openCity(columns, null)], null, utf8).size).toBe(0);
  });

  it('of the nation holds points, facts and cities, and no text', () => {
    const columns = opened(pack(stations, { kind: 'core', region: 'CN' }));
    expect(columns.region).toBe('CN');
    expect(columns.list).toBeNull();
    expect(columns.rest).toBeNull();
    expect(new Set(columns.core.code)).toEqual(new Set(stations.map(({ code }) => codeNumber(code))));
    for (const [county, city] of columns.core.cities) expect(city).toBe(fixtureCityOf(county));
  });

  it('keeps what is unusual: stacked points, aliases, a county that is not the code’s, a null beside an empty text', () => {
    const [first, second, third] = few;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
    const rows: PublicStation[] = [
      { ...first, region: '119999' as RegionCode, aliases: ['老站', '一|二'], entrance: '' },
      {
        ...second,
        point: first.point,
        name: '多\n行',
        entrance: null,
        amenities: { water: { state: 'unknown', note: '问过', confirmedOn: null } },
      },
      {
        ...third,
        point: first.point,
        access: { modes: ['keypad', 'open-door'], needsApp: true, whoMayEnter: [], free: false, feeNote: '充电一元' },
      },
    ];
    const table = openTable([openCity(opened(pack(rows)), null)], null, utf8);
    for (const row of rows) expect(table.station(row.code)).toEqual(row);
    expect(table.search('多', null, 5)).toHaveLength(1);
  });

  it('has columns of their own, so that storing one does not store the pack', () => {
    const bytes = pack(few);
    const { core, list, rest } = opened(bytes);
    const views = [core.lng, core.yesLo, core.code, list?.names.bytes, rest?.lines.bytes];
    for (const view of views) {
      expect(view?.buffer).not.toBe(bytes.buffer);
      expect(view?.byteLength).toBe(view?.buffer.byteLength);
    }
  });
});

describe('a pack that is not as it should be is refused, never half read', () => {
  const bytes = pack(few);

  it('cut anywhere', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(refusal(bytes.subarray(0, length))?.kind, `cut at ${length}`).toBe('pack-truncated');
    }
  });

  it('with any bit of it turned', () => {
    for (let at = 0; at < bytes.length; at++) {
      const broken = bytes.slice();
      broken[at] = (broken[at] ?? 0) ^ (1 << (at % 8));
      expect(refusal(broken), `byte ${at}`).not.toBeNull();
    }
  });

  it('longer than it says', () => {
    const longer = new Uint8Array(bytes.length + 3);
    longer.set(bytes);
    expect(refusal(longer)).toEqual({ kind: 'pack-length', expected: bytes.length, found: bytes.length + 3 });
  });

  it('from a newer program', () => {
    const newer = bytes.slice();
    newer[4] = 2;
    expect(refusal(newer)).toEqual({ kind: 'pack-too-new', version: 2, known: 1 });
  });

  it('of another kind', () => {
    expect(refusal(utf8.encode('<!doctype html><title>登录</title>'))).toEqual({ kind: 'pack-not-ours' });
    expect(refusal(Uint8Array.of(0x50, 0x4b, 3, 4))).toEqual({ kind: 'pack-not-ours' });
  });

  it('wrong inside although every checksum is right', () => {
    // Only a broken writer makes such a pack; each body byte is turned and signed again.
    const start = sectionStart(bytes);
    let refused = 0;
    for (let at = start.first; at < start.first + start.lengths[0]; at += 1) {
      const forged = resigned(bytes, at);
      const decoded = decodePack(forged, utf8);
      if (!decoded.ok) refused++;
      else expect(decoded.value.core.n).toBe(few.length);
    }
    expect(refused).toBeGreaterThan(0);
  });
});

/** Where sections begin: header of magic 4, version 1, region 3, epoch 8, seq 1, asOf 6, n 1, count 1, entries, crc 4. */
function sectionStart(bytes: Uint8Array): { first: number; entries: number; lengths: [number, number, number] } {
  const entries = 4 + 1 + 3 + 8 + 1 + 6 + 1 + 1;
  let at = entries;
  const lengths: number[] = [];
  for (let i = 0; i < 3; i++) {
    at += 1;
    let length = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] ?? 0;
      length += (byte & 127) * scale;
      if (byte < 128) break;
    }
    lengths.push(length);
    at += 4;
  }
  return { first: at + 4, entries, lengths: [lengths[0] ?? 0, lengths[1] ?? 0, lengths[2] ?? 0] };
}

function resigned(bytes: Uint8Array, at: number): Uint8Array {
  const forged = bytes.slice();
  forged[at] = (forged[at] ?? 0) ^ 0x55;
  const { first, entries, lengths } = sectionStart(bytes);
  const view = new DataView(forged.buffer);
  const lengthBytes = lengths[0] < 128 ? 1 : lengths[0] < 16384 ? 2 : 3;
  view.setUint32(entries + 1 + lengthBytes, crc32(forged.subarray(first, first + lengths[0])), true);
  view.setUint32(first - 4, crc32(forged.subarray(0, first - 4)), true);
  return forged;
}

describe('the written format', () => {
  it('names the version that the code writes', () => {
    const text = readFileSync(new URL('../../../shared/feed/PACK.md', import.meta.url), 'utf8');
    expect(text).toContain('version 1');
  });

  it('has fixtures that decode today as they did when they were made', () => {
    const read = (name: string) =>
      new Uint8Array(readFileSync(new URL(`../../fixtures/packs/${name}`, import.meta.url)));
    expect(opened(read('valid.xjpk')).core.n).toBe(few.length);
    expect(opened(read('empty.xjpk')).core.n).toBe(0);
    expect(refusal(read('too-new.xjpk'))?.kind).toBe('pack-too-new');
    expect(refusal(read('truncated.xjpk'))?.kind).toBe('pack-truncated');
    expect(refusal(read('bit-flipped.xjpk'))?.kind).toBe('pack-section');
    const table = openTable([openCity(opened(read('valid.xjpk')), null)], null, utf8);
    for (const row of few) expect(table.station(row.code)).toEqual(row);
  });
});
