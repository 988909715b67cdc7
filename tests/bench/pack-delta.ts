import { encodeReply } from '../../shared/feed/delta-encode.ts';
import type { Epoch, Put } from '../../shared/feed/feed.ts';
import type { PackRow } from '../../shared/feed/pack-encode.ts';
import { changedParts } from '../../shared/feed/parts.ts';
import { instant } from '../../shared/kernel/instant.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { utf8 } from '../fixtures/packs/utf8.ts';

/** What changes in a week: of ten changes four are of status, four of one service, two of hours. */
function changed(row: PublicStation, other: PublicStation, turn: number): PublicStation {
  if (turn < 4) return { ...row, status: row.status === 'active' ? 'rectifying' : 'active', statusNote: null };
  if (turn >= 8) return { ...row, hours: other.hours };
  const fact = { note: null, confirmedOn: null, ...row.amenities.microwave };
  const state = fact.state === 'yes' ? 'broken' : 'yes';
  return { ...row, amenities: { ...row.amenities, microwave: { ...fact, state } } };
}

/** Bytes a row of a delta with every hundredth station changed; the peer names the same changed fields in JSON. */
export function bytesOfDelta(
  rows: readonly PackRow[],
  compressed: (bytes: Uint8Array) => number,
): { readonly ours: number; readonly peer: number } {
  const initials = new Map(rows.map((one) => [one.row.name, one.initials]));
  const puts: Put[] = [];
  const plain: object[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const [before, other] = [rows[at]?.row, rows[(at * 7919 + 13) % rows.length]?.row];
    if (before === undefined || other === undefined) continue;
    const row = changed(before, other, (at / 100) % 10);
    const parts = changedParts(before, row);
    if (parts.length === 0) continue;
    const seq = rows.length + puts.length * 3;
    puts.push({ op: 'put', seq, code: row.code, parts, row });
    const fields = Object.entries(row).filter(([key]) => Reflect.get(before, key) !== Reflect.get(row, key));
    plain.push({ seq, code: row.code, ...Object.fromEntries(fields) });
  }
  // Commits come in no order of place.
  puts.sort((a, b) => a.code.slice(9).localeCompare(b.code.slice(9)));
  const inOrder = puts.map((put, at) => ({ ...put, seq: rows.length + at * 3 }));
  const reply = encodeReply(
    {
      kind: 'delta',
      epoch: '0123456789abcdef' as Epoch,
      next: rows.length * 2,
      done: true,
      serverTime: instant(1_790_000_000_000),
      changes: inOrder,
    },
    { isCore: false, initialsOf: (name) => initials.get(name) ?? '', utf8 },
  );
  return {
    ours: compressed(reply) / puts.length,
    peer: compressed(utf8.encode(JSON.stringify(plain))) / puts.length,
  };
}
