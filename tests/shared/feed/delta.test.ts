import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../shared/feed/bytes.ts';
import { codeOfNumber } from '../../../shared/feed/code-block.ts';
import { decodeReply } from '../../../shared/feed/delta-decode.ts';
import { encodeReply } from '../../../shared/feed/delta-encode.ts';
import { DROP_REASONS } from '../../../shared/feed/delta-format.ts';
import {
  type Change,
  type Drop,
  type Epoch,
  type FeedReply,
  FIRST_PROTOCOL,
  PROTOCOL,
  type RowPart,
} from '../../../shared/feed/feed.ts';
import { ALL_PARTS } from '../../../shared/feed/parts.ts';
import { putPatch } from '../../../shared/feed/patch.ts';
import { addDays, type DateText, type Day, dateText, instant } from '../../../shared/kernel/instant.ts';
import { AMENITIES } from '../../../shared/station/amenity.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import { EXIT_REASONS } from '../../../shared/station/command.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { fixtureInitials, makeStations } from '../../fixtures/packs/make.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';

const options = { isCore: false, initialsOf: fixtureInitials, utf8 };
const stations = makeStations(400, 11);
const [first, second] = stations;
if (first === undefined || second === undefined) throw new Error('no stations');
const EPOCH = 'ffee00112233aabb' as Epoch;

function delta(changes: readonly Change[], next = 99): FeedReply {
  return { kind: 'delta', epoch: EPOCH, next, done: true, serverTime: instant(1_790_000_000_123), changes };
}

/** What the reader should see of a reply. */
function patchesOf(reply: FeedReply): unknown {
  if (reply.kind === 'reset') return reply;
  // By code; puts are exact at the page's end.
  const sorted = [...reply.changes].sort((a, b) => Number(a.code) - Number(b.code) || a.seq - b.seq);
  return {
    ...reply,
    changes: sorted.map((change) =>
      change.op === 'drop' ? change : { ...putPatch(change, options), seq: reply.next },
    ),
  };
}

function put(row: PublicStation, parts: readonly RowPart[], seq = 99): Change {
  return { op: 'put', seq, code: row.code, parts, row };
}

const RETIRED: Drop = {
  op: 'drop',
  seq: 98,
  code: first.code,
  reason: 'retired',
  on: '2026-11-23' as DateText,
  exit: 'NOT_OPEN',
  successor: null,
  movedTo: null,
};
/** As the release wrote it that knew the first protocol alone. */
const FIRST_BYTES = '58460101ffee00112233aabbfbd8c1a28c3463010101d2ac070001090101000200d8c4020000';

const anySeq = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const anyNext = fc.integer({ min: 0, max: 2 ** 52 - 1 });
const anyChangeSeq = fc.integer({ min: 0, max: 2 ** 52 - 1 });
const anyTime = fc.integer({ min: 0, max: 4e12 }).map(instant);
const anyEpoch = fc.stringMatching(/^[0-9a-f]{16}$/).map((text) => text as Epoch);
const anyRow: fc.Arbitrary<PublicStation> = fc
  .record({
    base: fc.constantFrom(...stations),
    name: fc.string({ unit: 'grapheme', maxLength: 40 }),
    entrance: fc.option(fc.string({ unit: 'grapheme', maxLength: 8 })),
    aliases: fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 3 }),
    region: fc.integer({ min: 110_000, max: 659_999 }),
  })
  .map(({ base, region, ...texts }) => ({ ...base, ...texts, region: String(region) as RegionCode }));
const anyParts = fc.subarray([...ALL_PARTS], { minLength: 1 });
const anyPut: fc.Arbitrary<Change> = fc
  .record({ row: anyRow, parts: anyParts, seq: anyChangeSeq })
  .map(({ row, parts, seq }) => put(row, parts, seq));
const anyDrop: fc.Arbitrary<Change> = fc
  .record({
    op: fc.constant('drop' as const),
    seq: anyChangeSeq,
    code: fc.constantFrom(...stations).map(({ code }) => code),
    reason: fc.constantFrom(...DROP_REASONS),
    exit: fc.option(fc.constantFrom(...EXIT_REASONS), { nil: null }),
    on: fc.integer({ min: 0, max: 40_000 }).map((day): DateText => dateText(addDays(0 as Day, day))),
    successor: fc.option<StationCode, null>(
      fc.constantFrom(...stations).map(({ code }) => code),
      { nil: null },
    ),
    movedTo: fc.option<RegionCode, null>(
      fc.integer({ min: 110_000, max: 659_999 }).map((region) => String(region) as RegionCode),
      { nil: null },
    ),
  })
  // Only what is retired was given up for a reason.
  .map((drop) => (drop.reason === 'retired' ? drop : { ...drop, exit: null }));
