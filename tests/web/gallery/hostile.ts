import type { PublicStation } from '../../../shared/station/station.ts';
import { ALWAYS, daily, date, have, OFF, offset, spans, station, weekly } from './fixture.ts';

/** Names a ledger can hold and a screen must survive; each stands on an open door, nearest first. */
const NAMES: readonly string[] = [
  `${'很长很长的名字'.repeat(24)}驿站`,
  '<img src=x onerror=alert(1)>驿站',
  `Pneumonoultramicroscopic${'silicovolcanoconiosis'.repeat(6)}`,
  '\u202e站驿的来过倒\u202c',
  '👩‍👩‍👧‍👦'.repeat(12),
  `Z${'\u0300\u0301\u0302\u0303'.repeat(30)}algo 驿站`,
  '   ',
  '换\n行\t站\u0000',
  '%E0%A4%A',
];

export const HOSTILE: readonly PublicStation[] = [
  ...NAMES.map((name, n) =>
    station({
      name,
      address: n === 0 ? '没有空格的地址'.repeat(40) : `http://${'a'.repeat(90)}.example/%00`,
      entrance: n === 1 ? '<script>入口</script>'.repeat(12) : null,
      point: offset(0, 60 + 90 * n),
      hours: ALWAYS,
      amenities: have('water', 'seating', 'toilet'),
      publicPhone: n === 0 ? 'javascript:alert(1)' : null,
      access: {
        modes: ['open-door', 'ask-staff', 'qr-unlock', 'id-card', 'member-code', 'keypad'],
        needsApp: true,
        whoMayEnter: [],
        free: false,
        feeNote: '收费'.repeat(60),
      },
    }),
  ),
  station({ name: '时间倒着写的站', point: offset(900, 0), hours: daily(1200, 300) }),
  station({
    name: '一天开三百小时的站',
    point: offset(950, 0),
    hours: weekly(spans([0, 18_000]), spans([-600, 99_999]), OFF),
    verifiedOn: date('2199-12-31'),
  }),
];
