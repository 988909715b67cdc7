import type { Access } from '../../../shared/station/station.ts';

type Mode = Access['modes'][number];

/** What to do at the door, step by step; a door one pushes needs no telling. */
const STEPS: { readonly [mode in Mode]: readonly string[] } = {
  'open-door': [],
  'ask-staff': ['进门找店员或保安', '说一声“来驿站歇会儿”', '照他们指的地方去'],
  'qr-unlock': ['找门上或门边的二维码', '用手机扫，照着点', '听到门锁响再推'],
  'id-card': ['带上身份证', '贴到门边的读卡器上', '听到门锁响再推'],
  'member-code': ['打开工会会员码', '对准门边的扫码口', '听到门锁响再推'],
  keypad: ['先打电话问密码', '在门边按键盘输入', '听到门锁响再推'],
};

/** Who stands before a shut door is told whom to ask. */
const ELSE: { readonly [mode in Mode]: string | null } = {
  'open-door': null,
  'ask-staff': null,
  'qr-unlock': '扫了打不开，打电话问。',
  'id-card': '没带身份证就刷不开，打电话问。',
  'member-code': '还不是会员，打 12351 问怎么办。',
  keypad: '密码会换，问最新的。',
};

export type WayInSteps = { readonly mode: Mode; readonly steps: readonly string[]; readonly otherwise: string | null };

/** One entry for each way in that takes more than pushing the door. */
export function wayInSteps({ modes }: Pick<Access, 'modes'>): readonly WayInSteps[] {
  return modes
    .filter((mode) => STEPS[mode].length > 0)
    .map((mode) => ({ mode, steps: STEPS[mode], otherwise: ELSE[mode] }));
}