const anyReply: fc.Arbitrary<FeedReply> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('delta' as const),
      epoch: anyEpoch,
      next: anyNext,
      done: fc.boolean(),
      serverTime: anyTime,
      changes: fc.array(fc.oneof(anyPut, anyDrop), { maxLength: 12 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('reset' as const),
      epoch: anyEpoch,
      serverTime: anyTime,
      pack: fc.record({ hash: fc.string(), bytes: anySeq, seq: anySeq, asOf: anyTime }),
    }),
  },
);

describe('a feed answer', () => {
  it('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        expect(decodeReply(encodeReply(reply, options), utf8)).toEqual({ ok: true, value: patchesOf(reply) });
      }),
      { numRuns: 200 },
    );
  });

  it('for an app of the first protocol says all but why a station was given up', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const bytes = encodeReply(reply, options, FIRST_PROTOCOL);
        expect(bytes[2]).toBe(1);
        const changes = reply.kind === 'reset' ? [] : reply.changes;
        const silent = changes.map((change) => (change.op === 'drop' ? { ...change, exit: null } : change));
        const known = reply.kind === 'reset' ? reply : { ...reply, changes: silent };
        expect(decodeReply(bytes, utf8)).toEqual({ ok: true, value: patchesOf(known) });
      }),
    );
  });

  it('to an app of the first protocol about a retired station is, byte for byte, what it always was', () => {
    const bytes = encodeReply(delta([RETIRED]), options, FIRST_PROTOCOL);
    const hex = Array.from(bytes.subarray(0, -4), (byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(hex).toBe(FIRST_BYTES);
  });

  it('with a reason that came after this app is read as one of the others', () => {
    const bytes = encodeReply(delta([{ ...RETIRED, exit: 'OTHER' }]), options);
    const end = bytes.length - 4;
    expect(bytes[end - 1]).toBe(EXIT_REASONS.length);
    const newer = bytes.slice(0, end);
    newer[end - 1] = EXIT_REASONS.length + 7;
    const sum = new Uint8Array(new Uint32Array([crc32(newer)]).buffer);
    const read = decodeReply(Uint8Array.from([...newer, ...sum]), utf8);
    expect(read).toMatchObject({ ok: true, value: { changes: [{ reason: 'retired', exit: 'OTHER' }] } });
  });

  it('about one station of which anything but its texts changed has at most 120 bytes', () => {
    // Seasons and dated exceptions are texts of their own length.
    const usual = stations.filter(({ hours }) => hours.seasons.length + hours.exceptions.length === 0);
    expect(usual.length).toBeGreaterThan(stations.length * 0.9);
    const note = { reason: '内部装修', since: '2026-10-01' as DateText, until: '2026-12-31' as DateText };
    const together: readonly (readonly RowPart[])[] = [
      ['status', 'trust'],
      ['hours'],
      ['point', 'access', 'phone'],
      ['water', 'microwave', 'toilet', 'trust'],
      AMENITIES.slice(0, 12),
    ];
    for (const row of usual) {
      const changed = { ...row, status: 'suspended' as const, statusNote: note };
      for (const parts of together) {
        const body = encodeReply(delta([put(changed, parts, 4_000_000)], 4_000_000), options);
        expect(body.length, `${row.name} ${parts.join()}`).toBeLessThanOrEqual(120);
      }
    }
  });

  it('with nothing new has at most 40 bytes', () => {
    expect(encodeReply(delta([], 4_000_000), options).length).toBeLessThanOrEqual(40);
  });

  it('of the national core leaves out what the core has not', () => {
    const reply = delta([put(first, ALL_PARTS), put(second, ['text'])]);
    const read = decodeReply(encodeReply(reply, { ...options, isCore: true }), utf8);
    if (!read.ok || read.value.kind !== 'delta') throw new Error('not read');
    expect(read.value.changes).toHaveLength(1);
    expect(read.value.changes[0]).toMatchObject({
      code: first.code,
      access: null,
      trust: null,
      text: null,
      phone: null,
      rest: null,
    });
  });
});

describe('a feed answer that is not as it should be is refused', () => {
  const bytes = encodeReply(delta([put(first, ALL_PARTS), put(second, ['hours', 'status', 'water'])]), options);

  it('cut anywhere', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(decodeReply(bytes.subarray(0, length), utf8).ok, `cut at ${length}`).toBe(false);
  });

  it('with any bit of it turned', () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const broken = bytes.slice();
      broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeReply(broken, utf8).ok, `bit ${bit}`).toBe(false);
    }
  });

  it('from a newer program', () => {
    const newer = bytes.slice();
    newer[2] = 9;
    const read = decodeReply(newer, utf8);
    expect(read).toEqual({ ok: false, refusal: { kind: 'protocol-too-new', version: 9, known: PROTOCOL } });
  });

  it('when it is the page of a captive portal', () => {
    const read = decodeReply(utf8.encode('<html><body>请登录</body></html>'), utf8);
    expect(read).toEqual({ ok: false, refusal: { kind: 'pack-not-ours' } });
  });
});

it('a code is kept as a number without losing a digit', () => {
  for (const { code } of stations) expect(codeOfNumber(Number(code))).toBe(code);
});
