import { encodeReply } from '../../shared/feed/delta-encode.ts';
import type { Epoch, Put } from '../../shared/feed/feed.ts';
import type { PackRow } from '../../shared/feed/pack-encode.ts';
import { changedParts } from '../../shared/feed/parts.ts';
import { addDays, type DateText, type Day, dateText, instant } from '../../shared/kernel/instant.ts';
import { AMENITIES } from '../../shared/station/amenity.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { utf8 } from '../fixtures/packs/utf8.ts';

type Change = (row: PublicStation, other: PublicStation, turn: number) => Partial<PublicStation>;

const TODAY = 20_760 as Day;
/** A day of the last two weeks. */
const lately = (turn: number): DateText => dateText(addDays(TODAY, -((turn * 5) % 14)));
const REASONS = ['门店装修', '道路施工', '管道维修', '设备更换', '共建单位搬迁', '暂无值守人员'];

/** What changes at a station in a week or two, and how often of a hundred times. `other` lends its values. */
const MIX: readonly (readonly [share: number, what: string, change: Change])[] = [
  [40, 'confirmed', (_, __, turn) => ({ verified: turn % 3 === 0 ? 'on-site' : 'desk', verifiedOn: lately(turn) })],
  [20, 'one service', (row, other, turn) => ({ amenities: oneService(row, other, turn) })],
  [12, 'hours', (_, other) => ({ hours: other.hours })],
  [7, 'suspended', (_, __, turn) => ({ status: 'suspended', statusNote: noteOf(turn) })],
  [6, 'resumed', (row) => ({ status: row.status === 'active' ? 'rectifying' : 'active', statusNote: null })],
  [
    5,
    'phone',
    (_, __, turn) => ({ publicPhone: `0${371 + (turn % 400)}-${6_000_000 + ((turn * 86_028_157) % 1_000_000)}` }),
  ],
  [4, 'access', (_, other) => ({ access: other.access })],
  [2, 'point', (row, _, turn) => ({ point: { ...row.point, lng: row.point.lng + (turn % 50) / 1e5 } })],
  [2, 'name and entrance', (_, other) => ({ name: other.name, entrance: other.entrance })],
  [2, 'stars, host and size', (_, { stars, ratedOn, hostName, area }) => ({ stars, ratedOn, hostName, area })],
];

/** Broken and said so, or repaired, or known at last: the day is always noted. */
function oneService(row: PublicStation, other: PublicStation, turn: number): PublicStation['amenities'] {
  const amenity = AMENITIES[(turn * turn) % (turn % 2 === 0 ? 6 : AMENITIES.length)] ?? 'water';
  const before = row.amenities[amenity]?.state ?? 'unknown';
  const state = before === 'yes' ? 'broken' : 'yes';
  const note = state === 'broken' ? '待维修' : (other.amenities[amenity]?.note ?? null);
  return { ...row.amenities, [amenity]: { state, note, confirmedOn: lately(turn) } };
}

function noteOf(turn: number): PublicStation['statusNote'] {
  const reason = REASONS[turn % REASONS.length] ?? '';
  return { reason, since: lately(turn), until: dateText(addDays(TODAY, 5 + ((turn * 37) % 90))) };
}

/** Turns spread the kinds evenly: 61 has no factor in common with 100. */
function changeOf(turn: number): readonly [what: string, change: Change] {
  let at = (turn * 61) % 100;
  for (const [share, what, change] of MIX) {
    if (at < share) return [what, change];
    at -= share;
  }
  throw new Error('the shares do not add up to a hundred');
}

export const CHANGES = MIX.map(([share, what]) => `${share} ${what}`).join(', ');

type Sized = { readonly ours: number; readonly peer: number; readonly rows: number };

/** Bytes of one answer in which every hundredth of these stations changed; the peer names the changed fields in JSON. */
export function bytesOfDelta(rows: readonly PackRow[], compressed: (bytes: Uint8Array) => number): Sized {
  const initials = new Map(rows.map((one) => [one.row.name, one.initials]));
  const puts: Put[] = [];
  const plain: object[] = [];
  for (let at = 50; at < rows.length; at += 100) {
    const turn = Math.floor(at / 100);
    const [before, other] = [rows[at]?.row, rows[(at * 7919 + 13) % rows.length]?.row];
    if (before === undefined || other === undefined) continue;
    const row = { ...before, ...changeOf(turn)[1](before, other, turn) };
    const parts = changedParts(before, row);
    if (parts.length === 0) continue;
    // Commits of the whole country lie between.
    const seq = rows.length + ((turn * 7919) % rows.length);
    puts.push({ op: 'put', seq, code: row.code, parts, row });
    const fields = Object.entries(row).filter(([key]) => Reflect.get(before, key) !== Reflect.get(row, key));
    plain.push({ seq, code: row.code, ...Object.fromEntries(fields) });
  }
  const reply = encodeReply(
    {
      kind: 'delta',
      epoch: '0123456789abcdef' as Epoch,
      next: rows.length * 2,
      done: true,
      serverTime: instant(1_790_000_000_000),
      changes: puts.sort((a, b) => a.seq - b.seq),
    },
    { isCore: false, initialsOf: (name) => initials.get(name) ?? '', utf8 },
  );
  return { ours: compressed(reply), peer: compressed(utf8.encode(JSON.stringify(plain))), rows: puts.length };
}
